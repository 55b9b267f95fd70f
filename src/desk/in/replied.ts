import type { Inbound } from '#kernel/inbound.ts'
import type { Operation } from '#ports/sql.ts'
import { isReply, seqOfReply } from '#store/outbox/outbox.ts'
import { sentAs } from '#store/outbox/shown.ts'
import { taskAnsweredBy, tasksOf } from '#store/tasks/task-rows.ts'

/** Tasks that a message replies to: the one it names, or those that the message of that provider's id was about. */
export function* tasksRepliedTo({ channel, conversation, replyTo }: Inbound): Operation<string[]> {
  if (replyTo === undefined) return []
  const sent = yield* sentAs(channel, conversation, replyTo)
  if (!sent || !isReply(sent)) return [replyTo]
  const seq = seqOfReply(sent)
  const answered = yield* taskAnsweredBy(seq)
  return [...(yield* tasksOf(seq)), ...(answered ? [answered] : [])].map(({ task }) => task.id)
}
