import type { Policy } from '#policy/policy.ts'
import { reachesMinimum } from './budget.ts'
import { type Share, shareOfHeadcount, shareOfIndustry, shareOfRegion, shareOfRole } from './fit.ts'
import type { LeadKnown, Timeline } from './known.ts'
import { decidesByTitle, isTitle } from './titles.ts'

/** What a lead is judged by, in the order in which one would ask: what decides most often comes first. */
export const CRITERIA = ['need', 'timeline', 'budget', 'authority', 'headcount', 'role', 'industry', 'region'] as const
export type Criterion = (typeof CRITERIA)[number]

/** The ones that say how well a lead fits; the others say how much it wants. */
export const FIT: ReadonlySet<Criterion> = new Set(['industry', 'headcount', 'region', 'role'])

/** What is known about one criterion. */
export interface Judged {
  criterion: Criterion
  /** Points at most. */
  of: number
  /** Null: unknown. */
  share: Share | null
  /** The words that say so; null where it is unknown. */
  evidence: string | null
  /** The policy says nothing that could decide it, so no answer would. */
  silent: boolean
}

const TIMELINES: Record<Timeline, Share> = { dated: 1, vague: 0.5, none: 0 }

/** Every criterion, judged by what the policy wants. */
export function judge(known: LeadKnown, policy: Policy): Judged[] {
  const scale = scaleOf(policy)
  return CRITERIA.map((criterion) => {
    const found = LOOK[criterion](known, policy)
    const silent = isSilent(criterion, policy)
    return {
      criterion,
      of: tenths(weightOf(criterion, policy) * scale),
      share: silent ? null : (found?.share ?? null),
      evidence: found?.evidence ?? null,
      silent,
    }
  })
}

type Found = { share: Share | null; evidence: string }

const LOOK: Record<Criterion, (known: LeadKnown, policy: Policy) => Found | null> = {
  industry: ({ industry }, { leads }) =>
    industry && { share: shareOfIndustry(industry.value, leads.icp.industries), evidence: industry.span },
  headcount: ({ headcount }, { leads }) =>
    headcount && { share: shareOfHeadcount(headcount.value, leads.icp.headcount), evidence: headcount.span },
  region: ({ region }, { leads }) =>
    region && { share: shareOfRegion(region.value, leads.icp.regions), evidence: region.span },
  role: ({ role }, { leads }) => role && { share: shareOfRole(role.value, leads.icp.roles), evidence: role.span },
  budget({ budget }, policy) {
    if (!budget) return null
    const reaches = reachesMinimum(budget.value, policy)
    return { share: reaches === null ? null : reaches ? 1 : 0, evidence: budget.span }
  },
  authority({ authority, role }, { leads }) {
    if (authority) return { share: authority.value ? 1 : 0, evidence: authority.span }
    if (!role) return null
    const decides = isTitle(role.value, leads.icp.roles.want) || decidesByTitle(role.value)
    return decides === null ? null : { share: decides ? 1 : 0, evidence: role.span }
  },
  need: ({ need }) => need && { share: need.value ? 1 : 0, evidence: need.span },
  timeline: ({ timeline }) => timeline && { share: TIMELINES[timeline.value], evidence: timeline.span },
}

function weightOf(criterion: Criterion, { leads: { icp, bant } }: Policy): number {
  const weights: Record<Criterion, number> = {
    ...bant,
    industry: icp.industries.weight,
    headcount: icp.headcount.weight,
    region: icp.regions.weight,
    role: icp.roles.weight,
  }
  return weights[criterion]
}

/** A list of what is wanted that is empty wants nothing, and so judges nobody. */
function isSilent(criterion: Criterion, { leads: { icp } }: Policy): boolean {
  const wanted: Partial<Record<Criterion, readonly string[]>> = {
    industry: [...icp.industries.want, ...icp.industries.avoid],
    region: icp.regions.want,
    role: icp.roles.want,
  }
  return wanted[criterion]?.length === 0
}

/** Weights are points. Where all of them together are more than 100, all shrink alike, so that they are 100. */
function scaleOf(policy: Policy): number {
  const sum = CRITERIA.reduce((total, criterion) => total + weightOf(criterion, policy), 0)
  return sum > 100 ? 100 / sum : 1
}

/** Never more than it was. */
const tenths = (points: number): number => Math.floor(points * 10 + 1e-9) / 10
