import { called, linkedActions } from '#kernel/actions/links.ts'
import { asDeskError, DeskError, type ErrorCode } from '#kernel/errors.ts'
import { MINUTE_MS } from '#kernel/units.ts'
import type { Performer } from '#ports/performer.ts'
import type { Operation } from '#ports/sql.ts'
import { type ActionRow, actionById, actionsOf } from '#store/actions/action-rows.ts'
import { confirmAction, markAction } from '#store/actions/change.ts'
import { appendAudit } from '#store/audit/append.ts'
import { releaseHold } from '#store/holds/holds.ts'
import { enqueue, type OutboxDraft } from '#store/outbox/outbox.ts'
import { taskOnFile } from '#store/tasks/task-rows.ts'
import type { DeskContext } from '../context.ts'
import { faultFields } from '../watch/fault-fields.ts'
import { watchMeeting } from '../watch/meetings.ts'
import { watchRecords } from '../watch/tidy-up.ts'
import { setTimer } from '../watch/timers.ts'
import { actionBody } from './audit-bodies.ts'
import type { Written } from './hand.ts'
import type { Hands } from './hands.ts'
import type { Intents } from './intents.ts'
import { definitionOf } from './judge.ts'
import { patience } from './patience.ts'
import { pendingQuestion } from './pending-question.ts'
import { putBack } from './put-back.ts'
import { teamNotices } from './tell-team.ts'
import { followersOf, isWay, wholeOf } from './together.ts'

const TO_DO: ReadonlySet<ActionRow['status']> = new Set(['intended', 'queued'])

/** A write whose service is down is tried again after this, for as long as the service stays away. */
const TRY_AGAIN_MS = 5 * MINUTE_MS

/** Failures that are nobody's breakdown: the plan met a world that had changed. */
const REFUSED_BY_THE_WORLD: ReadonlySet<ErrorCode> = new Set(['CONFLICT', 'SLOT_TAKEN'])

/**
 * Performs intended actions one after the other: the intent is on the disk already, then come the port call, the read-back,
 * and the ledger row with before and after. An intent of an earlier process is looked up before it is called again.
 */
export function performer(desk: DeskContext, hands: Hands, intents: Intents): Performer {
  const patient = patience()

  async function write(action: ActionRow): Promise<Written & { asAsked: boolean }> {
    const hand = hands.of(action.kind)
    const args = called(action.kind, action.args, await madeRecords(desk, action))
    if (!intents.take(action.id)) {
      const earlier = await hand.landed(action.kind, args, action.key, action.before)
      if (earlier) return { ...earlier, asAsked: true }
    }
    const { record } = await patient(definitionOf(action.kind).store, () => hand.call(action.kind, args, action.key))
    desk.trip.reach('after-port-call')
    return { record, ...(await hand.verify(action.kind, args, record)) }
  }

  /** Answers whether it was or still will be written, as far as that can be told. */
  async function performOne(action: ActionRow): Promise<boolean> {
    try {
      const written = await write(action)
      desk.trip.reach('after-read-back')
      const notices = written.asAsked ? await teamNotices(desk, action) : []
      await desk.sql.write(() => ledger(desk, action, written, notices), { lazy: true })
      desk.changed({ topic: 'actions', id: action.id })
      return true
    } catch (error) {
      const known = asDeskError(error, action.id)
      if (known.code === 'DISK_FULL') throw known
      if (known.code === 'INTERNAL')
        desk.log.error(
          { action: action.id, kind: action.kind, ...faultFields(error) },
          'an action failed inside the desk',
        )
      const found = await lookAgain(action)
      // Whether it got through cannot be told now: what may be tried again is looked up then, the rest a person checks.
      const unsure = found === 'unknown' && !known.retry ? { record: '', after: null, asAsked: false } : null
      const written = unsure ?? (found === 'unknown' ? null : found)
      await desk.sql.write(() => (written ? ledger(desk, action, written) : failure(desk, action, known)))
      return written !== null || waits(known)
    }
  }

  /** After a failed call: a write may have got through although its answer did not come back. */
  async function lookAgain(action: ActionRow): Promise<(Written & { asAsked: boolean }) | null | 'unknown'> {
    try {
      const args = called(action.kind, action.args, await madeRecords(desk, action))
      const there = await hands.of(action.kind).landed(action.kind, args, action.key, action.before)
      return there && { ...there, asAsked: true }
    } catch {
      return 'unknown'
    }
  }

  const isPending = async (taskId: string) => pendingQuestion(await desk.sql.read(() => taskOnFile(taskId))) !== null

  return {
    async perform(taskId) {
      const tried = new Set<string>()
      let plan = await desk.sql.read(() => actionsOf(taskId))
      for (;;) {
        const next = plan.find((action) => TO_DO.has(action.status) && !tried.has(action.id))
        if (!next) {
          desk.trip.reach('after-perform')
          return { asked: plan.some((action) => action.status === 'proposed') || (await isPending(taskId)) }
        }
        tried.add(next.id)
        // What could not be done may have changed what is left to do.
        if (!(await performOne(next))) plan = await desk.sql.read(() => actionsOf(taskId))
      }
    },
  }
}

