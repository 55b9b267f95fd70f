import type { Policy } from '#policy/policy.ts'
import { type Criterion, judge } from './criteria.ts'
import type { LeadKnown } from './known.ts'
import { type Band, bandOf, clamp, mostOf, SIGNALS, scoreOf } from './score.ts'

/** One thing that would move a score, and to what. */
export interface Change {
  rule: Criterion | 'asked' | 'referral'
  /** Points it would bring. */
  gain: number
  total: number
  band: Band
}

/** Signs of intent that a lead can still give. */
const TO_COME = ['asked', 'referral'] as const

/** What would lift a lead, each by itself, the most first: what is unknown or not at its best, and signs that may come. */
export function wouldChange(known: LeadKnown, policy: Policy): Change[] {
  const { factors } = scoreOf(known, policy)
  const sum = factors.reduce((total, { points }) => total + points, 0)
  const pointsOf = (rule: string): number => factors.find((factor) => factor.rule === rule)?.points ?? 0
  const gains = [
    ...judge(known, policy)
      .filter(({ silent }) => !silent)
      .map((one) => {
        const deadline = one.criterion === 'timeline' ? pointsOf('deadline') : 0
        return { rule: one.criterion, gain: mostOf(one) - pointsOf(one.criterion) - deadline }
      }),
    ...TO_COME.filter((rule) => pointsOf(rule) === 0).map((rule) => ({ rule, gain: SIGNALS[rule] })),
  ]
  return gains
    .filter(({ gain }) => gain > 0)
    .map(({ rule, gain }) => {
      const total = clamp(sum + gain)
      return { rule, gain: Math.round(gain * 10) / 10, total, band: bandOf(total, policy) }
    })
    .sort((a, b) => b.gain - a.gain)
}
