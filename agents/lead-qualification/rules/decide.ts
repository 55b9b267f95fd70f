import type { Policy } from '#policy/policy.ts'
import { phrasesIn } from '../phrases.ts'
import type { Inbound } from '../request.ts'
import { questionText } from './ask-lead.ts'
import { classed } from './classes.ts'
import type { Facts } from './facts.ts'
import { framed } from './frame.ts'
import type { Outcome } from './outcome.ts'
import { qualify } from './qualify.ts'
import { knownLead } from './record.ts'
import { reserved } from './reserved.ts'
import { type Decided, nothing, rulingOf } from './ruling.ts'
import { knownOf } from './score/record.ts'
import { type Scored, scoreOf } from './score/score.ts'

type Slot = Parameters<typeof questionText>[0]

/** What is to be done about a message from outside, given the world as it is: the whole judgement, pure. */
export function decide(read: Inbound, facts: Facts, policy: Policy): Decided {
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
  return rulingOf(request, { ...outcome, say: framed(said, request, outcome, facts, policy) }, scored, facts, policy)
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
function again(request: Inbound, lines: readonly string[], policy: Policy): Decided {
  const slot = request.asked.at(-1) as Slot | undefined
  if (slot === undefined) return { request, ruling: { type: 'answer', text: lines.join('\n') } }
  const text = [...lines, questionText(slot, request, policy)].join('\n')
  return { request, ruling: { type: 'ask', question: { text, slots: [slot] } } }
}

const saysNothing = ({ services, asks, wants, budget, headcount, industry }: Inbound): boolean =>
  services.length === 0 && !budget && !headcount && !industry && !(asks && Object.keys(wants).length > 0)
