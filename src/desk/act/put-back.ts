import { idOf } from '#kernel/ids.ts'
import type { Operation } from '#ports/sql.ts'
import type { ActionRow } from '#store/actions/action-rows.ts'
import { markAction, type PlannedAction, planAction } from '#store/actions/change.ts'
import { definitionOf } from './judge.ts'

const BECAUSE = 'puts back '

/** Plans the inverses of what was done of some parts of a plan, the last first; what is put back counts as undone. */
export function* putBack(plan: readonly ActionRow[], parts: ReadonlySet<ActionRow>): Operation<void> {
  let position = 1 + (plan.at(-1)?.position ?? -1)
  for (const done of plan.filter((action) => parts.has(action) && action.status === 'done').reverse()) {
    const inverse = inverseOf(done, position)
    if (!inverse) continue
    yield* planAction(inverse)
    yield* markAction(done.id, 'undone', null)
    position++
  }
}

/** Whether an action only puts back another one of its plan: it is neither told nor taken back. */
export const putsBack = ({ because }: Pick<ActionRow, 'because'>): boolean => because.startsWith(BECAUSE)

function inverseOf(done: ActionRow, position: number): PlannedAction | null {
  const inverse = definitionOf(done.kind).inverse(done.args, done.before, done.after)
  const { id, task, conversation, principal } = done
  return (
    inverse && {
      ...inverse,
      id: `${task}.${position}`,
      task,
      position,
      because: BECAUSE + id,
      verdict: 'do',
      rule: 'fixed: all of it or none',
      facts: {},
      key: idOf('', [task, position, inverse.kind], 26),
      status: 'intended',
      problem: null,
      before: done.after,
      conversation,
      principal,
    }
  )
}
