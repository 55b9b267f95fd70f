import { Reminder } from '#kernel/actions/reminder.ts'
import { DeskError } from '#kernel/errors.ts'
import type { Inbound } from '#kernel/inbound.ts'
import { sayMoment } from '#kernel/time.ts'
import { MINUTE_MS } from '#kernel/units.ts'
import { memberById } from '#policy/people.ts'
import type { Operation } from '#ports/sql.ts'
import { actionsOf } from '#store/actions/action-rows.ts'
import { appendAudit } from '#store/audit/append.ts'
import { decideFlag, rerouteFlag } from '#store/flags/change.ts'
import { type FlagRow, flagById } from '#store/flags/flag-rows.ts'
import { dueTimers, finish } from '#store/journal/finish.ts'
import { enqueue } from '#store/outbox/outbox.ts'
import { reopenTask } from '#store/tasks/change.ts'
import { taskById } from '#store/tasks/task-rows.ts'
import { closeCards } from '../act/decide.ts'
import { sendCard } from '../act/flags.ts'
import type { DeskContext } from '../context.ts'
import { composeReply } from '../out/reply.ts'
import { toMember } from '../out/to-member.ts'
import { runTask } from './run-tasks.ts'
import { resumeDecided } from './turn-decision.ts'
import { turnMeetings } from './turn-meetings.ts'
import { turnQuestionTimer } from './turn-question-timer.ts'
import { turnTidyUp } from './turn-tidy-up.ts'
import type { Turn, TurnOutcome, TurnParts } from './turn-types.ts'

/** A reminder this late was slept through. */
const LATE_MS = 10 * MINUTE_MS

/** A timer that came due. What it was about may have ended meanwhile; then it is nothing. */
export async function turnTimer(desk: DeskContext, parts: TurnParts, turn: Turn): Promise<TurnOutcome> {
  const { timer } = turn.event
  switch (timer?.what) {
    case 'reminder':
      return remind(desk, turn)
    case 'question.nudge':
    case 'question.drop':
      return turnQuestionTimer(desk, parts, turn)
    case 'meetings':
      return turnMeetings(desk)
    case 'tidy_up':
      return turnTidyUp(desk)
    case 'task.retry':
      return tryAgain(desk, parts, turn, timer.about)
    case 'flag.remind':
    case 'flag.reroute':
    case 'flag.expire':
      return flagTimer(desk, parts, turn, timer.what, timer.about)
    default:
      throw new DeskError('INTERNAL', { reference: turn.key })
  }
}

/** Queued writes again. While their service stays away nothing is said; how they came out is. */
async function tryAgain(desk: DeskContext, parts: TurnParts, turn: Turn, taskId: string): Promise<TurnOutcome> {
  await runTask(desk, parts, taskId)
  const row = await desk.sql.read(() => taskById(taskId))
  const actions = await desk.sql.read(() => actionsOf(taskId))
  if (!row || actions.some((action) => action.status === 'queued')) return { tasks: [] }
  return {
    tasks: [taskId],
    also: function* () {
      const message = yield* composeReply(desk, [row])
      if (!message) return
      const { channel, conversation } = row.task
      const nowMs = desk.clock.nowMs()
      yield* enqueue({ key: `retried:${turn.seq}`, channel, conversation, to: [], message, task: taskId, nowMs })
    },
  }
}

async function flagTimer(
  desk: DeskContext,
  parts: TurnParts,
  turn: Turn,
  what: 'flag.remind' | 'flag.reroute' | 'flag.expire',
  flagId: string,
): Promise<TurnOutcome> {
  const flag = await desk.sql.read(() => flagById(flagId))
  const nothing: TurnOutcome = { tasks: [] }
  if (!flag) return nothing
  if (what === 'flag.expire') return expire(desk, parts, turn, flag)
  // After a long sleep only the expiry is news.
  if (flag.state !== 'open' || desk.clock.nowMs() >= flag.expireMs) return nothing
  if (what === 'flag.remind') return { tasks: [], also: () => remindOwner(desk, turn, flag) }
  return reroute(desk, turn, flag)
}

function* remindOwner(desk: DeskContext, turn: Turn, flag: FlagRow): Operation<void> {
  const zone = memberById(desk.policy(), flag.owner)?.timezone ?? 'Etc/UTC'
  const text = `Still to decide by ${sayMoment(flag.expireMs, zone, desk.clock.nowMs())}: ${flag.body.headline}`
  yield* notify(desk, turn, flag.owner, text, flag.task)
}

