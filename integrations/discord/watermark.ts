/**
 * Up to where everything is done, of things that are numbered in order and worked on side by side: whoever begins anew after that
 * number misses none of them.
 */
export class Watermark {
  readonly #begun = new Set<number>()
  #last: number

  constructor(from: number) {
    this.#last = from
  }

  begin(number: number): void {
    this.#begun.add(number)
    this.#last = Math.max(this.#last, number)
  }

  end(number: number): void {
    this.#begun.delete(number)
  }

  get upTo(): number {
    // A set keeps the order in which things were begun, which is that of their numbers.
    const [oldest] = this.#begun
    return oldest === undefined ? this.#last : oldest - 1
  }
}
