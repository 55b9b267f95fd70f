import { called, linkTo } from '#kernel/actions/links.ts'
import type { Outbound } from '#kernel/outbound.ts'
import { toIso } from '#kernel/time.ts'
import type { Operation } from '#ports/sql.ts'
import { type ActionRow, actionsOf } from '#store/actions/action-rows.ts'
import { type FlagRow, flagOf } from '#store/flags/flag-rows.ts'
import type { TaskRow } from '#store/tasks/task-rows.ts'
import type { Turn } from '../in/turn-types.ts'

/** One task as `nightdesk run` prints it. */
export interface TaskResult {
  task: string
  agent: string
  intent: string
  status: string
  tier: string
  actions: { kind: string; status: string; args: Record<string, unknown>; rule?: string }[]
  question?: { text: string; slots: string[]; choices: { label: string; value: string }[] }
  flag?: { id: string; reason: string; headline: string; owner: string; expiresAt: string; proposed: string[] }
}

/** What a turn came to, as `nightdesk run` prints it beside the id of its line. */
export interface TurnResult {
  seq: number
  /** The event's own id. */
  event: string
  kind: string
  tasks: TaskResult[]
  reply: string | null
}

/** Reads a turn's result out of the store. */
export function* resultOf(turn: Turn, tasks: readonly TaskRow[], reply: Outbound | null): Operation<TurnResult> {
  const results: TaskResult[] = []
  for (const row of tasks) {
    const actions = yield* actionsOf(row.task.id)
    const flag = yield* flagOf(row.task.id)
    results.push({
      task: row.task.id,
      agent: row.task.agent,
      intent: row.task.intent,
      status: statusOf(row),
      tier: row.task.tier,
      actions: actions.map(({ kind, status, args, rule }) => ({
        kind,
        status: status === 'intended' ? 'proposed' : status,
        args: called(kind, args, recordsIn(actions)),
        rule,
      })),
      ...(row.task.status === 'waiting_requester' &&
        row.question && {
          question: { text: row.question.text, slots: row.question.slots, choices: row.question.choices },
        }),
      ...(flag && { flag: flagResult(flag) }),
    })
  }
  return {
    seq: turn.seq,
    event: turn.event.id,
    kind: turn.event.kind,
    tasks: results,
    reply: reply?.type === 'reply' ? reply.text : null,
  }
}

/** What an action is named by that another one names: the record it made, where it has made it. */
const recordsIn =
  (actions: readonly ActionRow[]) =>
  (id: string): string =>
    actions.find((action) => action.id === id && action.status === 'done')?.record ?? linkTo(id)

const statusOf = ({ task }: TaskRow): string => (task.status === 'open' ? 'failed' : task.status)

function flagResult(flag: FlagRow): NonNullable<TaskResult['flag']> {
  const { id, reason, owner, body } = flag
  return { id, reason, headline: body.headline, owner, expiresAt: toIso(flag.expireMs), proposed: body.proposed }
}
