import type { Policy } from '#policy/policy.ts'
import { type Criterion, FIT, type Judged, judge } from './criteria.ts'
import { isTrade } from './fit.ts'
import type { LeadKnown, Penalty, Signal } from './known.ts'

/*
 * The score of a lead, 0 to 100:
 *
 *   fit (industry, headcount, region, role) + BANT (budget, authority, need, timeline) + signs of intent - penalties
 *
 * Weights of the policy are points at most, and where they come to more than 100 they all shrink alike; where they come to less,
 * less can be reached. What is unknown scores half of its points, and so does what the policy says nothing about. Signs of
 * intent come on top. The sum is cut off at 0 and 100.
 */

export const BANDS = ['out', 'cold', 'warm', 'hot'] as const
export type Band = (typeof BANDS)[number]

/** Points of signs that were seen. `deadline` follows from a timeline with a date. */
export const SIGNALS: Readonly<Record<Signal | 'deadline', number>> = {
  asked: 10,
  referral: 10,
  deadline: 5,
  pricing_page: 5,
  quick_reply: 5,
}
const PENALTIES: Readonly<Record<Penalty, number>> = { enterprise_claim: -5, gibberish: -30, avoid_list: -50 }

/** One line of the factor table. */
export interface Factor {
  rule: Criterion | keyof typeof SIGNALS | Penalty
  points: number
  /** Points at most; 0 for a penalty. */
  of: number
  /** The words that say so; null where it is unknown and scores half. */
  evidence: string | null
}

export interface Score {
  /** Points of industry, headcount, region and role. */
  fit: number
  /** Points of BANT and of signs of intent. */
  intent: number
  /** 0 to 100, penalties taken off. */
  total: number
  band: Band
  /** Share of the points that could be judged by what is known: 0 nothing, 1 everything. */
  completeness: number
  factors: Factor[]
}

/** What the same lead would score with every unknown at its worst, and at its best. */
export interface Interval {
  least: number
  most: number
}

export interface Scored extends Score {
  interval: Interval
  /** Whether an answer could make another band of it; else there is nothing to ask. */
  couldChangeBand: boolean
  /** Why it is declined kindly whatever it scores; null where it is not. */
  decline: 'minimum_budget' | 'avoid_list' | null
}

export function scoreOf(known: LeadKnown, policy: Policy): Scored {
  const judged = judge(known, policy)
  const avoided = avoidedIndustry(known, policy)
  const extras = [...signalsOf(known), ...penaltiesOf(known, avoided)]
  const criteria = judged.map(factorOf)
  const extra = sum(extras)
  const total = clamp(sum(criteria) + extra)
  const interval = intervalOf(judged, extra)
  const fit = criteria.filter(({ rule }) => FIT.has(rule as Criterion))
  const wants = [...criteria.filter((one) => !fit.includes(one)), ...extras.filter(({ of }) => of > 0)]
  const band = bandOf(total, policy)
  return {
    fit: rounded(sum(fit)),
    intent: rounded(sum(wants)),
    total,
    band,
    completeness: completenessOf(judged),
    factors: [...criteria, ...extras],
    interval,
    couldChangeBand: bandOf(interval.least, policy) !== bandOf(interval.most, policy),
    decline: declineOf(known, judged, policy, avoided),
  }
}

export function bandOf(total: number, { leads: { bands } }: Policy): Band {
  return total >= bands.hot ? 'hot' : total >= bands.warm ? 'warm' : total >= bands.cold ? 'cold' : 'out'
}

/** Points as whole numbers from 0 to 100. */
export const clamp = (points: number): number => Math.min(100, Math.max(0, Math.round(rounded(points))))

/** Most points that an answer about a criterion can bring: a date is a sign of intent, too. */
export const mostOf = ({ criterion, of }: Judged): number => of + (criterion === 'timeline' ? SIGNALS.deadline : 0)

/** Whether a criterion is not known and could be. */
export const isOpen = ({ share, silent }: Judged): boolean => share === null && !silent

const factorOf = ({ criterion, of, share, evidence }: Judged): Factor => ({
  rule: criterion,
  points: rounded(of * (share ?? 0.5)),
  of,
  evidence: share === null ? null : evidence,
})

function signalsOf({ signals, timeline }: LeadKnown): Factor[] {
  const seen = { ...signals, ...(timeline?.value === 'dated' && { deadline: timeline.span }) }
  return (Object.keys(SIGNALS) as (keyof typeof SIGNALS)[]).flatMap((rule) => {
    const evidence = seen[rule]
    return evidence === undefined ? [] : [{ rule, points: SIGNALS[rule], of: SIGNALS[rule], evidence }]
  })
}

function penaltiesOf({ penalties }: LeadKnown, avoided: string | null): Factor[] {
  const seen = { ...(avoided !== null && { avoid_list: avoided }), ...penalties }
  return (Object.keys(PENALTIES) as Penalty[]).flatMap((rule) => {
    const evidence = seen[rule]
    return evidence === undefined ? [] : [{ rule, points: PENALTIES[rule], of: 0, evidence }]
  })
}

const avoidedIndustry = ({ industry }: LeadKnown, { leads }: Policy): string | null =>
  industry && isTrade(industry.value, leads.icp.industries.avoid) ? industry.span : null

function intervalOf(judged: readonly Judged[], extra: number): Interval {
  const least = judged.reduce((total, one) => total + (isOpen(one) ? 0 : factorOf(one).points), extra)
  const most = judged.reduce((total, one) => total + (isOpen(one) ? mostOf(one) : factorOf(one).points), extra)
  return { least: clamp(least), most: clamp(most) }
}

function completenessOf(judged: readonly Judged[]): number {
  const heard = judged.filter(({ silent }) => !silent)
  const weight = (of: readonly Judged[]) => of.reduce((total, one) => total + one.of, 0)
  const all = weight(heard)
  return all === 0 ? 1 : Math.round((weight(heard.filter(({ share }) => share !== null)) / all) * 100) / 100
}

function declineOf(
  known: LeadKnown,
  judged: readonly Judged[],
  { leads }: Policy,
  avoided: string | null,
): Scored['decline'] {
  if (avoided !== null || known.penalties.avoid_list !== undefined) return 'avoid_list'
  const tooLittle = judged.some(({ criterion, share }) => criterion === 'budget' && share === 0)
  return leads.minimumBudget !== null && tooLittle ? 'minimum_budget' : null
}

const sum = (factors: readonly Factor[]): number => factors.reduce((total, { points }) => total + points, 0)
/** Tenths of a point are as fine as anybody needs; sums of them have no stray digits. */
const rounded = (points: number): number => Math.round(points * 10) / 10
