import { sayMoment } from '#kernel/time.ts'
import type { Operation } from '#ports/sql.ts'
import { type ActionRow, actionById, actionsOf, recentActions } from '#store/actions/action-rows.ts'
import { type FlagRow, flagOf } from '#store/flags/flag-rows.ts'
import { type TaskRow, taskById } from '#store/tasks/task-rows.ts'
import { past } from '../act/decide.ts'
import type { DeskContext } from '../context.ts'

/** Everything the desk knows of why something was done. */
export interface Reasons {
  task: TaskRow
  actions: ActionRow[]
  flag: FlagRow | undefined
}

/** Reads the reasons behind a task or an action id. */
export function* reasonsOf(id: string): Operation<Reasons | undefined> {
  const action = yield* actionById(id)
  const task = yield* taskById(action?.task ?? id)
  if (!task) return undefined
  return { task, actions: action ? [action] : yield* actionsOf(task.task.id), flag: yield* flagOf(task.task.id) }
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

function sayReasons({ task: { task, policy }, actions, flag }: Reasons, zone: string, nowMs: number): string[] {
  return [
    `Asked: "${task.agent === 'desk' ? task.intent : task.text}" by ${task.principal.name ?? task.principal.id} (${task.principal.kind}, ${task.principal.assurance}), ${sayMoment(task.createdMs, zone, nowMs)}.`,
    `Handled by ${task.agent} ${task.agentVersion}${sayPack(task)}, understood by ${task.tier}, policy ${policy}. Cost 0 calls, 0 tokens.`,
    ...actions.map(
      (action) =>
        `${action.kind} (${action.id}): ${action.status}. Because ${action.because}. Policy: ${action.rule}. Facts: ${sayFacts(action.facts)}.`,
    ),
    ...(flag ? [sayFlag(flag)] : []),
  ]
}

const sayPack = ({ pack, packHash, model }: TaskRow['task']): string =>
  pack === null ? '' : ` (pack ${pack}, ${packHash}; ${model === null ? 'no model' : `model ${model}`})`

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
