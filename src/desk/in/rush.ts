import { SECOND_MS } from '#kernel/units.ts'

/** So many since work was last about to begin are no rush. */
const FEW = 4
/** A rush is over when nothing came for so long. */
const QUIET_MS = 10
/** Work is put off no longer than this at a time, however many come. */
const LONGEST_MS = 5 * SECOND_MS

/**
 * When many events come at once, all of them are written down and acknowledged before the first is worked on: whoever waits
 * for a "received" must not wait for the answers to others.
 */
export class Rush {
  #fresh = 0
  #isOn = false

  /** Work is being put off just now. */
  get isOn(): boolean {
    return this.#isOn
  }

  /** An event was written down. */
  add(): void {
    this.#fresh++
  }

  /** Asked when work is about to begin: whether so many came since the last time that it should wait. */
  begins(): boolean {
    if (this.#fresh > FEW) return true
    this.#fresh = 0
    return false
  }

  /** Resolves when it is over. */
  async over(): Promise<void> {
    this.#isOn = true
    const endMs = performance.now() + LONGEST_MS
    do {
      this.#fresh = 0
      await new Promise((resolve) => setTimeout(resolve, QUIET_MS))
      // What came while the machine was busy elsewhere is read in the turn after the timer.
      await new Promise((resolve) => setImmediate(resolve))
    } while (this.#fresh > 0 && performance.now() < endMs)
    this.#fresh = 0
    this.#isOn = false
  }
}
