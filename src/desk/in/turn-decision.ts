import { DeskError } from '#kernel/errors.ts'
import { ENDED } from '#kernel/task.ts'
import type { Operation } from '#ports/sql.ts'
import { type FlagRow, flagById } from '#store/flags/flag-rows.ts'
import { enqueue, outcomeKey } from '#store/outbox/outbox.ts'
import { type TaskRow, taskById } from '#store/tasks/task-rows.ts'
import { decide } from '../act/decide.ts'
import type { DeskContext } from '../context.ts'
import { composeReply } from '../out/reply.ts'
import { runTask } from './run-tasks.ts'
import { endSilence } from './silence.ts'
import type { Turn, TurnOutcome, TurnParts } from './turn-types.ts'
import { checkPlace } from './where-to-decide.ts'

/** A decision: taken once at the door, then its task goes on in its own lane. */
export async function turnDecision(desk: DeskContext, parts: TurnParts, turn: Turn): Promise<TurnOutcome> {
  const { decision } = turn.event
  if (!decision) throw new DeskError('FLAG_NOT_FOUND', { flag: '' })
  const redelivered = await unfinished(desk, turn, decision.flag)
  if (redelivered) return resumeDecided(desk, parts, turn, redelivered)
  await checkPlace(desk, turn.event, decision, turn.principal)
  try {
    const { flag, resumes } = await decide(desk, decision, turn.principal, turn.seq, turn.event.simulated === true)
    if (!resumes) return { tasks: [], lines: ['Snoozed; I will ask again.'] }
    return await resumeDecided(desk, parts, turn, flag)
  } catch (error) {
    if (!(error instanceof DeskError) || error.retry || decision.verb !== 'take_over') throw error
    return { tasks: [], lines: [error.message], also: () => endSilence(desk, decision.flag, turn.seq) }
  }
}

/** The flag that this very row decided, before a crash. */
async function unfinished(desk: DeskContext, turn: Turn, flagId: string): Promise<FlagRow | null> {
  const flag = await desk.sql.read(() => flagById(flagId))
  return flag?.decidedIn === turn.seq ? flag : null
}

/** Runs the decided task and tells the place it came from, where that is another one than the decision was taken in. */
export async function resumeDecided(
  desk: DeskContext,
  parts: TurnParts,
  turn: Turn,
  flag: FlagRow,
): Promise<TurnOutcome> {
  const before = await desk.sql.read(() => taskById(flag.task))
  if (before && !ENDED.has(before.task.status))
    await runTask(desk, parts, flag.task, { type: 'decided', verb: verbOf(flag) })
  const row = await desk.sql.read(() => taskById(flag.task))
  desk.changed({ topic: 'flags', id: flag.id })
  const elsewhere = row && (row.task.conversation !== turn.event.conversation || turn.event.kind === 'timer')
  return {
    tasks: row ? [row.task.id] : [],
    ...(row && elsewhere && { also: () => tellRequester(desk, row, flag) }),
  }
}

type DecidedVerb = 'approve' | 'edit' | 'decline' | 'take_over' | 'expire'
const VERBS: readonly string[] = ['approve', 'edit', 'decline', 'take_over', 'expire'] satisfies DecidedVerb[]
const verbOf = (flag: FlagRow): DecidedVerb =>
  VERBS.includes(flag.verb ?? '') ? (flag.verb as DecidedVerb) : 'decline'

function* tellRequester(desk: DeskContext, row: TaskRow, flag: FlagRow): Operation<void> {
  const message = yield* composeReply(desk, [row])
  if (!message) return
  const { channel, conversation, id } = row.task
  yield* enqueue({
    key: outcomeKey(flag.id),
    channel,
    conversation,
    to: [],
    message,
    task: id,
    nowMs: desk.clock.nowMs(),
  })
}
