import { asDeskError, DeskError } from '#kernel/errors.ts'
import { idOf } from '#kernel/ids.ts'
import { languageOf, phrasesIn } from '#kernel/phrases.ts'
import type { Tier } from '#kernel/ruling.ts'
import { ENDED } from '#kernel/task.ts'
import type { Resumption } from '#ports/tasks.ts'
import { appendAudit } from '#store/audit/append.ts'
import { endTask, keepRequest, openTask } from '#store/tasks/change.ts'
import { type TaskRow, taskOnFile } from '#store/tasks/task-rows.ts'
import type { DeskContext } from '../context.ts'
import { doneBy } from '../versions/in-force.ts'
import { faultFields } from '../watch/fault-fields.ts'
import type { Turn, TurnParts } from './turn-types.ts'

/** How long a chain of hand-offs may get; a longer one is going round in circles. */
const MOST_HAND_OFFS = 3
/** Hand-offs of one ruling, as rulings allow. */
const MOST_AT_ONCE = 5

/**
 * Runs the tasks of a turn in the order of their intents, each to its pause or end, and then what they handed on. A task
 * that depends on one which did not get done is not started, and says so.
 * @returns every task of the turn, in order
 */
export async function runAll(
  desk: DeskContext,
  parts: TurnParts,
  turn: Turn,
  ids: readonly string[],
): Promise<string[]> {
  // What was handed on before a crash is found again from the task that handed it on, where that is of this turn too.
  const rows = await desk.sql.read(function* () {
    const found: TaskRow[] = []
    for (const id of ids) found.push(yield* taskOnFile(id))
    return found
  })
  const all = rows
    .filter(({ task }) => !(isHandOff(task) && ids.includes(task.parent ?? '')))
    .map(({ task }) => task.id)
  const begun = new Set(all)
  const depth = new Map(all.map((id) => [id, 0]))
  for (const id of all) {
    const row = await desk.sql.read(() => taskOnFile(id))
    if (!ENDED.has(row.task.status)) {
      const { parent } = row.task
      const first = parent && begun.has(id) ? await desk.sql.read(() => taskOnFile(parent)) : null
      if (first && begun.has(first.task.id) && first.task.status !== 'done') {
        await endUnstarted(desk, row, first)
        continue
      }
      if (row.task.status === 'open') await runTask(desk, parts, id)
    }
    const from = await desk.sql.read(() => taskOnFile(id))
    const handed = await startHandOffs(desk, parts, turn, from, all.length, depth.get(id) ?? 0)
    for (const next of handed) depth.set(next, (depth.get(id) ?? 0) + 1)
    all.push(...handed)
  }
  return all
}

/** Runs one task; a fault of the task itself ends it as failed, with a sentence, and harms no other. */
export async function runTask(
  desk: DeskContext,
  parts: TurnParts,
  taskId: string,
  resumption?: Resumption,
): Promise<void> {
  try {
    await parts.runner.run(taskId, resumption)
  } catch (error) {
    const known = asDeskError(error, taskId)
    if (known.retry) throw known
    if (known.code === 'INTERNAL')
      desk.log.error({ task: taskId, ...faultFields(error) }, 'a task failed inside the desk')
    await desk.sql.write(function* () {
      yield* endTask(taskId, 'failed', { lines: [known.message], choices: [] }, desk.clock.nowMs())
      yield* appendAudit(desk.audit, {
        atMs: desk.clock.nowMs(),
        what: 'task.failed',
        task: taskId,
        payload: { code: known.code },
      })
    })
  }
}

async function endUnstarted(desk: DeskContext, row: TaskRow, first: TaskRow): Promise<void> {
  const waits = !ENDED.has(first.task.status)
  const phrases = phrasesIn(languageOf(row.task.principal))
  const line = phrases.notStarted(row.task.text, first.task.text, waits)
  await desk.sql.write(() => endTask(row.task.id, 'declined', { lines: [line], choices: [] }, desk.clock.nowMs()))
}

const handOffId = (from: string, at: number): string => idOf('t', [from, 'hand-off', at], 10)

/** Whether a task was handed on by the one before it, rather than routed beside it. */
const isHandOff = ({ id, parent }: TaskRow['task']): boolean =>
  parent !== null && Array.from({ length: MOST_AT_ONCE }, (_, at) => handOffId(parent, at)).includes(id)

/** What follows from a model's finding is no better known than that. */
const tierAfter = ({ task }: TaskRow): Tier => (task.tier === 'model' ? 'model' : 'rules')

async function startHandOffs(
  desk: DeskContext,
  parts: TurnParts,
  turn: Turn,
  from: TaskRow,
  position: number,
  depth: number,
): Promise<string[]> {
  // What was handed on beside a pause waits for nothing, everything else for the end.
  const starts = from.task.status === 'done' || from.said?.besides === true
  const handOffs = starts ? (from.said?.handOffs ?? []).filter((one) => parts.agents.has(one.agent)) : []
  if (handOffs.length === 0) return []
  if (depth >= MOST_HAND_OFFS) throw new DeskError('STEP_CAP', { steps: depth })
  const ids = handOffs.map((_one, at) => handOffId(from.task.id, at))
  await desk.sql.write(
    function* () {
      for (const [at, one] of handOffs.entries()) {
        const { conversation, channel, principal, simulated } = from.task
        const task = { id: ids[at] ?? '', agent: one.agent, inbound: turn.seq, principal }
        const opened = yield* openTask(
          {
            ...task,
            ...(yield* doneBy(desk, parts, task)),
            position: position + at,
            parent: from.task.id,
            conversation,
            channel,
            intent: one.intent,
            text: one.text,
            tier: tierAfter(from),
            routedBy: null,
            pointed: null,
            simulated,
            createdMs: desk.clock.nowMs(),
          },
          desk.policy().source.version,
        )
        if (opened && one.request !== undefined) yield* keepRequest(task.id, one.request, tierAfter(from))
      }
    },
    { lazy: true },
  )
  return ids
}
