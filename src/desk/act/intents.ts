/**
 * The intents this process wrote itself and has not called yet. An intended action that is not in here comes from before a
 * crash (or from before a pause of a queued write): whether its call got through is looked up before it is called again.
 */
export class Intents {
  readonly #own = new Set<string>()

  add(actionId: string): void {
    this.#own.add(actionId)
  }

  /** True once for an intent of this process. */
  take(actionId: string): boolean {
    return this.#own.delete(actionId)
  }
}
