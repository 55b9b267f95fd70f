import type { RulingDraft } from '#kernel/ruling.ts'
import type { Request } from '../request.ts'
import { decideAgreement } from './agreement.ts'
import type { Facts, OutreachPolicy } from './facts.ts'
import { decideUpdate } from './update.ts'

/** What comes of a request: messages that are proposed, one question, or why nothing goes. */
export function decide(request: Request, facts: Facts, policy: OutreachPolicy): RulingDraft {
  const { principal } = facts
  if (principal.kind !== 'member' || principal.assurance !== 'verified')
    return { type: 'nothing', because: 'messages to people outside are the team’s to send' }
  if (request.dropped) return { type: 'answer', text: 'Left as it is: nothing was sent.' }
  return request.kind === 'update' ? decideUpdate(request, facts, policy) : decideAgreement(request, facts, policy)
}
