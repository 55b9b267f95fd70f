import type { RulingDraft } from '#kernel/ruling.ts'
import type { Asking } from '../request/query.ts'
import type { Request } from '../request.ts'
import type { Facts, RecordPolicy } from './facts.ts'
import { decideOutside } from './outside.ts'
import { decideWrite } from './write.ts'

/** What is to be done about a request, given the records as they are: the whole judgement of this agent, pure. */
export function decide(
  request: Exclude<Request, Asking>,
  facts: Facts,
  policy: RecordPolicy,
): { request: Request; ruling: RulingDraft } {
  switch (request.kind) {
    case 'write':
      return decideWrite(request, facts, policy)
    case 'outside':
      return { request, ruling: decideOutside(request, facts) }
  }
}
