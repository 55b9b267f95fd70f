import type { Inbound } from '#kernel/inbound.ts'
import type { Choice, Question, Ruling } from '#kernel/ruling.ts'
import type { Stage, Task, TaskStatus } from '#kernel/task.ts'
import type { OpeningMessage } from '#ports/agent.ts'
import type { Operation } from '#ports/sql.ts'
import type { TaskInHand, Tasks } from '#ports/tasks.ts'
import { type ActionRow, actionsOf } from '#store/actions/action-rows.ts'
import { appendAudit } from '#store/audit/append.ts'
import { type FlagRow, flagOf } from '#store/flags/flag-rows.ts'
import { releaseHold } from '#store/holds/holds.ts'
import { rowBySeq } from '#store/journal/finish.ts'
import { amendEnd, endTask, keepRequest } from '#store/tasks/change.ts'
import { type Said, type TaskRow, taskOnFile } from '#store/tasks/task-rows.ts'
import type { DeskContext } from '../context.ts'
import { outcomeLines } from '../out/outcome.ts'
import { actionContext } from './action-context.ts'
import { releaseOffer } from './offers.ts'
import { pendingQuestion, toldBy, untold } from './pending-question.ts'

/** What the journal holds of one task. */
interface TaskFile {
  row: TaskRow
  actions: ActionRow[]
  flag: FlagRow | undefined
}

function* readFile(taskId: string): Operation<TaskFile> {
  const row = yield* taskOnFile(taskId)
  return { row, actions: yield* actionsOf(taskId), flag: yield* flagOf(taskId) }
}

/** The journal of tasks, as the task graph reads and closes it. */
export function taskJournal(desk: DeskContext): Tasks {
  return {
    async load(taskId): Promise<TaskInHand> {
      const { file, opened } = await desk.sql.read(function* () {
        const read = yield* readFile(taskId)
        return { file: read, opened: yield* rowBySeq(read.row.task.inbound) }
      })
      const { task, question, answer } = file.row
      return { task, stage: stageOf(file), question, answer, message: openingMessage(task, opened?.body) }
    },

    async end(taskId, { request, ruling, tier }) {
      const { row, actions, flag } = await desk.sql.read(() => readFile(taskId))
      const context = await actionContext(desk, row.task.principal, [actions])
      const dropped = row.task.status === 'waiting_requester'
      const said = {
        lines: [
          ...outcomeLines({ ruling, notes: row.said?.notes ?? [], actions: untold(row.said, actions), flag, context }),
          ...(dropped ? [sayDropped(row)] : []),
        ],
        choices: ruling?.type === 'answer' ? ruling.choices : nextOf(row.said, actions),
        handOffs: ruling?.type === 'answer' ? ruling.handOffs : handOffsOf(row.said, actions),
        ...(actions.some((action) => action.status === 'queued') && {
          notes: row.said?.notes ?? [],
          ...toldBy(row.said),
        }),
      }
      const status = dropped ? 'expired' : statusOf(ruling, actions, flag, row.question, row.answer)
      await desk.sql.write(
        function* () {
          // Without a ruling the graph comes from a pause, before which the request was journaled; its copy may be older.
          if (ruling && request !== undefined && request !== null && actions.length === 0)
            yield* keepRequest(taskId, request, tier)
          if ((dropped || row.answer !== null) && row.task.principal.kind !== 'member') yield* releaseOffer(taskId)
          // What waited for a yes and did not get it must not keep its time from others.
          for (const action of actions) if (action.status === 'proposed') yield* releaseHold(action.id)
          if (row.task.endedMs !== null) return yield* amendEnd(taskId, status, said)
          yield* endTask(taskId, status, said, desk.clock.nowMs())
          if (status !== 'done')
            yield* appendAudit(desk.audit, {
              atMs: desk.clock.nowMs(),
              what: `task.${status}`,
              task: taskId,
              payload: {},
            })
        },
        { lazy: true },
      )
    },
  }
}

/** The message that opened a task; of one that was erased nothing is left but when and where. */
function openingMessage(task: Task, body: string | undefined): OpeningMessage {
  const parsed: unknown = body === undefined ? null : JSON.parse(body)
  const event = typeof parsed === 'object' ? (parsed as Partial<Inbound> | null) : null
  return {
    channel: event?.channel ?? task.channel,
    subject: event?.subject ?? null,
    fields: event?.fields ?? {},
    atMs: event?.atMs ?? task.createdMs,
  }
}

/** What is said of a task whose question nobody answered. */
const sayDropped = ({ task }: TaskRow): string =>
  `No answer came, so I have dropped "${task.text.slice(0, 100)}". Say it again whenever you like.`

/** Where the journal says a task stands. */
function stageOf({ row, actions, flag }: TaskFile): Stage {
  const { status } = row.task
  if (status === 'waiting_requester' || status === 'waiting_human') return 'wait'
  // An answer comes before everything that its agent may make of it.
  if (row.question?.kind === 'input' && row.answer !== null) return 'agent'
  if (actions.some((action) => action.status === 'intended' || action.status === 'queued')) return 'perform'
  if (actions.some((action) => action.status === 'proposed')) return stageOfProposed(row, flag)
  if (pendingQuestion(row)) return 'ask'
  if (actions.length > 0) return 'report'
  return flag && flag.state !== 'open' ? 'report' : 'agent'
}

function stageOfProposed({ question, answer }: TaskRow, flag: FlagRow | undefined): Stage {
  if (question?.kind === 'confirm' && answer !== null) return answer === 'yes' ? 'gate' : 'report'
  if (!flag) return 'ask'
  if (flag.state === 'open') return 'wait'
  return flag.verb === 'approve' || flag.verb === 'edit' ? 'gate' : 'report'
}

/** How a task ended, from what became of its actions. */
function statusOf(
  ruling: Ruling | null,
  actions: readonly ActionRow[],
  flag: FlagRow | undefined,
  question: Question | null,
  answer: string | null,
): TaskStatus {
  const any = (status: ActionRow['status']) => actions.some((action) => action.status === status)
  if (any('failed') || any('unsure')) return any('done') ? 'done' : 'failed'
  if (any('done') || any('queued')) return 'done'
  if (flag?.state === 'expired') return 'expired'
  if (flag?.state === 'decided' && flag.verb !== 'approve' && flag.verb !== 'edit') return 'declined'
  if (question?.kind === 'confirm' && answer === 'no') return 'declined'
  if (any('refused') || ruling?.type === 'refuse') return 'declined'
  return 'done'
}

/** What may be tapped next, where the plan it follows was carried out. */
const nextOf = (said: Said | null, actions: readonly ActionRow[]): Choice[] =>
  actions.length > 0 && actions.every((action) => action.status === 'done') ? (said?.choices ?? []) : []

/** Hand-offs follow only from what was done. */
function handOffsOf(said: Said | null, actions: readonly ActionRow[]) {
  return actions.length > 0 && actions.every((action) => action.status === 'done') ? (said?.handOffs ?? []) : []
}
