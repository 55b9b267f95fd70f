import { DateTime } from 'luxon'
import { DAY_MS, MINUTE_MS } from '#kernel/units.ts'
import { ISO_WEEKDAYS, type IsoWeekday, type WeekWindows, type Window } from '#policy/spans.ts'
import { type Interval, lastStartingBy } from './interval.ts'

/** A calendar day in a zone. A day on which the clocks change is not 24 hours long. */
export interface Day extends Interval {
  /** `2026-11-24` */
  readonly date: string
  /** ISO: 1 Monday to 7 Sunday. */
  readonly weekday: IsoWeekday
  readonly zone: string
}

/** The days of a zone that a span touches, in order. */
export function daysOf(zone: string, fromMs: number, toMs: number): Day[] {
  const days: Day[] = []
  const first = DateTime.fromMillis(fromMs, { zone }).startOf('day')
  const offsetMs = (ms: number) => first.zone.offset(ms) * MINUTE_MS
  let startMs = first.toMillis()
  let offset = offsetMs(startMs)
  while (startMs < toMs) {
    const tomorrowMs = startMs + DAY_MS
    const ahead = offsetMs(tomorrowMs)
    const wallMs = startMs + offset
    // Nearly all days begin at midnight and keep their clock, which needs no calendar to tell.
    const plain = ahead === offset && wallMs % DAY_MS === 0
    const endMs = plain ? tomorrowMs : dayIn(zone, startMs).endMs
    const wall = new Date(wallMs)
    const weekday = ISO_WEEKDAYS[(wall.getUTCDay() + 6) % 7] ?? 1
    days.push({ startMs, endMs, date: wall.toISOString().slice(0, 10), weekday, zone })
    startMs = endMs
    offset = plain ? ahead : offsetMs(endMs)
  }
  return days
}

/** The instant of a wall-clock minute; a minute that the clocks skip is read as if they had not (RFC 5545). */
export function atMinute(day: Day, minute: number): number {
  if (day.endMs - day.startMs === DAY_MS) return day.startMs + minute * MINUTE_MS
  if (minute >= 24 * 60) return day.endMs
  return DateTime.fromISO(day.date, { zone: day.zone })
    .set({ hour: Math.floor(minute / 60), minute: minute % 60 })
    .toMillis()
}

/** The wall-clock minute of an instant of that day. */
export function minuteOf(day: Day, ms: number): number {
  if (day.endMs - day.startMs === DAY_MS) return Math.floor((ms - day.startMs) / MINUTE_MS)
  const there = DateTime.fromMillis(ms, { zone: day.zone })
  return there.hour * 60 + there.minute
}

/** A window of the policy on that day. */
export const spanOn = (day: Day, window: Window): Interval => ({
  startMs: atMinute(day, window.fromMinute),
  endMs: atMinute(day, window.toMinute),
})

/** What a week's windows say of that day. */
export const windowsOn = (day: Day, week: WeekWindows): readonly Window[] => week[day.weekday]

/** Which of the days (in order, without gaps) an instant falls on. */
export function dayAt(days: readonly Day[], ms: number): Day | undefined {
  const day = days[lastStartingBy(days, ms)]
  return day && ms < day.endMs ? day : undefined
}

/** The day an instant falls on in a zone, for single questions. */
export function dayIn(zone: string, ms: number): Day {
  const start = DateTime.fromMillis(ms, { zone }).startOf('day')
  return dayFrom(start, start.plus({ days: 1 }).startOf('day'), zone)
}

function dayFrom(start: DateTime, next: DateTime, zone: string): Day {
  const weekday = ISO_WEEKDAYS[start.weekday - 1] ?? 1
  return { startMs: start.toMillis(), endMs: next.toMillis(), date: start.toISODate() ?? '', weekday, zone }
}
