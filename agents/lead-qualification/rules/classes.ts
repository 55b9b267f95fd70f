import type { Policy } from '#policy/policy.ts'
import { phrasesIn } from '../phrases.ts'
import type { Inbound } from '../request.ts'
import type { Facts } from './facts.ts'
import { answerFrom } from './first-answer.ts'
import { noticeAbout, tell } from './notices.ts'
import type { Outcome } from './outcome.ts'
import { askedFor } from './who-decides.ts'

/** What comes of somebody who is no lead; null where they are one, or it is a person's matter anyway. */
export function classed(request: Inbound, facts: Facts, policy: Policy): Outcome | null {
  const say = phrasesIn(request.language)
  const { links } = policy.facts
  const closed = (lines: readonly string[], because: string): Outcome => ({
    say: lines,
    notices: [],
    status: request.class === 'spam' ? 'spam' : 'not_a_lead',
    class: request.class,
    reason: because,
    because,
  })
  switch (request.class) {
    case 'spam':
      return closed([], `spam: ${wordsFor(request)}`)
    case 'pitch':
      return closed([], `sells something: ${wordsFor(request)}`)
    case 'job_seeker':
      return closed([say.careers(links.careers)], `looks for work: ${wordsFor(request)}`)
    case 'student':
      return closed([say.study(links.resource)], `studies: ${wordsFor(request)}`)
    case 'partner': {
      const owner = askedFor(policy, facts, 'OUT_OF_DOMAIN', null)
      const told = tell(owner.id, noticeAbout(request, 'Somebody wants to work with you'))
      return {
        ...closed([say.partners(links.partners)], `wants to work together: ${wordsFor(request)}`),
        notices: [told],
      }
    }
    case 'support':
    case 'customer': {
      const owner = askedFor(policy, facts, 'OUT_OF_DOMAIN', isBilling(request) ? 'billing' : 'support')
      const told = tell(owner.id, noticeAbout(request, 'A client needs you'))
      return {
        ...closed([...answerFrom(request, policy), say.passedOn(owner.name)], `a client: ${wordsFor(request)}`),
        owner: owner.id,
        notices: [told],
      }
    }
    case 'competitor': {
      const owner = askedFor(policy, facts, 'TRUST', null)
      const lines = answerFrom(request, policy)
      const told = tell(owner.id, noticeAbout(request, 'A competitor asks; they were told what is public'))
      const because = `leads.never: ${request.company.domain ?? ''}`
      return { ...closed(lines.length > 0 ? lines : [say.passOnQuestion], because), notices: [told] }
    }
    default:
      return null
  }
}

const wordsFor = ({ signals, class: theirs }: Inbound): string =>
  signals
    .filter((signal) => signal.class === theirs)
    .map(({ words }) => words)
    .join(', ')

const BILLING = /invoice|bill|charge|refund|factura|cobr|facture|debit|rechnung|abgebucht/iu
const isBilling = (request: Inbound): boolean => BILLING.test(wordsFor(request))
