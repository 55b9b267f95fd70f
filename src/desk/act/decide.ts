import { sayWho } from '#kernel/display.ts'
import { DeskError } from '#kernel/errors.ts'
import type { Decision } from '#kernel/inbound.ts'
import type { Principal } from '#kernel/principal.ts'
import { sayMoment } from '#kernel/time.ts'
import { MINUTE_MS } from '#kernel/units.ts'
import { memberById } from '#policy/people.ts'
import type { Operation } from '#ports/sql.ts'
import { actionsOf } from '#store/actions/action-rows.ts'
import { editAction, markAction } from '#store/actions/change.ts'
import { appendAudit } from '#store/audit/append.ts'
import { decideFlag } from '#store/flags/change.ts'
import { type FlagRow, flagById } from '#store/flags/flag-rows.ts'
import { enqueue, type OutboxDraft } from '#store/outbox/outbox.ts'
import { takeOver } from '#store/taken-over.ts'
import { reopenTask } from '#store/tasks/change.ts'
import { taskOnFile } from '#store/tasks/task-rows.ts'
import type { DeskContext } from '../context.ts'
import { setTimer } from '../watch/timers.ts'
import { decidesFlag } from './authority.ts'
import { checkedEdits, NO_EDITS } from './edits.ts'
import { planHash } from './plan-hash.ts'

const SNOOZE_DEFAULT_MINUTES = 30

export interface Decided {
  flag: FlagRow
  /** False for a snooze: the flag stays open. */
  resumes: boolean
}

/**
 * Takes a decision at the door: who, in time, once. It is on the disk when this resolves; only then is a click answered.
 * @param options.withdraws whoever asked takes their own words back; outsiders do so by declining, too
 * @throws DeskError FLAG_NOT_FOUND, NOT_YOUR_DECISION, FLAG_DECIDED, FLAG_EXPIRED, CARD_CHANGED, BAD_EDIT, NOT_ALLOWED
 */
export async function decide(
  desk: DeskContext,
  decision: Decision,
  by: Principal,
  seq: number,
  simulated: boolean,
  { withdraws = false }: { withdraws?: boolean } = {},
): Promise<Decided> {
  const flag = await desk.sql.read(() => flagById(decision.flag))
  if (!flag) throw new DeskError('FLAG_NOT_FOUND', { flag: decision.flag })
  const withdrawn = !simulated && (withdraws || by.kind !== 'member') && (await isOwnRequest(desk, flag, decision, by))
  if (!withdrawn) checkMayDecide(desk, flag, by, simulated)
  checkOpen(desk, flag, by)
  const nowMs = desk.clock.nowMs()
  await checkStillAsShown(desk, flag, decision)
  if (decision.verb === 'snooze') return snooze(desk, flag, decision, by)

  const edits = decision.verb === 'edit' ? await checkedEdits(desk, flag, decision.edit, by) : NO_EDITS
  const verb = edits.leavesNothing ? 'decline' : decision.verb
  const name = withdrawn ? sayWho(by) : nameOf(desk, by)
  const won = await desk.sql.write(function* (): Operation<boolean> {
    if (!(yield* decideFlag(flag.id, { state: 'decided', verb, by: name, atMs: nowMs, seq }))) return false
    for (const { id, kind, args } of edits.changed) yield* editAction(id, kind, args)
    if (verb === 'edit') for (const id of edits.leftOut) yield* markAction(id, 'refused', `${name} left it out`)
    yield* reopenTask(flag.task)
    if (verb === 'take_over') yield* takeOverOf(desk, flag, by, seq)
    yield* closeCards(desk, flag, `${withdrawn ? 'withdrawn' : past(verb)} by ${name}`)
    yield* appendAudit(desk.audit, {
      atMs: nowMs,
      what: 'flag.decided',
      task: flag.task,
      payload: {
        flag: flag.id,
        verb,
        by: by.id,
        ...(by.through && { through: by.through }),
        note: decision.note ?? null,
      },
    })
    return true
  })
  const now = (await desk.sql.read(() => flagById(flag.id))) ?? flag
  if (!won) throw alreadyDecided(now, by)
  desk.trip.reach('after-decision')
  desk.changed({ topic: 'flags', id: flag.id })
  return { flag: now, resumes: true }
}

/** A member, and whoever decided for them. */
function nameOf(desk: DeskContext, { id, through }: Principal): string {
  const name = memberById(desk.policy(), id)?.name ?? id
  return through === undefined ? name : `${name} (through ${through})`
}

/** Who takes a matter of somebody outside over answers them from then on; the desk keeps out of their conversation. */
export function* takeOverOf(desk: DeskContext, flag: FlagRow, by: Principal, seq: number): Operation<void> {
  const { task } = yield* taskOnFile(flag.task)
  const untilMs = desk.clock.nowMs() + desk.policy().approvals.takeOverMs
  if (task.principal.kind !== 'member') yield* takeOver(task.conversation, { by: by.id, untilMs, seq })
}

/** Whether somebody could decide a flag now. */
export const isOpenTo = (desk: DeskContext, flag: FlagRow, by: Principal, simulated: boolean): boolean =>
  mayDecide(desk, flag, by, simulated) && flag.state === 'open' && desk.clock.nowMs() < flag.expireMs

