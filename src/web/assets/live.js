/** Waits this long for more news before it draws: one message makes several. */
const GATHER_MS = 60
const CHANNEL = 'nightdesk'
const LOST = 'lost'
const BACK = 'back'
/** A lost stream this old is told. */
const PATIENCE_MS = 4000
const FIRST_WAIT_MS = 2000
const LONGEST_WAIT_MS = 60_000

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
  const hear = (topic) => (topic === LOST || topic === BACK ? tellLost(topic === LOST) : changed(topic))
  others.onmessage = ({ data }) => hear(String(data))
  const tell = (topic) => {
    hear(topic)
    others.postMessage(topic)
  }
  if (navigator.locks) navigator.locks.request('nightdesk-events', () => hold(tell))
  else hold(tell)
}

/** Keeps a stream open for as long as the tab lives, and says when it is lost and back. */
function hold(tell) {
  return new Promise(() => {
    let waitMs = FIRST_WAIT_MS
    let lost = 0
    const connect = () => {
      const stream = new EventSource('/api/events')
      stream.addEventListener('hello', () => {
        waitMs = FIRST_WAIT_MS
        clearTimeout(lost)
        if (lost) for (const topic of [BACK, 'all']) tell(topic)
        lost = 0
      })
      stream.addEventListener('change', ({ data }) => tell(JSON.parse(data).topic))
      stream.onerror = () => {
        lost ||= setTimeout(() => tell(LOST), PATIENCE_MS)
        // The browser reconnects by itself after a cut, but never after an answer that was no stream.
        if (stream.readyState !== EventSource.CLOSED) return
        setTimeout(connect, waitMs)
        waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS)
      }
    }
    connect()
  })
}

/** Says that the page may be out of date. */
function tellLost(isLost) {
  const line = document.getElementById('lost')
  if (line) line.textContent = isLost ? 'The desk does not answer. This page may be out of date; trying again.' : ''
}

/** Fetches this page again and carries the named regions over, child by child. Answers what is new. */
async function redraw(topics) {
  const response = await fetch(location.pathname + location.search, { headers: { accept: 'text/html' } })
  // The session has ended: what stands here is nobody's any more.
  if (response.status === 401) location.reload()
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
