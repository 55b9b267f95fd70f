import { SECOND_MS } from '#kernel/units.ts'

/** So many at once are no rush. */
const FEW = 4
/** A rush ends when nothing came for so long. */
const QUIET_MS = 20
/** Work is put off no longer than this, however many come. */
const LONGEST_MS = 10 * SECOND_MS

/**
 * When many events come at once, all of them are written down and acknowledged before the first is worked on: whoever waits
 * for a "received" must not wait for the answers to others.
 */
export class Rush {
  /** Events since work was last about to begin. */
  #fresh = 0
  #sinceMs: number | null = null

  /** An event was written down. */
  add(): void {
    this.#fresh++
  }

  /** Whether taking in goes before working now. */
  get isOn(): boolean {
    if (this.#fresh <= FEW) {
      this.#fresh = 0
      this.#sinceMs = null
      return false
    }
    this.#sinceMs ??= performance.now()
    return performance.now() - this.#sinceMs < LONGEST_MS
  }

  /** Resolves when it is over. */
  async over(): Promise<void> {
    while (this.isOn) {
      this.#fresh = 0
      await new Promise((resolve) => setTimeout(resolve, QUIET_MS))
      if (this.#fresh > 0) this.#fresh += FEW
    }
  }
}
