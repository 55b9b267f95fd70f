import { addressesOf } from '#kernel/actions/calendar-facts.ts'
import { type CalendarEvent, isAllDay } from '#kernel/event.ts'
import type { Task } from '#kernel/task.ts'
import { toMs } from '#kernel/time.ts'
import { WEEK_MS } from '#kernel/units.ts'
import { memberByAddress } from '#policy/people.ts'
import type { Policy } from '#policy/policy.ts'
import type { Operation } from '#ports/sql.ts'
import { actionsOn } from '#store/actions/action-rows.ts'
import { getSetting, putSetting } from '#store/settings.ts'
import { taskById } from '#store/tasks/task-rows.ts'
import type { DeskContext } from '../context.ts'
import { setTimer } from './timers.ts'

/** The lane of the one timer that looks after meetings. */
const LANE = 'desk:meetings'
/** Setting: when that timer is due next. */
const NEXT = 'meetings.next'
/** Setting: up to when meetings were looked at. */
const SEEN = 'meetings.seen'

/** Longest sleep between two looks, so that a changed policy is noticed. */
const LOOK_AGAIN_MS = WEEK_MS

type Meeting = Pick<CalendarEvent, 'start' | 'organizer' | 'attendees' | 'kind' | 'status' | 'madeBy' | 'series'>

/**
 * Whether the desk looks after a meeting: it made it (or may have made the series that a changed date belongs to), and
 * somebody outside the team is at the table.
 */
export function isWatched(policy: Policy, event: Meeting): boolean {
  if (event.madeBy === null && event.series === null) return false
  if (event.status === 'cancelled' || event.kind !== 'event' || isAllDay(event)) return false
  return addressesOf(event).some((address) => !memberByAddress(policy, address))
}

/** When a meeting is to be spoken of: before it, as `scheduling.reminders` says. Earliest first. */
export function reminderTimes(policy: Policy, event: Pick<CalendarEvent, 'start'>): number[] {
  const startMs = toMs(event.start)
  return policy.scheduling.remindersMs.map((beforeMs) => startMs - beforeMs).sort((a, b) => a - b)
}

/** When the host of a meeting is asked whether its guest came (`scheduling.ask_arrival`); never where that is not wanted. */
export function arrivalTimes(policy: Policy, event: Pick<CalendarEvent, 'start'>): number[] {
  const { arrivalMs } = policy.scheduling
  return arrivalMs === null ? [] : [toMs(event.start) + arrivalMs]
}

/** Every moment at which a meeting is spoken of. */
export const spokenOfAt = (policy: Policy, event: Pick<CalendarEvent, 'start'>): number[] => [
  ...reminderTimes(policy, event),
  ...arrivalTimes(policy, event),
]

/** The task whose action put a meeting, or the series it belongs to, into the calendar. */
export async function taskThatMade(
  desk: Pick<DeskContext, 'sql'>,
  event: Pick<CalendarEvent, 'id' | 'series'>,
): Promise<Task | null> {
  return desk.sql.read(function* () {
    const [made] = yield* actionsOn(event.series ?? event.id)
    const row = made && (yield* taskById(made.task))
    return row?.task ?? null
  })
}

/** Sets the timer for a meeting that was just written, where that is earlier than the next look. */
export function* watchMeeting(desk: DeskContext, after: unknown): Operation<void> {
  const event = after as CalendarEvent | null
  const policy = desk.policy()
  if (!event?.start || !isWatched(policy, event)) return
  const nowMs = desk.clock.nowMs()
  const due = spokenOfAt(policy, event).find((atMs) => atMs > nowMs)
  if (due === undefined) return
  const next = yield* getSetting(NEXT)
  if (next === undefined) yield* putSetting(SEEN, String(nowMs))
  if (next === undefined || due < Number(next)) yield* lookAt(due)
}

/** The next look, at the earliest of some moments and within a week. */
export function* lookAgain(nowMs: number, moments: readonly number[]): Operation<void> {
  yield* putSetting(SEEN, String(nowMs))
  yield* lookAt(Math.min(nowMs + LOOK_AGAIN_MS, ...moments))
}

function* lookAt(atMs: number): Operation<void> {
  yield* putSetting(NEXT, String(atMs))
  yield* setTimer({ what: 'meetings', about: 'meetings', conversation: LANE, atMs })
}

/** Up to when meetings were looked at before. */
export function* seenUntilMs(): Operation<number> {
  return Number((yield* getSetting(SEEN)) ?? 0)
}
