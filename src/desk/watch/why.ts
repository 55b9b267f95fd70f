import { sayMoment } from '#kernel/time.ts'
import type { Operation } from '#ports/sql.ts'
import { type ActionRow, actionById, actionsOf, recentActions } from '#store/actions/action-rows.ts'
import { type FlagRow, flagOf } from '#store/flags/flag-rows.ts'
import { type Cost, costOfTask } from '#store/model/cost.ts'
import { type TaskRow, taskById } from '#store/tasks/task-rows.ts'
import { past } from '../act/decide.ts'
import type { DeskContext } from '../context.ts'
import { sayCost } from '../views/cost.ts'

/** Everything the desk knows of why something was done. */
export interface Reasons {
  task: TaskRow
  actions: ActionRow[]
  flag: FlagRow | undefined
  /** What the model was used for. */
  cost: Cost
}

/** Reads the reasons behind a task or an action id. */
export function* reasonsOf(id: string): Operation<Reasons | undefined> {
  const action = yield* actionById(id)
  const task = yield* taskById(action?.task ?? id)
  if (!task) return undefined
  const { id: taskId } = task.task
  return {
    task,
    actions: action ? [action] : yield* actionsOf(taskId),
    flag: yield* flagOf(taskId),
    cost: yield* costOfTask(taskId),
  }
}

/** `why`: inputs, rules, facts, versions and who decided, for an id or for the last thing done in the conversation. */
export async function explain(
  desk: DeskContext,
  conversation: string,
  about: string | null,
  zone: string,
): Promise<string[]> {
  const reasons = await desk.sql.read(function* () {
    const id = about ?? (yield* recentActions(conversation, 1))[0]?.id
    return id ? yield* reasonsOf(id) : undefined
  })
  if (!reasons) return [about ? `I know nothing of ${about}.` : 'Nothing has been done in this conversation yet.']
  return sayReasons(reasons, zone, desk.clock.nowMs())
}

function sayReasons({ task: { task, policy }, actions, flag, cost }: Reasons, zone: string, nowMs: number): string[] {
  return [
    `Asked: "${task.agent === 'desk' ? task.intent : task.text}" by ${task.principal.name ?? task.principal.id} (${task.principal.kind}, ${task.principal.assurance}), ${sayMoment(task.createdMs, zone, nowMs)}.`,
    `Handled by ${task.agent} ${task.agentVersion}${sayPack(task)}, understood by ${task.tier}, policy ${policy}. Cost ${sayCost(cost)}.`,
    ...actions.map(
      (action) =>
        `${action.kind} (${action.id}): ${action.status}. Because ${action.because}. Policy: ${action.rule}. Facts: ${sayFacts(action.facts)}.`,
    ),
    ...(flag ? [sayFlag(flag)] : []),
  ]
}

function sayPack({ pack, packHash, model, routedBy }: TaskRow['task']): string {
  if (pack === null) return ''
  const route = routedBy === null ? [] : [`job found by the router's pack ${routedBy.replace('#', ', ')}`]
  return ` (${[`pack ${pack}, ${packHash}`, model === null ? 'no model' : `model ${model}`, ...route].join('; ')})`
}

const sayFacts = (facts: Record<string, unknown>): string =>
  Object.entries(facts)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ')

function sayFlag(flag: FlagRow): string {
  const asked = `Flag ${flag.id} (${flag.reason}), stopped by ${flag.body.rule}`
  return flag.state === 'open'
    ? `${asked}: open.`
    : `${asked}: ${past(flag.verb ?? '')} by ${flag.decidedBy ?? 'nobody'}.`
}
