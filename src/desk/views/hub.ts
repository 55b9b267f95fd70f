import type { DeskChange } from '../context.ts'

/** Carries the news of a change to whoever shows it. It knows what changed, never what it says. */
export class Hub {
  readonly #listeners = new Set<(change: DeskChange) => void>()

  /** Give this to the desk as its `changed`. */
  readonly tell = (change: DeskChange): void => {
    for (const listener of [...this.#listeners]) listener(change)
  }

  /** Hears every change until the returned function is called. */
  listen(listener: (change: DeskChange) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