/** The ledger row: what was written, read back, with what takes it back. A write that reads back otherwise is `unsure`. */
function* ledger(
  desk: DeskContext,
  action: ActionRow,
  { record, after, asAsked }: Written & { asAsked: boolean },
  notices: readonly OutboxDraft[] = [],
): Operation<void> {
  const nowMs = desk.clock.nowMs()
  yield* releaseHold(action.id)
  if (!asAsked) {
    yield* markAction(action.id, 'unsure', new DeskError('UNVERIFIED', { what: action.kind }).message)
    yield* appendAudit(desk.audit, {
      atMs: nowMs,
      what: 'action.unsure',
      task: action.task,
      payload: actionBody(action, record, after),
    })
    return
  }
  const definition = definitionOf(action.kind)
  const isLasting = definition.undo === 'impossible' || definition.inverse(action.args, action.before, after) === null
  const undoUntilMs = isLasting ? null : nowMs + desk.policy().approvals.undoMs
  const confirmed = yield* confirmAction({ id: action.id, record, after, undoUntilMs, performedMs: nowMs })
  if (definition.store === 'calendar') yield* watchMeeting(desk, after)
  if (definition.store === 'crm') yield* watchRecords(desk)
  for (const notice of notices) yield* enqueue(notice)
  if (confirmed)
    yield* appendAudit(desk.audit, {
      atMs: nowMs,
      what: 'action.done',
      task: action.task,
      payload: actionBody(action, record, after),
    })
}

/** The records that earlier actions of the plan made. @throws DeskError CONFLICT where one made none */
async function madeRecords(desk: DeskContext, { kind, args }: ActionRow): Promise<(action: string) => string> {
  const made = new Map<string, string>()
  for (const id of linkedActions(kind, args)) {
    const base = await desk.sql.read(() => actionById(id))
    if (base?.status !== 'done' || !base.record) throw new DeskError('CONFLICT', { what: 'What it belongs to' })
    made.set(id, base.record)
  }
  return (id) => made.get(id) ?? ''
}

/**
 * What belongs to a write that failed is not done either: the ways to a meeting, and all of a plan that is done as a whole.
 * What was done of such a plan is put back, in the same commit as the failure.
 */
function* breakOff(desk: DeskContext, failed: ActionRow): Operation<void> {
  const plan = yield* actionsOf(failed.task)
  const [one = failed] = plan.filter(({ id }) => id === failed.id)
  const whole = wholeOf(plan, one)
  const along = new Set([...whole, ...whole.flatMap((part) => followersOf(plan, part)), ...plan.filter(isWay)])
  for (const action of along) if (TO_DO.has(action.status)) yield* leftOut(desk, action)
  if (whole.length > 1) yield* putBack(plan, new Set(whole))
}

function* leftOut(desk: DeskContext, action: ActionRow): Operation<void> {
  yield* markAction(action.id, 'failed', 'What it belongs to could not be done.')
  yield* releaseHold(action.id)
  yield* appendAudit(desk.audit, {
    atMs: desk.clock.nowMs(),
    what: 'action.failed',
    task: action.task,
    payload: { id: action.id, kind: action.kind, code: 'CONFLICT' },
  })
}

/** Only the service was away. */
const waits = (error: DeskError): boolean => error.retry && !REFUSED_BY_THE_WORLD.has(error.code)

/** A write that did not happen. Where only the service was away it is queued, and a timer tries again. */
function* failure(desk: DeskContext, action: ActionRow, error: DeskError): Operation<void> {
  const nowMs = desk.clock.nowMs()
  const queued = waits(error)
  yield* markAction(action.id, queued ? 'queued' : 'failed', error.message)
  if (queued)
    yield* setTimer({
      what: 'task.retry',
      about: action.task,
      conversation: action.conversation,
      atMs: nowMs + TRY_AGAIN_MS,
    })
  else {
    yield* releaseHold(action.id)
    yield* breakOff(desk, action)
  }
  yield* appendAudit(desk.audit, {
    atMs: nowMs,
    what: queued ? 'action.queued' : 'action.failed',
    task: action.task,
    payload: { id: action.id, kind: action.kind, code: error.code },
  })
}
