import { cleanLine } from '#kernel/display.ts'
import type { Lead } from '#kernel/lead.ts'
import type { RulingDraft } from '#kernel/ruling.ts'
import { sayMoment } from '#kernel/time.ts'
import type { Policy } from '#policy/policy.ts'
import { knownOf } from '../score/record.ts'
import { scoreOf } from '../score/score.ts'
import { type Change, wouldChange } from '../score/would-change.ts'
import type { TeamFacts } from './facts.ts'
import { nameOf, points, sayLead, sayWords } from './say.ts'

const MOST_CHANGES = 4

/** How rules of the factor table are called; the others as they are. */
const CALLED: Readonly<Record<string, string>> = {
  authority: 'who writes decides',
  asked: 'asks for a price, a demo or a slot',
  referral: 'was sent by somebody',
  deadline: 'names a deadline',
  pricing_page: 'came from the pricing page',
  quick_reply: 'answered within 10 minutes',
  enterprise_claim: 'says it is large and writes from a private mailbox',
  gibberish: 'gibberish',
  avoid_list: 'on the list to avoid',
}

/** Why a lead has its score, line by line, and what would change it. */
export function why(lead: Lead, facts: TeamFacts): RulingDraft {
  const { policy } = facts
  const lines = [head(lead, policy), ...overrideLine(lead, facts), ...table(lead), ...changes(lead, policy)]
  return { type: 'answer', text: lines.join('\n') }
}

function head(lead: Lead, policy: Policy): string {
  const { score, status, reason } = lead
  const because = reason === null ? '' : ` (${cleanLine(reason, 120)})`
  if (!score) return `${sayLead(lead)} has no score: ${status.replaceAll('_', ' ')}${because}.`
  const { hot, warm, cold } = policy.leads.bands
  const known = `${Math.round(score.completeness * 100)}% of what counts is known`
  return `${sayLead(lead)}: ${score.total}, ${score.band} (hot from ${hot}, warm from ${warm}, cold from ${cold}; ${known}).`
}

function overrideLine({ override }: Lead, { policy, asker, nowMs }: TeamFacts): string[] {
  if (!override) return []
  const at = sayMoment(Date.parse(override.at), asker.zone, nowMs)
  return [`It counts as ${override.band}: ${nameOf(policy, override.by)} said so ${at}, ${sayWords(override.reason)}.`]
}

const table = ({ score }: Lead): string[] =>
  (score?.factors ?? []).map(({ rule, points: got, of, evidence }) => {
    const share = of > 0 ? `${points(got)} of ${points(of)}` : points(got)
    return `- ${CALLED[rule] ?? rule} ${share}: ${evidence === null ? 'not known, so half' : sayWords(evidence)}`
  })

function changes(lead: Lead, policy: Policy): string[] {
  const known = knownOf(lead)
  const now = scoreOf(known, policy)
  const drift =
    lead.score && lead.score.total !== now.total
      ? [`By the policy as it is today it would be ${now.total}, ${now.band}.`]
      : []
  const lines = wouldChange(known, policy).slice(0, MOST_CHANGES)
  return lines.length === 0
    ? drift
    : [...drift, 'What would change it:', ...lines.map((one) => `- ${sayChange(one, policy)}`)]
}

/** `a budget from 3000 EUR: +5, to 53 warm`. */
const sayChange = (change: Change, policy: Policy): string =>
  `${wanted(change.rule, policy)}: +${points(change.gain)}, to ${change.total} ${change.band}`

function wanted(rule: Change['rule'], { file }: Policy): string {
  const { icp, minimum_budget: least } = file.leads
  const { want: industries } = icp.industries
  const ways: Record<Change['rule'], string> = {
    industry: industries.length > 0 ? `an industry such as ${industries.join(', ')}` : 'another industry',
    headcount: `${icp.headcount.best} people`,
    region: `a place in ${icp.regions.want.join(', ')}`,
    role: `hearing from a ${icp.roles.want.join(', ')}`,
    budget: least === undefined ? 'a budget' : `a budget from ${least}`,
    authority: 'hearing from who decides',
    need: 'a need for something you do',
    timeline: 'a date by which they need it',
    asked: 'their asking for a price, a demo or a slot',
    referral: 'a recommendation',
  }
  return ways[rule]
}
