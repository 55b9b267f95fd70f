import { doubtOf } from './same/doubts.ts'
import { evidenceOf, type Fields } from './same/evidence.ts'
import { groundsOf } from './same/grounds.ts'
import { type Candidate, type LikelyPair, likelyPairsBy } from './same/pairs.ts'
import { ASK_FROM, PRIOR, YES_FROM } from './same/weights.ts'

export { mailKey } from './same/addresses.ts'
export type { Fields } from './same/evidence.ts'
export { likenessOf, type NameLikeness } from './same/organisations.ts'
export type { Candidate, LikelyPair } from './same/pairs.ts'
export { accountFields, contactFields } from './same/record-fields.ts'

/** Whether two records are of one and the same. */
export interface SameVerdict {
  same: 'yes' | 'no' | 'ask'
  /** 0 to 1: how likely it is that they are. */
  score: number
  /** Why, in words, what weighs most first. */
  grounds: string[]
}

/** What a doubt leaves of a score: a person decides. */
const DOUBTED = 0.9

/**
 * Compares two records of people, companies, places or papers by the kinds of their fields. Each field that both have says
 * something for or against in bits, and the sum is a likelihood (Fellegi and Sunter): from 0.92 on yes, from 0.75 on a question
 * for a person, below no. Fields that only one has, and fields of unknown kinds, say nothing.
 */
export function sameRecord(a: Fields, b: Fields): SameVerdict {
  const evidence = evidenceOf(a, b)
  const bits = evidence.reduce((sum, one) => sum + one.bits, PRIOR)
  const likely = 1 / (1 + 2 ** -bits)
  const doubt = likely >= ASK_FROM ? doubtOf(evidence) : null
  const score = Math.round((doubt ? Math.min(DOUBTED, likely) : likely) * 1000) / 1000
  const grounds = [...(doubt ? [doubt] : []), ...groundsOf(evidence)]
  return { same: score >= YES_FROM ? 'yes' : score >= ASK_FROM ? 'ask' : 'no', score, grounds }
}

/** Pairs of records that may be one and the same, likeliest first. */
export const likelyPairs = (records: readonly Candidate[]): LikelyPair[] => likelyPairsBy(sameRecord, records)
