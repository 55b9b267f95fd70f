import type { LeadFact } from '#kernel/lead.ts'
import { toIso } from '#kernel/time.ts'
import { MINUTE_MS } from '#kernel/units.ts'
import { domainOf } from '#language/domains.ts'
import { isPricingPage } from '../read/source.ts'
import type { Inbound } from '../request.ts'
import type { Facts } from './facts.ts'
import { type LeadKnown, NOTHING_KNOWN } from './score/known.ts'
import { factsOf } from './score/record.ts'

const QUICK_MS = 10 * MINUTE_MS
/** From here on a company is so large that a private mailbox is odd. */
const ENTERPRISE = 500

/** What a message says that bears on the score. */
function knownIn(request: Inbound, facts: Facts): LeadKnown {
  const { industry, headcount, region, role, authority, budget, timeline, services, wants, referral, source } = request
  const [service] = services
  const asked = wants.price ?? wants.demo ?? wants.meeting ?? wants.call
  const firstReplyAt = facts.mine?.firstReplyAt ?? null
  const quick = request.asked.length > 0 && firstReplyAt !== null && facts.nowMs - Date.parse(firstReplyAt) <= QUICK_MS
  const freeMail = domainOf(request.person.email ?? '')?.freeMail === true
  const odd = request.signals.find((signal) => signal.class === 'spam')
  return {
    ...NOTHING_KNOWN,
    industry,
    headcount,
    region,
    role,
    authority,
    budget,
    need: service ? { value: true, span: service.span } : null,
    timeline: timeline && { value: timeline.value.timeline, span: timeline.span },
    signals: {
      ...(asked !== undefined && { asked }),
      ...(referral !== null && { referral }),
      ...(source.page !== null && isPricingPage(source.page) && { pricing_page: source.page }),
      ...(quick && { quick_reply: request.text.slice(0, 200) }),
    },
    penalties: {
      ...(freeMail && headcount !== null && headcount.value >= ENTERPRISE && { enterprise_claim: headcount.span }),
      ...(odd && request.class === 'lead' && { gibberish: odd.words }),
    },
  }
}

/** The lead's facts with those of the message; a newer value takes the place of an older one, the same value stays as it was. */
export function factsWith(request: Inbound, facts: Facts): LeadFact[] {
  const at = toIso(facts.nowMs)
  const said = [
    ...factsOf(knownIn(request, facts), at),
    ...request.services.map(({ name, span }) => ({ field: 'service', value: name, span, at })),
  ]
  const keyOf = ({ field, value }: LeadFact) => (field === 'service' ? `service:${value}` : field)
  const merged = new Map((facts.mine?.facts ?? []).map((fact) => [keyOf(fact), fact]))
  for (const fact of said) if (merged.get(keyOf(fact))?.value !== fact.value) merged.set(keyOf(fact), cut(fact))
  return [...merged.values()]
}

const cut = (fact: LeadFact): LeadFact => ({ ...fact, value: fact.value.slice(0, 200), span: fact.span.slice(0, 200) })
