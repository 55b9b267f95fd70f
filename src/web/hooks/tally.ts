/** What was turned away at the door of a form, and never reached the journal. */
const WHYS = ['trapped', 'hasty', 'often', 'origin', 'signature', 'unreadable'] as const
export type Why = (typeof WHYS)[number]
export type Tallied = Readonly<Record<Why, number>>

const NOTHING: Tallied = { trapped: 0, hasty: 0, often: 0, origin: 0, signature: 0, unreadable: 0 }

/** Counts since the start of the process, by form of the policy. */
export class FormTally {
  readonly #counts = new Map<string, Tallied>()

  add(form: string, why: Why): void {
    const counts = this.of(form)
    this.#counts.set(form, { ...counts, [why]: counts[why] + 1 })
  }

  of(form: string): Tallied {
    return this.#counts.get(form) ?? NOTHING
  }

  /** Every count there is, for the metrics. */
  all(): { form: string; why: Why; count: number }[] {
    return [...this.#counts].flatMap(([form, counts]) => WHYS.map((why) => ({ form, why, count: counts[why] })))
  }
}
