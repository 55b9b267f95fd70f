/** Waits this long for more news before it draws: one message makes several. */
const GATHER_MS = 60
const CHANNEL = 'nightdesk'

/**
 * Hears what changed and draws those regions anew. Of all open tabs one holds the stream and tells the others, because a
 * browser allows few connections to one server.
 * @param {(added: Element[]) => void} drawn
 */
export function listen(drawn) {
  const topics = new Set()
  let timer = 0
  // One at a time: an older answer must not be drawn over a newer one.
  let drawing = Promise.resolve()
  const changed = (topic) => {
    topics.add(topic)
    clearTimeout(timer)
    timer = setTimeout(() => {
      const now = new Set(topics)
      topics.clear()
      drawing = drawing.then(() => redraw(now)).then(drawn, () => undefined)
    }, GATHER_MS)
  }
  document.addEventListener('nightdesk:changed', () => changed('all'))
  document.addEventListener('visibilitychange', () => !document.hidden && changed('all'))
  const others = new BroadcastChannel(CHANNEL)
  others.onmessage = ({ data }) => changed(String(data))
  const hold = () =>
    new Promise(() => {
      let lost = false
      const stream = new EventSource('/api/events')
      stream.addEventListener('hello', () => {
        if (lost) tell('all')
        lost = false
      })
      stream.addEventListener('change', ({ data }) => tell(JSON.parse(data).topic))
      stream.onerror = () => {
        lost = true
      }
      const tell = (topic) => {
        changed(topic)
        others.postMessage(topic)
      }
    })
  if (navigator.locks) navigator.locks.request('nightdesk-events', hold)
  else hold()
}

/** Fetches this page again and carries the named regions over, child by child. Answers what is new. */
async function redraw(topics) {
  const response = await fetch(location.pathname + location.search, { headers: { accept: 'text/html' } })
  if (!response.ok) return []
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html')
  const added = []
  for (const region of document.querySelectorAll('[data-live]')) {
    const wanted = region.dataset.live.split(' ').some((topic) => topics.has(topic) || topics.has('all'))
    const next = wanted && fresh.getElementById(region.id)
    if (!next) continue
    if (next.querySelector(':scope > [data-key]')) added.push(...carryOver(region, next))
    else if (region.outerHTML !== next.outerHTML) region.replaceWith(next)
  }
  return added
}

/** Puts the children of a region in the order and state of the fresh one; what did not change is not touched. */
function carryOver(region, next) {
  const old = new Map([...region.children].map((child) => [child.dataset.key, child]))
  const added = []
  let at = region.firstElementChild
  for (const child of [...next.children]) {
    const known = old.get(child.dataset.key)
    old.delete(child.dataset.key)
    const keep = known && (known.dataset.version === child.dataset.version || isInUse(known))
    const put = keep ? known : document.adoptNode(child)
    if (known && !keep) {
      if (at === known) at = known.nextElementSibling
      known.remove()
    }
    if (!known) added.push(put)
    if (put === at) at = at.nextElementSibling
    else region.insertBefore(put, at)
  }
  for (const gone of old.values()) gone.remove()
  return added
}

/** Somebody is writing in it: leave it alone until they are done. */
const isInUse = (element) => element.querySelector('details[open]') && element.contains(document.activeElement)
