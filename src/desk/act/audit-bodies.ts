import type { Task } from '#kernel/task.ts'
import type { ActionRow } from '#store/actions/action-rows.ts'

/** What the chain keeps of a judged plan: who, which agent and policy, and for each action the rule that spoke. */
export function planBody(
  task: Task,
  policy: string,
  actions: readonly Pick<ActionRow, 'id' | 'kind' | 'verdict' | 'rule'>[],
) {
  return {
    by: task.principal.id,
    kind: task.principal.kind,
    agent: `${task.agent}@${task.agentVersion}`,
    policy,
    actions: actions.map(({ id, kind, verdict, rule }) => ({ id, kind, verdict, rule })),
  }
}

/** What the chain keeps of one write: the record, before and after. */
export function actionBody(
  action: Pick<ActionRow, 'id' | 'kind' | 'args' | 'before'>,
  record: string | null,
  after: unknown,
) {
  return { id: action.id, kind: action.kind, record, args: action.args, before: action.before, after }
}
