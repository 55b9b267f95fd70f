import type { LeadDraft } from '#kernel/lead.ts'
import type { HandOff, Proposed, RulingDraft } from '#kernel/ruling.ts'
import { addressOf, memberById } from '#policy/people.ts'
import type { Policy } from '#policy/policy.ts'
import type { Inbound } from '../request.ts'
import type { Facts } from './facts.ts'
import type { Outcome } from './outcome.ts'
import { judgedLead, knownLead, writeLead } from './record.ts'
import type { Scored } from './score/score.ts'

/** What was understood in the end, and what is to be done about it. */
export interface Decided {
  request: Inbound
  ruling: RulingDraft
}

export const nothing = (request: Inbound, because: string): Decided => ({
  request,
  ruling: { type: 'nothing', because },
})

/** The outcome as a ruling: the lead written down, people told, the answer said, one question or a flag at its end. */
export function rulingOf(request: Inbound, outcome: Outcome, scored: Scored, facts: Facts, policy: Policy): Decided {
  const { question, flag, because } = outcome
  const { kept, later } = writesOf(request, outcome, scored, facts, policy)
  if (request.kind === 'note')
    return kept.length > 0 ? { request, ruling: { type: 'propose', actions: kept } } : nothing(request, because)

  const speaks = policy.leads.autonomy.reply
  const text = outcome.say.join('\n')
  if (flag) {
    const owner = memberById(policy, flag.owner)
    return {
      request,
      ruling: {
        type: 'flag',
        ...flag,
        evidence: [...flag.evidence],
        owner: owner ? addressOf(owner) : null,
        reply: speaks === 'never' ? '' : text,
        handOffs: [noteOf(request)],
      },
    }
  }
  const whole = [text, question?.text ?? ''].filter((line) => line !== '').join('\n')
  if (question && speaks === 'act') {
    const asked = { ...request, asked: [...request.asked, question.slot] }
    return {
      request: asked,
      ruling: { type: 'ask', question: { text: whole, slots: [question.slot] }, actions: kept, handOffs: later },
    }
  }
  const [write] = kept
  const lead = facts.mine?.id ?? (write ? 'plan:0' : null)
  const args = { lead, to: facts.principal.id, text: whole, language: request.language }
  const reply: Proposed[] = whole === '' || speaks === 'never' ? [] : [{ kind: 'lead.reply', args, because }]
  const actions = [...kept, ...reply]
  if (actions.length === 0) return nothing(request, because)
  // What waits for a yes starts nothing behind it.
  const next = speaks === 'act' ? (outcome.handOffs ?? []) : []
  return { request, ruling: { type: 'propose', actions, handOffs: [...later, ...next] } }
}

/**
 * A lead is always written down. Where the policy wants a person's word before it is given to somebody or closed, that much is
 * proposed by itself, after it stands there.
 */
function writesOf(
  request: Inbound,
  outcome: Outcome,
  scored: Scored,
  facts: Facts,
  policy: Policy,
): { kept: Proposed[]; later: HandOff[] } {
  const { mine } = facts
  const judged = judgedLead(
    knownLead(request, facts),
    {
      status: outcome.status,
      class: outcome.class,
      reason: outcome.reason ?? null,
      owner: outcome.owner ?? mine?.owner ?? null,
      score: request.class === 'lead' ? scored : null,
      asked: outcome.question ? [outcome.question.slot] : [],
      nurtureAt: outcome.nurtureAt ?? null,
      answered: request.kind === 'note' || outcome.say.length > 0 || outcome.question !== undefined,
    },
    facts.nowMs,
  )
  const apart = request.kind !== 'note' && needsWord(judged, facts, policy)
  const plain = { owner: mine?.owner ?? null, status: mine?.status ?? ('new' as const), reason: mine?.reason ?? null }
  const write = writeLead(apart ? { ...judged, ...plain } : judged, mine, outcome.because)
  const lead = mine?.id ?? (write ? 'plan:0' : null)
  const notices = outcome.notices.map(
    (notice): Proposed => ({ kind: 'team.notify', args: { ...notice, lead }, because: outcome.because }),
  )
  if (apart) return { kept: write ? [write] : [], later: [noteOf(request)] }
  return { kept: [...(write ? [write] : []), ...notices], later: [] }
}

const CLOSED: ReadonlySet<string> = new Set(['disqualified', 'spam', 'not_a_lead'])

function needsWord({ owner, status }: LeadDraft, { mine }: Facts, { leads: { autonomy } }: Policy): boolean {
  const routes = owner !== (mine?.owner ?? null) && autonomy.route !== 'act'
  const closes = CLOSED.has(status) && status !== mine?.status && autonomy.disqualify !== 'act'
  return routes || closes
}

/** The same message once more, only to be written down. */
const noteOf = (request: Inbound): HandOff => ({
  agent: 'lead-qualification',
  intent: 'note',
  text: request.text,
  request: { ...request, kind: 'note' },
})
