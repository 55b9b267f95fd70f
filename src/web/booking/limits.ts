import { HOUR_MS, MINUTE_MS } from '#kernel/units.ts'
import { Counts, type Limit } from '../doors/counts.ts'

/** Looking is cheap for visitors and dear for the desk; keeping a time and asking for one take it from others. */
const LIMITS = {
  look: { windowMs: MINUTE_MS, each: 90, all: 1_200 },
  keep: { windowMs: 10 * MINUTE_MS, each: 12, all: 200 },
  send: { windowMs: HOUR_MS, each: 10, all: 60 },
} satisfies Record<string, Limit>
export type Kind = keyof typeof LIMITS

/** Counts requests by where they come from. It forgets with the process: holds and requests themselves are on the disk. */
export class Limits {
  readonly #counts = new Counts()

  /** Milliseconds to wait, or 0 where the request may pass; it is counted then. */
  waitMs(kind: Kind, address: string, nowMs: number): number {
    return this.#counts.waitMs(kind, LIMITS[kind], address, nowMs)
  }
}
