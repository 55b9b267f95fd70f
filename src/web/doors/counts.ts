/** One kind of request: so many from one address, and so many from all of them together, in a span of time. */
export interface Limit {
  windowMs: number
  each: number
  all: number
}

/** Addresses remembered at most; beyond that the count of all together is what holds. */
const MOST_ADDRESSES = 20_000

/** Counts requests of several kinds by where they come from, in memory. */
export class Counts {
  readonly #windows = new Map<string, { endsMs: number; sum: number; by: Map<string, number> }>()

  /** Milliseconds to wait, or 0 where the request may pass; it is counted then. */
  waitMs(kind: string, { windowMs, each, all }: Limit, address: string, nowMs: number): number {
    let window = this.#windows.get(kind)
    if (!window || window.endsMs <= nowMs) {
      window = { endsMs: nowMs + windowMs, sum: 0, by: new Map() }
      this.#windows.set(kind, window)
    }
    const from = networkOf(address)
    const own = window.by.get(from) ?? 0
    if (own >= each || window.sum >= all) return window.endsMs - nowMs
    if (window.by.has(from) || window.by.size < MOST_ADDRESSES) window.by.set(from, own + 1)
    window.sum++
    return 0
  }
}

/** Whoever has one address of version 6 has 2^64 of them. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address
  const [head = '', tail = ''] = address.split('%')[0]?.split('::') ?? []
  const groups = head === '' ? [] : head.split(':')
  const after = tail === '' ? [] : tail.split(':')
  const filled = [...groups, ...Array<string>(Math.max(0, 8 - groups.length - after.length)).fill('0'), ...after]
  return filled.slice(0, 4).join(':')
}
