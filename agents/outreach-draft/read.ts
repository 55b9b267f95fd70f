import type { Policy } from '#policy/policy.ts'
import type { AgentInput, Scope } from '#ports/agent.ts'
import { bookOf } from './book.ts'
import { readAgreement } from './read/agreement.ts'
import { applyToAgreement, applyToUpdate } from './read/answer.ts'
import { knownNames } from './read/names.ts'
import { readUpdate } from './read/update.ts'
import { Agreement, Request, Update } from './request.ts'

/** What a run was given, read: a fresh message, or an answer worked into what an earlier run understood. */
export async function readInput(input: AgentInput, scope: Scope<Policy>): Promise<Request> {
  const known = knownNames(await bookOf(scope))
  const earlier = Request.safeParse(input.request)
  if (earlier.success && input.question && input.answer !== null)
    return earlier.data.kind === 'update'
      ? applyToUpdate(earlier.data, input.question, input.answer, known)
      : applyToAgreement(earlier.data, input.question, input.answer, known)
  if (input.intent === 'agreement') return Agreement.parse({ kind: 'agreement', ...readAgreement(input.text, known) })
  return Update.parse({ kind: 'update', ...readUpdate(input.text, known) })
}
