import { asDeskError, DeskError } from '#kernel/errors.ts'
import type { Inbound } from '#kernel/inbound.ts'
import type { Operation } from '#ports/sql.ts'
import { appendAudit } from '#store/audit/append.ts'
import type { ClaimedRow } from '#store/journal/claim.ts'
import { giveUp } from '#store/journal/finish.ts'
import { enqueue, replyKey } from '#store/outbox/outbox.ts'
import { endTask } from '#store/tasks/change.ts'
import { tasksOf } from '#store/tasks/task-rows.ts'
import type { DeskContext } from '../context.ts'

/**
 * A row that failed too often: it stays on record, its lane goes on, what it began ends as failed, and whoever sent it is
 * told. Nothing that was acknowledged ends in silence.
 */
export function* giveUpRow(desk: DeskContext, row: ClaimedRow, error: unknown): Operation<void> {
  const nowMs = desk.clock.nowMs()
  const why = asDeskError(error, String(row.seq)).message
  const text = new DeskError('GIVEN_UP', { times: row.attempts, why, reference: row.seq }).message
  yield* giveUp(row.seq)
  for (const { task } of yield* tasksOf(row.seq))
    if (task.status === 'open') yield* endTask(task.id, 'failed', { lines: [text], choices: [] }, nowMs)
  yield* appendAudit(desk.audit, { atMs: nowMs, what: 'event.given_up', task: null, payload: { row: row.seq } })
  const event = row.kind === 'timer' ? null : read(row.body)
  if (!event) return
  yield* enqueue({
    key: replyKey(row.seq),
    channel: event.channel,
    conversation: event.conversation,
    to: [],
    message: { type: 'reply', text, choices: [], undo: [] },
    task: null,
    nowMs,
  })
}

/** The event, unless it is that which cannot be read. */
function read(body: string): Inbound | null {
  try {
    return JSON.parse(body) as Inbound
  } catch {
    return null
  }
}
