import type { Policy } from '#policy/policy.ts'
import type { AgentInput, Scope } from '#ports/agent.ts'
import { applyAnswer } from './read/answer.ts'
import { readAsking } from './read/asking.ts'
import { readOutside } from './read/outside.ts'
import { answered } from './read/query/answer.ts'
import { readingOf } from './read/reading.ts'
import { readWrite } from './read/write.ts'
import { isAsking, Request } from './request.ts'

/** What a run was given, read: a fresh message, or an answer worked into what an earlier run understood. */
export async function readInput(input: AgentInput, scope: Scope<Policy>): Promise<Request> {
  const { principal, policy } = scope
  if (principal.kind !== 'member' || principal.assurance !== 'verified')
    return readOutside(input.text, policy.company.holidays[0]?.slice(0, 2))
  const reading = await readingOf(scope)
  const earlier = Request.safeParse(input.request)
  if (earlier.success && input.question && input.answer !== null) {
    if (earlier.data.kind === 'write') return applyAnswer(earlier.data, input.question, input.answer, reading)
    if (isAsking(earlier.data)) return answered(earlier.data, input.question, input.answer)
  }
  // A page of the desk filled it in.
  if (earlier.success && input.question === null && isAsking(earlier.data)) return earlier.data
  const asking = readAsking(input.text, input.intent, { ...reading, self: principal.id })
  if (asking) return asking
  return readWrite(input.text, input.intent, reading)
}
