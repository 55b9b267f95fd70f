import type { Inverse } from '#kernel/actions/definition.ts'
import { DeskError } from '#kernel/errors.ts'
import { idOf } from '#kernel/ids.ts'
import type { Principal } from '#kernel/principal.ts'
import { sayMoment } from '#kernel/time.ts'
import { DAY_MS } from '#kernel/units.ts'
import type { Performer } from '#ports/performer.ts'
import type { Tasks } from '#ports/tasks.ts'
import { type ActionRow, actionById, actionsOf, recentActions } from '#store/actions/action-rows.ts'
import { markAction, planAction } from '#store/actions/change.ts'
import { appendAudit } from '#store/audit/append.ts'
import { keepSaid } from '#store/tasks/change.ts'
import type { DeskContext } from '../context.ts'
import { actionContext } from './action-context.ts'
import { actionBody } from './audit-bodies.ts'
import { isApprover } from './authority.ts'
import type { Hands } from './hands.ts'
import { definitionOf, judgePlan } from './judge.ts'
import { putsBack } from './put-back.ts'
import { changedError, lessOps, standingArgs } from './since.ts'
import { followersOf, isWay, wholeOf } from './together.ts'

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
  // Undo after undo goes further back; what an undo did is taken back only by name.
  const candidates = actionId
    ? [await desk.sql.read(() => actionById(actionId))]
    : (await desk.sql.read(() => recentActions(conversation, RECENT))).filter((action) => !isUndo(action))
  const found = candidates.find(
    (action) =>
      action &&
      action.status === 'done' &&
      definitionOf(action.kind).inverseOnly !== true &&
      !putsBack(action) &&
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
 * Journals the inverse of an action as the plan of a task of its own, performs it and ends the task. What was done with it is
 * taken back with it, the last first: the ways to and from a meeting, what made way for it, both halves of a swap; after a bare
 * "undo" also the other meetings of one cancellation.
 * @throws DeskError UNDO_TOO_LATE, UNDO_IMPOSSIBLE, UNDO_CHANGED (with before, ours and now)
 */
export async function undo(
  desk: DeskContext,
  parts: UndoParts,
  taskId: string,
  action: ActionRow,
  principal: Principal,
  /** Nobody named the action: all that was done with it is meant. */
  bare = false,
): Promise<void> {
  const nowMs = desk.clock.nowMs()
  const planned = await desk.sql.read(() => actionsOf(taskId))
  const done = await desk.sql.read(() => actionsOf(action.task))
  const meant = bare ? (done.find((one) => one.status === 'done' && !isWay(one)) ?? action) : action
  const along = companions(done.find((one) => one.id === meant.id) ?? meant, done, bare)
  if (planned.length === 0) {
    const inverse = await inverseOf(desk, parts.hands, meant, principal, nowMs)
    const others = []
    // What somebody changed since is left as it is; what was asked for was looked at above.
    for (const one of along) others.push(await inverseOf(desk, parts.hands, one, principal, nowMs).catch(changedSince))
    const plan = [inverse, ...others]
      .filter((one) => one !== null)
      .sort((x, y) => Number(isWay(x.of)) - Number(isWay(y.of)) || y.of.position - x.of.position)
    await planInverses(desk, taskId, plan, principal, nowMs)
    const left = plan.flatMap((one) => one.left ?? [])
    if (left.length > 0) await desk.sql.write(() => keepSaid(taskId, { lines: [], choices: [], notes: left }))
  }
  await parts.performer.perform(taskId)
  const inverses = await desk.sql.read(() => actionsOf(taskId))
  const undone = [meant, ...along].filter(
    (one) => one.status !== 'undone' && inverses.some((row) => row.because === becauseOf(one) && row.status === 'done'),
  )
  if (undone.length > 0) {
    await desk.sql.write(function* () {
      for (const { id, task } of undone) {
        yield* markAction(id, 'undone', null)
        yield* appendAudit(desk.audit, { atMs: nowMs, what: 'action.undone', task, payload: { id, by: principal.id } })
      }
    })
    for (const { id } of undone) desk.changed({ topic: 'actions', id })
  }
  await parts.tasks.end(taskId, { request: null, ruling: null, tier: 'rules' })
}

const UNDO_OF = 'undo of '
const becauseOf = (action: ActionRow): string => UNDO_OF + action.id
/** Whether an action takes another one back. */
export const isUndo = ({ because }: Pick<ActionRow, 'because'>): boolean => because.startsWith(UNDO_OF)

/** What else of its task is taken back with an action, the last one first. */
function companions(action: ActionRow, task: readonly ActionRow[], bare: boolean): ActionRow[] {
  const whole = wholeOf(task, action)
  const along = new Set([...whole, ...whole.flatMap((part) => followersOf(task, part))])
  return task
    .filter(
      (one) =>
        one.id !== action.id &&
        one.status === 'done' &&
        (bare || along.has(one) || (isWay(one) && touches(one, action))),
    )
    .sort((a, b) => b.position - a.position)
}

/** Whether a way was written for this very meeting. */
function touches(way: ActionRow, meeting: ActionRow): boolean {
  const [one, other] = [way.after, meeting.after] as ({ start?: string; end?: string } | null)[]
  return one?.end === other?.start || one?.start === other?.end
}

interface InversePlan extends Inverse {
  of: ActionRow
  now: unknown
  rule: string
  facts: Record<string, unknown>
  /** What somebody changed since and was therefore left as it is. */
  left: string | null
}

async function inverseOf(
  desk: DeskContext,
  hands: Hands,
  action: ActionRow,
  principal: Principal,
  nowMs: number,
): Promise<InversePlan> {
  const doneMs = action.performedMs ?? 0
  if (nowMs - doneMs > UNDO_REACH_MS)
    throw new DeskError('UNDO_TOO_LATE', { at: sayMoment(doneMs + UNDO_REACH_MS, principal.zone, nowMs) })
  const definition = definitionOf(action.kind)
  const wanted = definition.inverse(action.args, action.before, action.after)
  if (!wanted) throw new DeskError('UNDO_IMPOSSIBLE', { why: definition.undoneNever ?? 'it has been seen already' })
  const now = await hands.of(wanted.kind).look(wanted.kind, wanted.args)
  const standing = standingArgs(action, now)
  if (!standing) throw await changedError(desk, principal, action, now, action.args)
  const changed = lessOps(action.args, standing)
  const left = changed && (await changedError(desk, principal, action, now, changed)).message
  const inverse = definition.inverse(standing, action.before, now) ?? wanted
  const context = await actionContext(desk, principal, [inverse.args, now])
  const [verdict] = judgePlan([{ ...inverse, before: now }], {
    policy: desk.policy(),
    context,
    pausedBy: null,
    undoing: true,
  })
  if (verdict?.verdict !== 'do')
    throw new DeskError('NOT_ALLOWED', { why: (verdict?.rule ?? 'policy').replace(/^fixed: /, '') })
  return { ...inverse, of: action, now, rule: verdict.rule, facts: verdict.facts, left }
}

function changedSince(error: unknown): null {
  if (error instanceof DeskError && !error.retry) return null
  throw error
}

async function planInverses(
  desk: DeskContext,
  taskId: string,
  plan: readonly InversePlan[],
  principal: Principal,
  nowMs: number,
): Promise<void> {
  const rows = plan.map(({ kind, args, of, now, rule, facts }, position) => ({
    id: `${taskId}.${position}`,
    task: taskId,
    position,
    kind,
    args,
    because: becauseOf(of),
    verdict: 'do' as const,
    rule,
    facts,
    key: idOf('', [taskId, kind, args], 26),
    status: 'intended' as const,
    problem: null,
    before: now,
    conversation: of.conversation,
    principal: principal.id,
  }))
  await desk.sql.write(function* () {
    for (const [at, row] of rows.entries()) {
      yield* planAction(row)
      yield* appendAudit(desk.audit, {
        atMs: nowMs,
        what: 'undo.planned',
        task: taskId,
        payload: actionBody(row, plan[at]?.of.record ?? null, null),
      })
    }
  })
}
