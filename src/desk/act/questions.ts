import { idOf } from '#kernel/ids.ts'
import type { Question } from '#kernel/ruling.ts'
import type { Task } from '#kernel/task.ts'
import { memberById } from '#policy/people.ts'
import { addWorkingMs } from '#policy/working-time.ts'
import type { Operation } from '#ports/sql.ts'
import type { DeskContext } from '../context.ts'
import { setTimer } from '../watch/timers.ts'

/** Tells one question of a task from the next one: a timer set for the first must not speak of the second. */
export const questionVersion = (question: Question): string => idOf('q', [question.text, question.choices], 12)

/**
 * A question waits, but not for ever: a member is reminded of it once, after some working time of their own
 * (`approvals.nudge_after`); what nobody answers is dropped (`approvals.drop_after`). Outsiders are not reminded.
 */
export function* setQuestionTimers(desk: DeskContext, task: Task, question: Question): Operation<void> {
  const nowMs = desk.clock.nowMs()
  const { nudgeAfterMs, dropAfterMs } = desk.policy().approvals
  const timer = {
    about: task.id,
    version: questionVersion(question),
    conversation: task.conversation,
    channel: task.channel,
  }
  const member = task.principal.kind === 'member' ? memberById(desk.policy(), task.principal.id) : undefined
  const nudgeMs = member ? addWorkingMs(member, nowMs, nudgeAfterMs) : nowMs
  if (member) yield* setTimer({ ...timer, what: 'question.nudge', atMs: nudgeMs })
  yield* setTimer({ ...timer, what: 'question.drop', atMs: Math.max(nowMs + dropAfterMs, nudgeMs + nudgeAfterMs) })
}
