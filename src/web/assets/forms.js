/** Sends marked forms without leaving the page; a failure is told in the form itself. */
export function liveForms() {
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.dataset.quiet === undefined) return
    event.preventDefault()
    const { submitter } = event
    if (form.dataset.busy) return
    form.dataset.busy = 'yes'
    submitter?.setAttribute('aria-busy', 'true')
    send(form, submitter)
      .then((problem) => tell(form, problem))
      .catch(() => tell(form, 'The desk did not answer. Is it still running? Nothing was lost; try again.'))
      .finally(() => {
        delete form.dataset.busy
        submitter?.removeAttribute('aria-busy')
      })
  })
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLInputElement && target.dataset.select !== undefined) target.select()
  })
}

async function send(form, submitter) {
  const response = await fetch(form.action, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams(new FormData(form, submitter)),
  })
  const answer = await response.json()
  if (response.ok) {
    form.dispatchEvent(new CustomEvent('nightdesk:sent', { bubbles: true }))
    document.dispatchEvent(new CustomEvent('nightdesk:changed'))
    return null
  }
  // The card on the page is of no use any more: what stands there now is fetched, and the sentence stays readable.
  if (response.status === 409 || response.status === 410) document.dispatchEvent(new CustomEvent('nightdesk:changed'))
  return answer.error?.message ?? 'That did not work.'
}

function tell(form, problem) {
  const slot = form.querySelector('.problem')
  if (!slot) return
  slot.textContent = problem ?? ''
  slot.hidden = !problem
}
