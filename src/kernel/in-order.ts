/** What is made ready one after the other in a lane, and begun in that order; lanes go beside each other. */
export class InOrder {
  /** The last thing of each lane that is still made ready. */
  readonly #last = new Map<string, Promise<unknown>>()

  /**
   * Begins something once all that was asked for before it in its lane has begun, or failed. What comes next in the lane waits for
   * the making ready, and not for the end.
   * @throws whatever `prepare` and `begin` throw
   */
  async run<Ready, Result>(
    lane: string,
    prepare: () => Promise<Ready>,
    begin: (ready: Ready) => Promise<Result>,
  ): Promise<Result> {
    const before = this.#last.get(lane)
    // In a box, so that to wait for the beginning is not to wait for the end.
    const begun = (async () => {
      await before?.catch(() => undefined)
      return { ending: begin(await prepare()) }
    })()
    this.#last.set(lane, begun)
    try {
      return await (await begun).ending
    } finally {
      if (this.#last.get(lane) === begun) this.#last.delete(lane)
    }
  }
}
