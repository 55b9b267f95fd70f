import { type CalendarEvent, isAllDay } from '#kernel/event.ts'
import { spanOf } from './busy.ts'
import { minuteOf } from './days.ts'
import type { Seat } from './seat.ts'
import { dayOf } from './whereabouts.ts'

/** Meetings somebody was asked to at a time of their day: how many they came to, and how many they did not. */
export interface Turnout {
  readonly came: number
  readonly missed: number
}

/** What is known of somebody's attendance, by the half hour a meeting began on their wall; empty where nothing is. */
export type Attendance = ReadonlyMap<number, Turnout>

/** As much of a prior as four meetings, half of them missed: Beta(2, 2). */
const PRIOR = 2
/** Points of an hour at which somebody always or never comes. */
const MOST_POINTS = 30
/** Too few to speak of. */
const LEAST = 6
/** Meetings before it are morning meetings. */
export const EARLY_MINUTE = 10 * 60 + 30

/**
 * Attendance from past meetings that others called: accepted counts as came, declined as missed. Silence says nothing where
 * somebody never answers, and counts as missed where they answer more often than not.
 */
export function attendanceOf(
  seat: Pick<Seat, 'address' | 'zone' | 'trips'>,
  past: readonly CalendarEvent[],
): Attendance {
  const asked = past.flatMap((event) => {
    const reply = event.attendees.find((one) => one.address === seat.address)?.reply
    const counts = event.kind === 'event' && event.status === 'confirmed' && !isAllDay(event)
    return counts && reply && event.organizer !== seat.address ? [{ reply, startMs: spanOf(event).startMs }] : []
  })
  const answered = asked.filter(({ reply }) => reply !== 'needs_action').length
  const answers = answered * 2 > asked.length
  const halves = new Map<number, Turnout>()
  for (const { reply, startMs } of asked) {
    if (reply === 'tentative' || (reply === 'needs_action' && !answers)) continue
    const half = Math.floor(minuteOf(dayOf(seat, startMs), startMs) / 30)
    const known = halves.get(half) ?? { came: 0, missed: 0 }
    halves.set(half, reply === 'accepted' ? { ...known, came: known.came + 1 } : { ...known, missed: known.missed + 1 })
  }
  return halves
}

/** How much somebody's attendance around this minute speaks for or against it; 0 where nothing is known. */
export function attendancePoints(attendance: Attendance, minute: number): { points: number; turnout: Turnout } {
  const turnout = between(attendance, minute - 30, minute + 60)
  const { came, missed } = turnout
  const share = (came + PRIOR) / (came + missed + 2 * PRIOR)
  return { points: Math.round((share - 0.5) * MOST_POINTS), turnout }
}

/** Mornings that are missed more often than not, unlike the rest of the day; null where that cannot be said. */
export function missedMornings(attendance: Attendance): Turnout | null {
  const early = between(attendance, 0, EARLY_MINUTE)
  const later = between(attendance, EARLY_MINUTE, 24 * 60)
  const often = ({ came, missed }: Turnout) => came >= missed
  return early.came + early.missed >= LEAST && !often(early) && often(later) ? early : null
}

function between(attendance: Attendance, fromMinute: number, toMinute: number): Turnout {
  let came = 0
  let missed = 0
  for (const [half, turnout] of attendance) {
    const minute = half * 30
    if (minute < fromMinute || minute >= toMinute) continue
    came += turnout.came
    missed += turnout.missed
  }
  return { came, missed }
}
