import type { MessageArgs } from '#kernel/actions/message-send.ts'
import { reworded } from '#language/dictated.ts'
import { type ActionRow, actionsOf } from '#store/actions/action-rows.ts'
import { rejudgeAction } from '#store/actions/change.ts'
import { appendAudit } from '#store/audit/append.ts'
import { askAnew } from '#store/tasks/change.ts'
import type { TaskRow } from '#store/tasks/task-rows.ts'
import type { DeskContext } from '../context.ts'
import { runAll, runTask } from './run-tasks.ts'
import type { Turn, TurnOutcome, TurnParts } from './turn-types.ts'

/**
 * "Shorter", "add: ...", "Thursday instead" to a message that waits for a yes: its text is changed, and it is asked about anew. Nothing is
 * sent, and what is asked about is judged again when it is. Null for any other words, or another question.
 */
export async function reword(
  desk: DeskContext,
  parts: TurnParts,
  turn: Turn,
  meant: TaskRow,
): Promise<TurnOutcome | null> {
  if (meant.question?.kind !== 'confirm') return null
  const waiting = (await desk.sql.read(() => actionsOf(meant.task.id))).filter(({ status }) => status === 'proposed')
  const changed = waiting.flatMap((action) => rewordedAction(action, turn.event.text))
  if (changed.length === 0 || changed.length < waiting.length) return null
  const looked = await Promise.all(
    changed.map(async (action) => ({
      ...action,
      before: await parts.hands.of(action.kind).look(action.kind, action.args),
    })),
  )
  await desk.sql.write(function* () {
    for (const action of looked) yield* rejudgeAction(action)
    yield* askAnew(meant.task.id, turn.seq)
    yield* appendAudit(desk.audit, {
      atMs: desk.clock.nowMs(),
      what: 'plan.reworded',
      task: meant.task.id,
      payload: { by: turn.principal.id, actions: looked.map(({ id }) => id) },
    })
  })
  await runTask(desk, parts, meant.task.id)
  return { tasks: await runAll(desk, parts, turn, [meant.task.id]) }
}

function rewordedAction(action: ActionRow, wish: string): ActionRow[] {
  if (action.kind !== 'message.send') return []
  const text = reworded((action.args as unknown as MessageArgs).text, wish)
  return text === null ? [] : [{ ...action, args: { ...action.args, text } }]
}