/** The same, saying why not. @throws DeskError NOT_YOUR_DECISION, FLAG_DECIDED, FLAG_EXPIRED */
export function checkOpenTo(desk: DeskContext, flag: FlagRow, by: Principal): void {
  checkMayDecide(desk, flag, by, false)
  checkOpen(desk, flag, by)
}

function checkOpen(desk: DeskContext, flag: FlagRow, by: Principal): void {
  if (flag.state !== 'open') throw alreadyDecided(flag, by)
  const nowMs = desk.clock.nowMs()
  if (nowMs >= flag.expireMs) throw expired(flag, by, nowMs)
}

/** Whoever asked may take their request back while nobody has decided. */
async function isOwnRequest(desk: DeskContext, flag: FlagRow, { verb }: Decision, by: Principal): Promise<boolean> {
  if (verb !== 'decline') return false
  const { task } = await desk.sql.read(() => taskOnFile(flag.task))
  return task.principal.kind === by.kind && task.principal.id === by.id
}

const mayDecide = (desk: DeskContext, flag: FlagRow, by: Principal, simulated: boolean): boolean =>
  by.kind === 'member' && by.assurance === 'verified' && !simulated && decidesFlag(desk.policy(), by.id, flag)

function checkMayDecide(desk: DeskContext, flag: FlagRow, by: Principal, simulated: boolean): void {
  if (mayDecide(desk, flag, by, simulated)) return
  const policy = desk.policy()
  const names = [flag.owner, flag.backup].flatMap((id) => (id ? [memberById(policy, id)?.name ?? id] : []))
  throw new DeskError('NOT_YOUR_DECISION', { owner: names.join(' or ') })
}

/** What was approved is what was shown. Taking over, declining and waiting mean the flag, whatever it proposes. */
async function checkStillAsShown(desk: DeskContext, flag: FlagRow, { verb, plan }: Decision): Promise<void> {
  if (plan === undefined || (verb !== 'approve' && verb !== 'edit')) return
  const now = await desk.sql.read(() => actionsOf(flag.task))
  if (planHash(now) !== plan) throw new DeskError('CARD_CHANGED')
}

/** The decision another tap took; its own redelivery is told the same and does no harm. */
function alreadyDecided(flag: FlagRow, by: Principal): DeskError {
  if (flag.state === 'expired') return expired(flag, by, flag.decidedMs ?? flag.expireMs)
  const at = flag.decidedMs === null ? '' : sayMoment(flag.decidedMs, by.zone, flag.decidedMs)
  return new DeskError('FLAG_DECIDED', { by: flag.decidedBy ?? 'somebody', at, verb: past(flag.verb ?? '') })
}

function expired(flag: FlagRow, by: Principal, nowMs: number): DeskError {
  return new DeskError('FLAG_EXPIRED', { at: sayMoment(flag.expireMs, by.zone, nowMs), default: flag.body.onExpiry })
}

async function snooze(desk: DeskContext, flag: FlagRow, decision: Decision, by: Principal): Promise<Decided> {
  const minutes = Number(decision.note ?? SNOOZE_DEFAULT_MINUTES)
  const untilMs =
    desk.clock.nowMs() + (Number.isFinite(minutes) && minutes > 0 ? minutes : SNOOZE_DEFAULT_MINUTES) * MINUTE_MS
  if (untilMs >= flag.expireMs) {
    throw new DeskError('NOT_ALLOWED', {
      why: `it has to be decided by ${sayMoment(flag.expireMs, by.zone, desk.clock.nowMs())}`,
    })
  }
  await desk.sql.write(function* () {
    const timer = { what: 'flag.remind' as const, about: flag.id, conversation: `flags:${flag.owner}`, atMs: untilMs }
    // A redelivered press finds its timer set.
    if (!(yield* setTimer(timer))) return
    yield* appendAudit(desk.audit, {
      atMs: desk.clock.nowMs(),
      what: 'flag.snoozed',
      task: flag.task,
      payload: { flag: flag.id, by: by.id, untilMs },
    })
  })
  return { flag, resumes: false }
}

/** Closes the card wherever it is shown. */
export function* closeCards(desk: DeskContext, flag: FlagRow, outcome: string): Operation<void> {
  for (const channel of desk.channels.values()) {
    if (!channel.capabilities.members) continue
    yield* enqueue(closedCard(flag, channel.name, outcome, desk.clock.nowMs()))
  }
}

/** Key of what closes the copies of a flag's card on a channel. */
export const closedKey = (flag: Pick<FlagRow, 'id'>, channel: string): string => `closed:${flag.id}:${channel}`

/** What closes the copies of a flag's card on a channel. */
export const closedCard = (flag: FlagRow, channel: string, outcome: string, nowMs: number): OutboxDraft => ({
  key: closedKey(flag, channel),
  channel,
  conversation: `flags:${flag.owner}`,
  to: [flag.owner],
  message: { type: 'card_closed', flag: flag.id, headline: flag.body.headline, outcome },
  task: flag.task,
  nowMs,
})

const PAST: Record<string, string> = {
  approve: 'approved',
  edit: 'edited and approved',
  decline: 'declined',
  take_over: 'taken over',
  expire: 'expired',
}
/** A decision's verb in the past tense. */
export const past = (verb: string): string => PAST[verb] ?? verb