async function reroute(desk: DeskContext, turn: Turn, flag: FlagRow): Promise<TurnOutcome> {
  const { backup } = flag
  const row = await desk.sql.read(() => taskById(flag.task))
  if (!backup || !row) return { tasks: [] }
  return {
    tasks: [],
    also: function* () {
      if (!(yield* rerouteFlag(flag.id, backup, flag.owner))) return
      yield* sendCard(desk, row.task, { ...flag, owner: backup, backup: flag.owner })
      yield* notify(
        desk,
        turn,
        flag.owner,
        `Passed to ${memberById(desk.policy(), backup)?.name ?? backup}: ${flag.body.headline}`,
        flag.task,
      )
      yield* appendAudit(desk.audit, {
        atMs: desk.clock.nowMs(),
        what: 'flag.rerouted',
        task: flag.task,
        payload: { flag: flag.id, to: backup },
      })
    },
  }
}

/** The stated safe default: nothing is done, and whoever asked is told. */
async function expire(desk: DeskContext, parts: TurnParts, turn: Turn, flag: FlagRow): Promise<TurnOutcome> {
  const nowMs = desk.clock.nowMs()
  if (flag.state === 'open') {
    await desk.sql.write(function* () {
      if (!(yield* decideFlag(flag.id, { state: 'expired', verb: 'expire', by: 'nobody', atMs: nowMs, seq: turn.seq })))
        return
      yield* reopenTask(flag.task)
      yield* closeCards(desk, flag, 'Expired: nobody decided in time')
      yield* appendAudit(desk.audit, { atMs: nowMs, what: 'flag.expired', task: flag.task, payload: { flag: flag.id } })
    })
  }
  const now = await desk.sql.read(() => flagById(flag.id))
  const row = await desk.sql.read(() => taskById(flag.task))
  if (now?.state !== 'expired' || now.decidedIn !== turn.seq || !row) return { tasks: [] }
  return resumeDecided(desk, parts, turn, now)
}

/** One reminder in time is said as it is; those that a sleep or an outage held up are told together, once. */
async function remind(desk: DeskContext, turn: Turn): Promise<TurnOutcome> {
  const first = reminderIn(turn.event)
  if (!first) return { tasks: [] }
  const nowMs = desk.clock.nowMs()
  if (nowMs - first.atMs <= LATE_MS) return said(desk, first, `Reminder: ${first.text}`)
  const due = await desk.sql.read(() => dueTimers(turn.event.conversation, nowMs))
  const held = due.flatMap((row) => {
    const reminder = reminderIn(JSON.parse(row.body) as Inbound)
    return reminder ? [{ seq: row.seq, reminder }] : []
  })
  const zone = memberById(desk.policy(), first.person)?.timezone ?? 'Etc/UTC'
  const lines = [first, ...held.map((one) => one.reminder)].map(
    (one) => `- ${sayMoment(one.atMs, zone, nowMs)}: ${one.text}`,
  )
  return said(
    desk,
    first,
    `While I was away these came due:\n${lines.join('\n')}`,
    held.map((one) => one.seq),
  )
}

function reminderIn(event: Inbound): Reminder | null {
  const given = event.fields?.reminder
  return given ? Reminder.parse(JSON.parse(given)) : null
}

/** Says it, and finishes the journal rows it speaks for too. */
const said = (desk: DeskContext, reminder: Reminder, text: string, covers: readonly number[] = []): TurnOutcome => ({
  tasks: [],
  lines: [text],
  also: function* () {
    for (const seq of covers) yield* finish(seq)
    yield* sayTo(desk, reminder, text)
  },
})

function* sayTo(desk: DeskContext, { id, channel, conversation, person }: Reminder, text: string): Operation<void> {
  const message = { type: 'notice' as const, to: [person], text, choices: [] }
  yield* enqueue({
    key: `reminder:${id}`,
    channel,
    conversation,
    to: [person],
    message,
    task: null,
    nowMs: desk.clock.nowMs(),
  })
}

function* notify(desk: DeskContext, turn: Turn, person: string, text: string, task: string): Operation<void> {
  const message = { type: 'notice' as const, to: [person], text, choices: [] }
  for (const draft of toMember(desk, person, { key: `notice:${turn.key}`, message, task })) yield* enqueue(draft)
}
