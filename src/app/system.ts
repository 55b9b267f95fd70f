import { randomBytes } from 'node:crypto'
import type { Clock } from '#ports/clock.ts'
import type { Random } from '#ports/random.ts'

/** The machine's clock. */
export const systemClock: Clock = { nowMs: () => Date.now() }

/** The machine's source of chance. */
export const systemRandom: Random = { bytes: (length) => randomBytes(length) }

/** A clock that stands still until it is set; `nightdesk run` sets it to each line's `at`. */
export class SetClock implements Clock {
  #nowMs: number
  constructor(nowMs: number) {
    this.#nowMs = nowMs
  }
  nowMs(): number {
    return this.#nowMs
  }
  set(nowMs: number): void {
    this.#nowMs = nowMs
  }
}
