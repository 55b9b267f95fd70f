import { DeskError } from '#kernel/errors.ts'
import { canonical, idOf } from '#kernel/ids.ts'
import type { Principal } from '#kernel/principal.ts'
import { sayMoment } from '#kernel/time.ts'
import { DAY_MS } from '#kernel/units.ts'
import type { Performer } from '#ports/performer.ts'
import type { Tasks } from '#ports/tasks.ts'
import { type ActionRow, actionById, actionsOf, recentActions } from '#store/actions/action-rows.ts'
import { markAction, planAction } from '#store/actions/change.ts'
import { appendAudit } from '#store/audit/append.ts'
import type { DeskContext } from '../context.ts'
import { actionContext } from './action-context.ts'
import { actionBody } from './audit-bodies.ts'
import { isApprover } from './authority.ts'
import type { Hands } from './hands.ts'
import { definitionOf, judgePlan } from './judge.ts'

/** How long a typed "undo" reaches back; the button's window is the policy's and shorter. */
const UNDO_REACH_MS = 30 * DAY_MS
const RECENT = 20

export interface UndoParts {
  hands: Hands
  performer: Performer
  tasks: Tasks
}

/**
 * Finds what "undo" means: the named action, or the last one of the principal in this conversation that can be taken back.
 * @throws DeskError UNDO_NOTHING
 */
export async function undoTarget(
  desk: DeskContext,
  principal: Principal,
  conversation: string,
  actionId: string | null,
): Promise<ActionRow> {
  const candidates = actionId
    ? [await desk.sql.read(() => actionById(actionId))]
    : await desk.sql.read(() => recentActions(conversation, RECENT))
  const found = candidates.find(
    (action) =>
      action &&
      action.status === 'done' &&
      definitionOf(action.kind).inverseOnly !== true &&
      mayUndo(desk, principal, action),
  )
  if (!found) throw new DeskError('UNDO_NOTHING')
  return found
}

function mayUndo(desk: DeskContext, principal: Principal, action: ActionRow): boolean {
  if (principal.assurance !== 'verified') return false
  return action.principal === principal.id || (principal.kind === 'member' && isApprover(desk.policy(), principal.id))
}

/**
 * Journals the inverse of an action as the plan of a task of its own, performs it and ends the task.
 * @throws DeskError UNDO_TOO_LATE, UNDO_IMPOSSIBLE, UNDO_CHANGED (with before, ours and now)
 */
export async function undo(
  desk: DeskContext,
  parts: UndoParts,
  taskId: string,
  action: ActionRow,
  principal: Principal,
): Promise<void> {
  const nowMs = desk.clock.nowMs()
  const planned = await desk.sql.read(() => actionsOf(taskId))
  if (planned.length === 0) await planInverse(desk, parts.hands, taskId, action, principal, nowMs)
  await parts.performer.perform(taskId)
  const [inverse] = await desk.sql.read(() => actionsOf(taskId))
  if (inverse?.status === 'done' && action.status !== 'undone') {
    await desk.sql.write(function* () {
      yield* markAction(action.id, 'undone', null)
      yield* appendAudit(desk.audit, {
        atMs: nowMs,
        what: 'action.undone',
        task: action.task,
        payload: { id: action.id, by: principal.id },
      })
    })
    desk.changed({ topic: 'actions', id: action.id })
  }
  await parts.tasks.end(taskId, { request: null, ruling: null, tier: 'rules' })
}

async function planInverse(
  desk: DeskContext,
  hands: Hands,
  taskId: string,
  action: ActionRow,
  principal: Principal,
  nowMs: number,
): Promise<void> {
  const doneMs = action.performedMs ?? 0
  if (nowMs - doneMs > UNDO_REACH_MS)
    throw new DeskError('UNDO_TOO_LATE', { at: sayMoment(doneMs + UNDO_REACH_MS, principal.zone, nowMs) })
  const definition = definitionOf(action.kind)
  const inverse = definition.inverse(action.args, action.before, action.after)
  if (!inverse) throw new DeskError('UNDO_IMPOSSIBLE', { why: 'it has been seen already' })
  const now = await hands.of(inverse.kind).look(inverse.kind, inverse.args)
  if (canonical(now) !== canonical(action.after)) {
    const context = await actionContext(desk, principal, [now, action])
    const say = (image: unknown) => sayImage(image, context.zone)
    throw new DeskError('UNDO_CHANGED', { before: say(action.before), ours: say(action.after), now: say(now) })
  }
  const context = await actionContext(desk, principal, [inverse.args, now])
  const [verdict] = judgePlan([{ ...inverse, before: now }], {
    policy: desk.policy(),
    context,
    pausedBy: null,
    undoing: true,
  })
  if (verdict?.verdict !== 'do')
    throw new DeskError('NOT_ALLOWED', { why: (verdict?.rule ?? 'policy').replace(/^fixed: /, '') })
  const row = {
    id: `${taskId}.0`,
    task: taskId,
    position: 0,
    kind: inverse.kind,
    args: inverse.args,
    because: `undo of ${action.id}`,
    verdict: 'do' as const,
    rule: verdict.rule,
    facts: verdict.facts,
    key: idOf('', [taskId, inverse.kind, inverse.args], 26),
    status: 'intended' as const,
    problem: null,
    before: now,
    conversation: action.conversation,
    principal: principal.id,
  }
  await desk.sql.write(function* () {
    yield* planAction(row)
    yield* appendAudit(desk.audit, {
      atMs: nowMs,
      what: 'undo.planned',
      task: taskId,
      payload: actionBody(row, action.record, null),
    })
  })
}

/** The few fields of a record that a person compares, in words. */
function sayImage(image: unknown, zone: string): string {
  if (image === null || image === undefined) return 'nothing'
  const event = image as { title?: string; start?: string; end?: string; status?: string; text?: string }
  if (event.start && event.end)
    return `"${event.title ?? ''}" ${event.start} to ${event.end}${event.status === 'cancelled' ? ', cancelled' : ''} (${zone})`
  return event.text ?? 'a record'
}
