import { sayWho } from '#kernel/display.ts'
import type { CalendarEvent } from '#kernel/event.ts'
import { sha256 } from '#kernel/ids.ts'
import { ENDED } from '#kernel/task.ts'
import { toMs } from '#kernel/time.ts'
import { memberById } from '#policy/people.ts'
import { type ActionRow, actionsOf } from '#store/actions/action-rows.ts'
import { type Booking, bookingBySecret } from '#store/bookings/bookings.ts'
import { type FlagRow, flagOf } from '#store/flags/flag-rows.ts'
import { type TaskRow, taskById } from '#store/tasks/task-rows.ts'
import type { DeskContext } from '../context.ts'
import { type BookingParts, taskOf } from './parts.ts'

/**
 * How a booking stands, as its visitor may know it. `held` waits for the form, `mailed` for the link, `requested` for the host,
 * `asked_to_cancel` for the host once more; `gone`: the time was taken before it could be booked; `left`: taken back.
 */
export type State =
  | 'held'
  | 'mailed'
  | 'requested'
  | 'booked'
  | 'asked_to_cancel'
  | 'cancelled'
  | 'declined'
  | 'taken_over'
  | 'gone'
  | 'expired'
  | 'left'

/** A booking as its own page shows it. Nothing of it comes from the event but its time. */
export interface Standing {
  booking: Booking
  state: State
  /** Where the host moved it, its new time. */
  startMs: number
  endMs: number
  /** Who decides, where somebody has to. */
  decider: string | null
  /** Whether the visitor can take it back: a no to calling it off is not asked for again. */
  canLeave: boolean
}

/** What was handed in, as the journal has it. */
interface HandedOn {
  task: TaskRow | undefined
  flag: FlagRow | undefined
  action: ActionRow | undefined
}

/** How the booking of a page's secret (or of a mailed link's) stands now; null where there is none. */
export async function standingOf({ desk }: Pick<BookingParts, 'desk'>, secret: string): Promise<Standing | null> {
  const { context } = desk
  const booking = await context.sql.read(() => bookingBySecret(sha256(secret)))
  if (!booking) return null
  const plain = (state: State): Standing => standing(booking, state, booking)
  const handed = await handedOn(context, booking.task)
  const isOver = booking.untilMs <= context.clock.nowMs()
  // A crash may have come between the journal and the mark that it is there.
  if (!handed.task && booking.state !== 'sent')
    return plain(isOver && booking.state !== 'left' ? 'expired' : booking.state === 'left' ? 'left' : booking.state)
  return standingIn(context, booking, handed)
}

async function standingIn(context: DeskContext, booking: Booking, handed: HandedOn): Promise<Standing> {
  const event = handed.action?.record ? await context.calendar.get(handed.action.record) : null
  const wasMade = handed.action?.status === 'done' || handed.action?.status === 'undone'
  if (!wasMade) {
    const state = undone(handed)
    const decider = state === 'requested' ? deciderOf(context, handed.flag) : null
    return { ...standing(booking, state, booking), decider, canLeave: handed.flag?.state === 'open' }
  }
  if (!event || event.status === 'cancelled') return standing(booking, 'cancelled', booking)
  const span = { startMs: toMs(event.start, event.zone), endMs: toMs(event.end, event.zone) }
  const { task, flag } = await handedOn(context, cancelTask(booking, event))
  if (task?.task.status === 'waiting_human')
    return { ...standing(booking, 'asked_to_cancel', span), decider: deciderOf(context, flag) }
  return { ...standing(booking, 'booked', span), canLeave: !task && context.clock.nowMs() < span.startMs }
}

const standing = (
  booking: Booking,
  state: State,
  { startMs, endMs }: Pick<Standing, 'startMs' | 'endMs'>,
): Standing => ({
  booking,
  state,
  startMs,
  endMs,
  decider: null,
  canLeave: state === 'held' || state === 'mailed',
})

/** How it stands with what is in no calendar. */
function undone({ task, flag, action }: HandedOn): State {
  if (!task || !ENDED.has(task.task.status)) return 'requested'
  if (action?.status === 'queued' || action?.status === 'unsure') return 'requested'
  if (flag?.state === 'expired') return 'expired'
  if (flag?.verb === 'take_over') return 'taken_over'
  if (flag?.verb === 'decline') return flag.decidedBy === sayWho(task.task.principal) ? 'left' : 'declined'
  return action?.verdict === 'refuse' && !flag ? 'declined' : 'gone'
}

/** The event id under which a visitor asks to call a meeting off: once for every time it was changed. */
export const cancelId = (booking: Pick<Booking, 'id'>, event: Pick<CalendarEvent, 'version'>): string =>
  `${booking.id}-cancel-${event.version}`.slice(0, 200)

const cancelTask = (booking: Booking, event: CalendarEvent): string => taskOf(booking, cancelId(booking, event))

export async function handedOn(context: DeskContext, taskId: string): Promise<HandedOn> {
  return context.sql.read(function* () {
    const task = yield* taskById(taskId)
    return { task, flag: yield* flagOf(taskId), action: (yield* actionsOf(taskId))[0] }
  })
}

const deciderOf = (context: DeskContext, flag: FlagRow | undefined): string | null =>
  flag ? (memberById(context.policy(), flag.owner)?.name ?? null) : null
