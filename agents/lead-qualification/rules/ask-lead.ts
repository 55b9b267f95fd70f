import type { LeadDraft } from '#kernel/lead.ts'
import type { Policy } from '#policy/policy.ts'
import type { Slot } from '../phrases/phrases.ts'
import { phrasesIn } from '../phrases.ts'
import type { Inbound } from '../request.ts'
import { namesOf, sayPrice } from './first-answer.ts'
import { worthAsking } from './score/ask-next.ts'
import { knownOf } from './score/record.ts'

/**
 * The one thing to ask now; null where nothing is worth it. What is missing to answer at all comes first, then what could
 * change the band most. Never the same twice, never more than the policy says.
 */
export function questionFor(request: Inbound, lead: LeadDraft, policy: Policy): { slot: Slot; text: string } | null {
  const asked = new Set([...lead.asked, ...request.asked])
  if (asked.size >= policy.leads.maxQuestions) return null
  const known = knownOf(lead)
  const unanswerable = known.need === null && policy.facts.services.length !== 1
  const [best] = worthAsking(known, policy, [...asked])
  const slot = unanswerable && !asked.has('need') ? 'need' : best?.criterion
  return slot === undefined ? null : { slot, text: questionText(slot, request, policy) }
}

/** The question in the lead's language: a need out of what is done, a budget as a range of public prices. */
export function questionText(slot: Slot, request: Inbound, policy: Policy): string {
  const say = phrasesIn(request.language)
  const { services } = policy.facts
  if (slot === 'need' && services.length > 1) return say.askWhich(say.list(namesOf(policy)))
  const priced = services.find(({ name }) => name === request.services[0]?.name) ?? services.find(({ from }) => from)
  if (slot === 'budget' && priced?.from && priced.to)
    return say.askBudget(sayPrice(priced.from, request.language), sayPrice(priced.to, request.language))
  return say.ask[slot]
}
