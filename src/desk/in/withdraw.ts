import { ENDED } from '#kernel/task.ts'
import { actionsOf } from '#store/actions/action-rows.ts'
import { flagOf } from '#store/flags/flag-rows.ts'
import { seqsOf } from '#store/journal/accept.ts'
import { type TaskRow, tasksOf } from '#store/tasks/task-rows.ts'
import { decide } from '../act/decide.ts'
import type { DeskContext } from '../context.ts'
import { journalKey } from './intake.ts'
import { runTask } from './run-tasks.ts'
import type { Turn, TurnParts } from './turn-types.ts'

/**
 * Takes back what an earlier message of the same sender asked for, in whatever version, as far as it waits: its questions are dropped and its flags
 * withdrawn. A redelivery finds that done.
 * @returns whether nothing was done for it; what was done stands, and is undone in words
 */
export async function withdraw(desk: DeskContext, parts: TurnParts, turn: Turn, id: string): Promise<boolean> {
  const rows = await desk.sql.read(function* () {
    const found: TaskRow[] = []
    for (const seq of yield* seqsOf(journalKey({ ...turn.event, id })))
      if (seq !== turn.seq) found.push(...(yield* tasksOf(seq)))
    return found
  })
  for (const row of rows) if (!ENDED.has(row.task.status)) await withdrawTask(desk, parts, turn, row)
  const done = await desk.sql.read(function* () {
    for (const { task } of rows)
      if ((yield* actionsOf(task.id)).some((action) => action.performedMs !== null)) return true
    return false
  })
  return rows.length > 0 && !done
}

/** Takes back one task that waits: its question is dropped and its flag withdrawn. */
export async function withdrawTask(desk: DeskContext, parts: TurnParts, turn: Turn, { task }: TaskRow): Promise<void> {
  const flag = await desk.sql.read(() => flagOf(task.id))
  if (flag?.state === 'open')
    await decide(desk, { flag: flag.id, verb: 'decline' }, turn.principal, turn.seq, false, { withdraws: true })
  await runTask(desk, parts, task.id, { type: 'decided', verb: flag ? 'decline' : 'expire' })
}
