import { SECOND_MS } from '#kernel/units.ts'

/** Longest that a post is held back for an answer. */
const LONGEST_MS = 1.5 * SECOND_MS
/** Waits at once; where there are more, nobody is kept waiting for an answer. */
const MOST_WAITS = 24

/**
 * Holds posts back a little while the desk finds an answer, as long as few do so. When many come at once everybody is told
 * "received" and the answers go their own way.
 */
export class Patience {
  readonly longestMs: number
  #waits = new Set<AbortController>()

  constructor(longestMs: number = LONGEST_MS) {
    this.longestMs = longestMs
  }

  /**
   * Whether what is waited for came in time.
   * @param isBusy there is so much to do that nobody is to wait
   */
  async wait(waitMs: number, isBusy: boolean, forIt: (signal: AbortSignal) => Promise<boolean>): Promise<boolean> {
    if (waitMs <= 0) return false
    if (isBusy || this.#waits.size >= MOST_WAITS) {
      for (const wait of this.#waits) wait.abort()
      return false
    }
    const wait = new AbortController()
    this.#waits.add(wait)
    try {
      return await forIt(wait.signal)
    } finally {
      this.#waits.delete(wait)
    }
  }
}
