import type { Policy } from '#policy/policy.ts'
import { type Criterion, type Judged, judge } from './criteria.ts'
import type { LeadKnown } from './known.ts'
import { BANDS, type Band, bandOf, clamp, isOpen, mostOf, scoreOf } from './score.ts'

/** A question that could change the band. */
export interface Open {
  criterion: Criterion
  /** Bands between its worst and its best answer, on average over what the other unknowns may turn out to be. */
  bandChange: number
}

/**
 * What is worth asking of a lead: the unknowns whose answer could change its band, the largest expected change first; alike
 * ones in the order of the criteria. Empty where nothing could.
 * @param asked what was asked before and is never asked again
 */
export function worthAsking(known: LeadKnown, policy: Policy, asked: readonly string[] = []): Open[] {
  if (!scoreOf(known, policy).couldChangeBand) return []
  const open = judge(known, policy).filter(isOpen)
  const settled = settledPoints(known, policy, open)
  return open
    .filter(({ criterion }) => !asked.includes(criterion))
    .map((one) => ({ criterion: one.criterion, bandChange: expectedChange(one, open, settled, policy) }))
    .filter(({ bandChange }) => bandChange > 0)
    .sort((a, b) => b.bandChange - a.bandChange)
}

/** What the score is made of without the unknowns. */
function settledPoints(known: LeadKnown, policy: Policy, open: readonly Judged[]): number {
  const unknown = new Set<string>(open.map(({ criterion }) => criterion))
  return scoreOf(known, policy).factors.reduce((total, { rule, points }) => total + (unknown.has(rule) ? 0 : points), 0)
}

/** The others are each at their worst or at their best, all ways alike likely: at most 2^7 of them. */
function expectedChange(one: Judged, open: readonly Judged[], settled: number, policy: Policy): number {
  const others = open.filter((other) => other !== one)
  const sums = others.reduce((all, other) => all.flatMap((sum) => [sum, sum + mostOf(other)]), [settled])
  const place = (points: number): number => placeOf(bandOf(clamp(points), policy))
  const change = sums.reduce((total, sum) => total + place(sum + mostOf(one)) - place(sum), 0)
  return change / sums.length
}

const placeOf = (band: Band): number => BANDS.indexOf(band)
