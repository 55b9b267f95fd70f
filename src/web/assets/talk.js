/** How near the end counts as reading along, in pixels. */
const NEAR = 120

/** The conversation: Enter sends, new messages are scrolled to, examples fill the box. */
export function startTalk() {
  const log = document.getElementById('log')
  const box = document.getElementById('say')
  if (!log || !(box instanceof HTMLTextAreaElement)) return { drawn: () => undefined }
  const scrolls = () => log.scrollHeight > log.clientHeight && getComputedStyle(log).overflowY === 'auto'
  const toEnd = () => {
    if (scrolls()) log.scrollTop = log.scrollHeight
    else log.lastElementChild?.scrollIntoView({ block: 'center' })
  }
  if (scrolls() || log.querySelector('.said')) toEnd()
  let near = true
  log.addEventListener('scroll', () => {
    near = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR
  })
  if (box.dataset.prefilled === 'yes') {
    box.focus()
    box.setSelectionRange(box.value.length, box.value.length)
  }
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    if (box.value.trim() !== '') box.form?.requestSubmit()
  })
  box.form?.addEventListener('nightdesk:sent', () => {
    box.value = ''
    near = true
    const id = box.form?.elements.namedItem('id')
    if (id instanceof HTMLInputElement) id.value = freshId()
  })
  document.addEventListener('click', (event) => {
    const example = event.target instanceof Element && event.target.closest('[data-say]')
    if (!example) return
    event.preventDefault()
    box.value = example.dataset.say
    box.focus()
  })
  return {
    drawn(added) {
      if (near && added.some((element) => log.contains(element))) toEnd()
    },
  }
}

const freshId = () => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(12)))).replace(/[+/=]/g, '_')
