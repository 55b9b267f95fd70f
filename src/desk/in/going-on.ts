import { HOUR_MS } from '#kernel/units.ts'
import type { GoingOn } from '#ports/router.ts'
import { actionsOf } from '#store/actions/action-rows.ts'
import { latestIn, type TaskRow } from '#store/tasks/task-rows.ts'
import type { DeskContext } from '../context.ts'
import type { Turn, TurnParts } from './turn-types.ts'

/** How long after a task its sender may go on with it in passing ("no, friday"). */
const STILL_SPOKEN_OF_MS = 4 * HOUR_MS
/** Tasks among which the sender's last one is looked for; others may have spoken in between. */
const LOOKED_AT = 10

/** What a message goes on with: the job it means, and the task it is about. */
export interface Continued {
  job: GoingOn
  task: TaskRow
}

/**
 * The task that a message goes on with, where it says nothing without it: the one whose question is open, else the sender's
 * last one here. Null for every message that stands by itself,
 * and where they took it back.
 */
export async function continuedBy(
  desk: DeskContext,
  parts: TurnParts,
  { seq, event, principal }: Turn,
  meant: TaskRow | undefined,
): Promise<Continued | null> {
  const jobs = parts.router.goingOn({ text: event.text, from: principal.kind })
  if (jobs.length === 0) return null
  return desk.sql.read(function* () {
    const since = desk.clock.nowMs() - STILL_SPOKEN_OF_MS
    const lately = yield* latestIn(event.conversation, since, LOOKED_AT)
    const task = meant ?? lately.find((row) => row.task.principal.id === principal.id && row.task.inbound !== seq)
    if (!task || wasDropped(task)) return null
    const wrote = (yield* actionsOf(task.task.id)).some((action) => action.performedMs !== null)
    const job = jobs.find((one) => one.agent === task.task.agent && one.after === (wrote ? 'done' : 'open'))
    return job ? { job, task } : null
  })
}

/** An agent marks a request that its sender took back. */
const wasDropped = ({ task }: TaskRow): boolean => (task.request as { dropped?: unknown } | null)?.dropped === true
