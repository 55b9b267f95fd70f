// Sends forms marked with `data-nightdesk` without leaving the page; where scripts are off, browsers send them as usual.
const answerIn = (form) => form.querySelector('[data-nightdesk-answer]')
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const freshId = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(36)).join('-')
const hidden = (form, name, value) => {
  let field = form.elements.namedItem(name)
  if (!field) {
    field = document.createElement('input')
    field.type = 'hidden'
    field.name = name
    form.append(field)
  }
  field.value = value
}

async function open(form, times) {
  const answer = await fetch(`${form.action}/ticket`, { headers: { accept: 'application/json' } })
  if (!answer.ok) return
  const { ticket, minimumTimeMs } = await answer.json()
  times.set(form, performance.now() + minimumTimeMs)
  hidden(form, 'nd_ticket', ticket)
}

function fill(form) {
  hidden(form, 'nd_id', freshId())
  hidden(form, 'page', location.origin + location.pathname)
  if (document.referrer) hidden(form, 'referrer', document.referrer.split('?')[0])
  hidden(form, 'zone', Intl.DateTimeFormat().resolvedOptions().timeZone)
  for (const [name, value] of new URLSearchParams(location.search))
    if (/^utm_[a-z]+$/.test(name)) hidden(form, name, value.slice(0, 200))
}

async function post(form) {
  const answer = await fetch(form.action, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams(new FormData(form)),
  })
  const said = await answer.json()
  if (answer.status !== 428) return { ok: answer.ok, said }
  hidden(form, 'nd_ticket', said.ticket)
  await pause(1000 * Number(answer.headers.get('retry-after') ?? 3))
  return null
}

async function send(form, times) {
  const button = form.querySelector('button, [type=submit]')
  if (button) button.disabled = true
  try {
    await pause(Math.max(0, (times.get(form) ?? 0) - performance.now()))
    const sent = (await post(form)) ?? (await post(form))
    if (!sent) throw new Error('no ticket')
    answerIn(form).textContent = sent.ok ? (sent.said.reply ?? sent.said.message) : sent.said.error.message
    if (sent.ok) {
      form.reset()
      fill(form)
    }
  } catch {
    // The page of the desk takes over: nothing that was written is lost.
    form.submit()
  } finally {
    if (button) button.disabled = false
  }
}

const times = new WeakMap()
for (const form of document.querySelectorAll('form[data-nightdesk]')) {
  fill(form)
  form.addEventListener('focusin', () => void open(form, times).catch(() => undefined), { once: true })
  form.addEventListener('submit', (event) => {
    if (!answerIn(form)) return
    event.preventDefault()
    void send(form, times)
  })
}
