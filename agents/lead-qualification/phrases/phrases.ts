import type { Criterion } from '../rules/score/criteria.ts'

/** What a lead can be asked for, one at a time. */
export type Slot = Criterion

/** What a member was asked about somebody. */
export type Matter = 'price' | 'papers' | 'whom' | 'press' | 'account'

/**
 * Every sentence that somebody outside can hear from this agent, one file a language: a phrase that is missing does not compile.
 * Names, prices and links come in as they are to be shown.
 */
export interface Phrases {
  /** `A, B and C`. */
  list(names: readonly string[]): string

  /** Opens a first answer. */
  hello(company: string): string
  /** To somebody whose note is there already; `day` is null where nothing may be said of it. */
  again(day: string | null): string
  /** After an answer to a question. */
  readonly noted: string

  /** What is done, and for how much. */
  yesWeDo(services: string): string
  price(service: string, range: string): string
  takes(service: string, howLong: string): string
  weDo(services: string): string
  /** The policy's facts know nothing of it. */
  readonly passOnQuestion: string
  serves(whom: string): string
  doesNotServe(whom: string): string
  /** A kind of client, as it is said. */
  sector(sector: string): string
  from(price: string): string
  upTo(price: string): string
  between(from: string, to: string): string
  per(price: string, period: 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year'): string

  readonly ask: Readonly<Record<Slot, string>>
  /** The budget, where prices are known: asked as a range. */
  askBudget(low: string, high: string): string
  /** Which of these is wanted. */
  askWhich(services: string): string

  /** What is to be arranged, for the agent that finds times. */
  aCallWith(who: string): string
  /** Times follow. */
  readonly goodFit: string
  bookHere(link: string): string
  readonly offerCall: string
  readonly whenReady: string
  readonly notAFit: string
  resource(link: string): string
  /** A way to a person, in a first answer. */
  readonly personOption: string

  readonly iAmABot: string
  handedOver(who: string): string
  readonly noEmailNeeded: string
  readonly writeALine: string
  callBack(who: string): string
  readonly callWhen: string
  discounts(text: string): string
  askedAbout(who: string, matter: Matter): string
  security(link: string): string
  sorry(who: string): string
  leftWith(who: string): string
  passedOn(who: string): string
  careers(link: string | null): string
  study(link: string | null): string
  partners(link: string | null): string
}
