/** Something a lead said or its address showed, with the words that show it. */
export interface Known<T> {
  value: T
  /** Quoted words of the lead; where a member or a form gave the value, that value. */
  span: string
}

export interface Budget {
  /** Integer minor units; 0: they say that they have none. */
  amountMinor: number
  currency: string
  /** What it is paid for; null: once. */
  period: string | null
}

/** `dated`: a day, or a time that ends ("before Q1"). `vague`: "later this year". `none`: "just looking". */
export type Timeline = 'dated' | 'vague' | 'none'

/** Signs of intent beside what a lead says of itself. A named deadline is one too; it follows from the timeline. */
export type Signal = 'asked' | 'referral' | 'pricing_page' | 'quick_reply'

/** Signs against a lead. */
export type Penalty = 'enterprise_claim' | 'gibberish' | 'avoid_list'

/** What is known of a lead, as far as it bears on its score. Null is unknown, which is not the same as no. */
export interface LeadKnown {
  industry: Known<string> | null
  headcount: Known<number> | null
  /** ISO country or region code. */
  region: Known<string> | null
  role: Known<string> | null
  budget: Known<Budget> | null
  /** Whether who writes decides, where they say so; else their role may. */
  authority: Known<boolean> | null
  /** Whether what they want is something the team does. */
  need: Known<boolean> | null
  timeline: Known<Timeline> | null
  /** What was seen, with the words or the page that show it. */
  signals: Partial<Record<Signal, string>>
  penalties: Partial<Record<Penalty, string>>
}

/** Nothing is known. */
export const NOTHING_KNOWN: LeadKnown = {
  industry: null,
  headcount: null,
  region: null,
  role: null,
  budget: null,
  authority: null,
  need: null,
  timeline: null,
  signals: {},
  penalties: {},
}
