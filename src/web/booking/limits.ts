import { HOUR_MS, MINUTE_MS } from '#kernel/units.ts'

/** One kind of request: so many from one address, and so many from all of them together, in a span of time. */
interface Limit {
  windowMs: number
  each: number
  all: number
}

/** Looking is cheap for visitors and dear for the desk; keeping a time and asking for one take it from others. */
const LIMITS = {
  look: { windowMs: MINUTE_MS, each: 90, all: 1_200 },
  keep: { windowMs: 10 * MINUTE_MS, each: 12, all: 200 },
  send: { windowMs: HOUR_MS, each: 10, all: 60 },
} satisfies Record<string, Limit>
export type Kind = keyof typeof LIMITS

/** Addresses remembered at most; beyond that the count of all together is what holds. */
const MOST_ADDRESSES = 20_000
const EVERYBODY = ''

/** Counts requests by where they come from. It forgets with the process: holds and requests themselves are on the disk. */
export class Limits {
  readonly #counts = new Map<Kind, { endsMs: number; by: Map<string, number> }>()

  /** Milliseconds to wait, or 0 where the request may pass; it is counted then. */
  waitMs(kind: Kind, address: string, nowMs: number): number {
    const { windowMs, each, all } = LIMITS[kind]
    let window = this.#counts.get(kind)
    if (!window || window.endsMs <= nowMs) {
      window = { endsMs: nowMs + windowMs, by: new Map() }
      this.#counts.set(kind, window)
    }
    const from = networkOf(address)
    const [own, sum] = [window.by.get(from) ?? 0, window.by.get(EVERYBODY) ?? 0]
    if (own >= each || sum >= all) return window.endsMs - nowMs
    if (window.by.has(from) || window.by.size < MOST_ADDRESSES) window.by.set(from, own + 1)
    window.by.set(EVERYBODY, sum + 1)
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
