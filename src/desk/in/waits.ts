/**
 * Work in hand that only waits for somebody outside: it takes no place at the bench, so that the slow do not hold up the quick.
 */
export class Waits {
  /** How many wait at the moment. */
  count = 0
  #told: (() => void)[] = []

  /** Is told whenever somebody begins to wait: there is room for other work then. */
  onRoom(told: () => void): void {
    this.#told.push(told)
  }

  async during<T>(work: () => Promise<T>): Promise<T> {
    this.count++
    for (const told of this.#told) told()
    try {
      return await work()
    } finally {
      this.count--
    }
  }
}
