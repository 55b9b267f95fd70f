import { DeskError } from '#kernel/errors.ts'
import { type Inbound, MAX_TEXT_LENGTH } from '#kernel/inbound.ts'
import type { Outbound } from '#kernel/outbound.ts'
import type { Principal } from '#kernel/principal.ts'
import type { Operation } from '#ports/sql.ts'
import type { ClaimedRow } from '#store/journal/claim.ts'
import { finish } from '#store/journal/finish.ts'
import { chargeToTask } from '#store/model/calls.ts'
import { enqueue, replyKey } from '#store/outbox/outbox.ts'
import { type TaskRow, taskById } from '#store/tasks/task-rows.ts'
import type { DeskContext } from '../context.ts'
import { introduced } from '../out/introduce.ts'
import { composeReply } from '../out/reply.ts'
import { resultOf, type TurnResult } from '../out/result.ts'
import { watchVersions } from '../versions/watch.ts'
import { sayNotKept } from './never-kept.ts'
import { turnDecision } from './turn-decision.ts'
import { turnMessage } from './turn-message.ts'
import { turnTimer } from './turn-timer.ts'
import type { Turn, TurnOutcome, TurnParts } from './turn-types.ts'

/**
 * Runs one journal row to its end: its tasks are done or wait in the journal, its reply is in the outbox, and the row is
 * finished, all in one commit. A crash before that commit redelivers the row, and every step finds what is done already.
 * What intake checked and journaled is not checked again.
 */
export async function runTurn(desk: DeskContext, parts: TurnParts, row: ClaimedRow): Promise<void> {
  const event = JSON.parse(row.body) as Inbound
  const turn: Turn = { seq: row.seq, key: row.key, event, principal: JSON.parse(row.principal) as Principal }
  const outcome = await outcomeOf(desk, parts, turn)
  const closed = await desk.sql.write(() => close(desk, parts, turn, outcome))
  desk.changed({ topic: 'conversation', id: event.conversation })
  parts.ended?.(turn.seq)
  if (closed) parts.settled?.(closed)
}

async function outcomeOf(desk: DeskContext, parts: TurnParts, turn: Turn): Promise<TurnOutcome> {
  try {
    if (await isFiledOnly(desk, turn)) return { tasks: [] }
    if (turn.event.text.length > MAX_TEXT_LENGTH)
      throw new DeskError('MESSAGE_TOO_LONG', { length: 'too many', limit: MAX_TEXT_LENGTH })
    if (turn.event.kind === 'timer') return await turnTimer(desk, parts, turn)
    const heard = turn.event.kind === 'decision' ? turnDecision : turnMessage
    return sayNotKept(turn, await heard(desk, parts, turn))
  } catch (error) {
    if (!(error instanceof DeskError) || error.retry) throw error
    return { tasks: [], lines: [error.message] }
  }
}

/** Where the channel keeps what is said, a message is kept first; what a machine wrote is not read. */
async function isFiledOnly(desk: DeskContext, { event }: Turn): Promise<boolean> {
  if (event.kind !== 'message' || event.simulated) return false
  return (await desk.channels.get(event.channel)?.keep?.(event)) === 'filed'
}

function* close(desk: DeskContext, parts: TurnParts, turn: Turn, outcome: TurnOutcome): Operation<TurnResult | null> {
  const tasks: TaskRow[] = []
  for (const id of outcome.tasks) {
    const row = yield* taskById(id)
    if (row) tasks.push(row)
  }
  if (outcome.also) yield* outcome.also()
  const [first] = tasks
  if (desk.models.routed(turn.seq) && first) yield* chargeToTask(turn.seq, first.task.id)
  const reply = yield* composeReply(desk, tasks, outcome.lines)
  if (reply && turn.event.kind !== 'timer') yield* say(desk, turn, reply)
  yield* watchVersions(desk, parts)
  const result = parts.settled || parts.keepResults ? yield* resultOf(turn, tasks, reply) : null
  yield* finish(turn.seq, parts.keepResults ? JSON.stringify(result) : null)
  return result
}

function* say(desk: DeskContext, { seq, event, principal }: Turn, reply: Outbound): Operation<void> {
  const message = yield* introduced(desk, principal, event, reply)
  yield* enqueue({
    key: replyKey(seq),
    channel: event.channel,
    conversation: event.conversation,
    to: [],
    message,
    task: null,
    nowMs: desk.clock.nowMs(),
  })
}
