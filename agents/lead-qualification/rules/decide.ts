import type { Proposed, RulingDraft } from '#kernel/ruling.ts'
import { addressOf, memberById } from '#policy/people.ts'
import type { Policy } from '#policy/policy.ts'
import { phrasesIn } from '../phrases.ts'
import type { Inbound } from '../request.ts'
import { questionText } from './ask-lead.ts'
import { classed } from './classes.ts'
import type { Facts } from './facts.ts'
import { framed } from './frame.ts'
import type { Outcome } from './outcome.ts'
import { qualify } from './qualify.ts'
import { judgedLead, knownLead, writeLead } from './record.ts'
import { reserved } from './reserved.ts'
import { knownOf } from './score/record.ts'
import { type Scored, scoreOf } from './score/score.ts'

type Slot = Parameters<typeof questionText>[0]

/** What is to be done about a message from outside, given the world as it is: the whole judgement, pure. */
export function decide(read: Inbound, facts: Facts, policy: Policy): { request: Inbound; ruling: RulingDraft } {
  const request = { ...read, class: classIn(read, facts) }
  if (facts.principal.kind === 'member') return nothing(request, 'one of the team is no lead')
  if (request.wordless) return again(request, [phrasesIn(request.language).writeALine], policy)
  const small = smallTalk(request)
  if (small && request.asked.length > 0) return again(request, small, policy)
  if (request.kind === 'aside' && saysNothing(request)) return nothing(request, 'nothing beside the other job')

  const lead = knownLead(request, facts)
  const scored = scoreOf(knownOf(lead), policy)
  const outcome = outcomeOf(request, lead, scored, facts, policy)
  const said = [...(small ?? []), ...outcome.say]
  return rule(request, { ...outcome, say: framed(said, request, outcome, facts, policy) }, scored, facts, policy)
}

function outcomeOf(
  request: Inbound,
  lead: ReturnType<typeof knownLead>,
  scored: Scored,
  facts: Facts,
  policy: Policy,
): Outcome {
  const silent = request.class === 'spam' || request.class === 'pitch'
  const personal = silent ? null : reserved(request, facts, policy)
  return personal ?? classed(request, facts, policy) ?? qualify(request, lead, scored, facts, policy)
}

/** What their domain and the records say goes beside what their words say. */
function classIn(request: Inbound, { competitor, identity, principal }: Facts): Inbound['class'] {
  if (request.class === 'spam' || request.class === 'pitch' || request.class === 'press') return request.class
  if (competitor) return 'competitor'
  const onFile =
    principal.kind === 'client' || (identity.contact !== null && !PROSPECT.test(identity.contact.status ?? ''))
  return onFile && request.class === 'lead' ? 'customer' : request.class
}

const PROSPECT = /lead|prospect|new|lost|cold/iu

/** What is answered whatever they are; null where they ask nothing of the kind. */
function smallTalk({ wants, language }: Inbound): string[] | null {
  const say = phrasesIn(language)
  if (wants.bot !== undefined) return [say.iAmABot]
  return wants.no_email === undefined ? null : [say.noEmailNeeded]
}

/** Nothing was said to the question that is open: it stays. */
function again(request: Inbound, lines: readonly string[], policy: Policy): { request: Inbound; ruling: RulingDraft } {
  const slot = request.asked.at(-1) as Slot | undefined
  if (slot === undefined) return { request, ruling: { type: 'answer', text: lines.join('\n') } }
  const text = [...lines, questionText(slot, request, policy)].join('\n')
  return { request, ruling: { type: 'ask', question: { text, slots: [slot] } } }
}

const saysNothing = ({ services, asks, wants, budget, headcount, industry }: Inbound): boolean =>
  services.length === 0 && !budget && !headcount && !industry && !(asks && Object.keys(wants).length > 0)

const nothing = (request: Inbound, because: string): { request: Inbound; ruling: RulingDraft } => ({
  request,
  ruling: { type: 'nothing', because },
})

/** The outcome as a ruling: the lead written down, people told, the answer said, one question or flag at its end. */
function rule(
  request: Inbound,
  outcome: Outcome,
  scored: Scored,
  facts: Facts,
  policy: Policy,
): { request: Inbound; ruling: RulingDraft } {
  const { question, flag, because } = outcome
  const mayReply = policy.leads.autonomy.reply
  const silent = request.kind === 'note' || (outcome.say.length === 0 && !question)
  const judged = judgedLead(
    knownLead(request, facts),
    {
      status: outcome.status,
      class: outcome.class,
      reason: outcome.reason ?? null,
      owner: outcome.owner ?? facts.mine?.owner ?? null,
      score: request.class === 'lead' ? scored : null,
      asked: question ? [question.slot] : [],
      nurtureAt: outcome.nurtureAt ?? null,
      answered: !silent || request.kind === 'note',
    },
    facts.nowMs,
  )
  const write = writeLead(judged, facts.mine, because)
  const lead = facts.mine?.id ?? (write ? 'plan:0' : null)
  const notices = outcome.notices.map(
    (notice): Proposed => ({ kind: 'team.notify', args: { ...notice, lead }, because }),
  )
  const kept = [...(write ? [write] : []), ...notices]
  if (request.kind === 'note')
    return kept.length > 0 ? { request, ruling: { type: 'propose', actions: kept } } : nothing(request, because)

  const text = outcome.say.join('\n')
  if (flag) {
    const owner = memberById(policy, flag.owner)
    const note = {
      agent: 'lead-qualification',
      intent: 'note',
      text: request.text,
      request: { ...request, kind: 'note' },
    }
    return {
      request,
      ruling: {
        type: 'flag',
        ...flag,
        evidence: [...flag.evidence],
        owner: owner ? addressOf(owner) : null,
        reply: mayReply === 'never' ? '' : text,
        ...(kept.length > 0 && { handOffs: [note] }),
      },
    }
  }
  if (question && mayReply === 'act') {
    const asked = { ...request, asked: [...request.asked, question.slot] }
    const whole = [text, question.text].filter((line) => line !== '').join('\n')
    return {
      request: asked,
      ruling: { type: 'ask', question: { text: whole, slots: [question.slot] }, actions: kept },
    }
  }
  const whole = [text, question?.text ?? ''].filter((line) => line !== '').join('\n')
  const reply: Proposed[] =
    whole === '' || mayReply === 'never'
      ? []
      : [
          {
            kind: 'lead.reply',
            args: { lead, to: facts.principal.id, text: whole, language: request.language },
            because,
          },
        ]
  const actions = [...kept, ...reply]
  if (actions.length === 0) return nothing(request, because)
  return { request, ruling: { type: 'propose', actions, handOffs: [...(outcome.handOffs ?? [])] } }
}
