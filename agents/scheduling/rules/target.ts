import { DateTime } from 'luxon'
import { type CalendarEvent, isAllDay } from '#kernel/event.ts'
import { DAY_MS, HOUR_MS } from '#kernel/units.ts'
import type { Request, Wish } from '../request.ts'
import { spanOf } from './busy.ts'
import type { Interval } from './interval.ts'

/** Where an event is to go: a span, or a window in which a time is to be found; null where it was not said. */
export type Target = { span: Interval } | { window: Wish } | null

/** A day that lasts 25 hours is still one day. */
const ONE_DAY_MS = DAY_MS + HOUR_MS

/** Where the request wants the event: what it does not say stays as it is. */
export function targetOf(request: Request, event: CalendarEvent): Target {
  const { startMs, endMs } = spanOf(event)
  const lengthMs = request.change?.lengthMs ?? endMs - startMs + (request.change?.longerMs ?? 0)
  const at = (fromMs: number): Target => ({ span: { startMs: fromMs, endMs: fromMs + lengthMs } })
  if (request.shiftMs !== null) return at(shifted(startMs, request.shiftMs, event.zone))
  const { when } = request
  if (!when) return lengthMs === endMs - startMs ? null : at(startMs)
  const here = DateTime.fromMillis(startMs, { zone: when.zone })
  const wished = DateTime.fromMillis(when.startMs, { zone: when.zone })
  if (when.clocked && !when.partOfDay) {
    const start = when.dated ? wished : onDay(here, wished)
    if (when.kind !== 'range') return at(start.toMillis())
    return { span: { startMs: start.toMillis(), endMs: start.toMillis() + (when.endMs - when.startMs) } }
  }
  if (when.partOfDay) {
    if (when.dated) return { window: when }
    const fromMs = onDay(here, wished).toMillis()
    return { window: { ...when, startMs: fromMs, endMs: fromMs + (when.endMs - when.startMs), dated: true } }
  }
  if (when.endMs - when.startMs <= ONE_DAY_MS) return at(onDay(wished, here).toMillis())
  return { window: when }
}

/** Days are counted on the wall, hours on the clock: "by a day" keeps the hour over a change of the clocks. */
function shifted(startMs: number, shiftMs: number, zone: string): number {
  if (shiftMs % DAY_MS !== 0) return startMs + shiftMs
  return DateTime.fromMillis(startMs, { zone })
    .plus({ days: shiftMs / DAY_MS })
    .toMillis()
}

/** The clock of one moment on the day of another. */
const onDay = (day: DateTime, clock: DateTime): DateTime =>
  day.set({ hour: clock.hour, minute: clock.minute, second: 0, millisecond: 0 })

/** The same weekday and hour on the wall, the first time after a moment. */
export function onNextWeekday(ms: number, zone: string, afterMs: number): number {
  let next = DateTime.fromMillis(ms, { zone })
  while (next.toMillis() <= afterMs) next = next.plus({ weeks: 1 })
  return next.toMillis()
}

/** The span as an event of this kind writes it: dates for whole days. */
export function momentsOf(
  span: Interval,
  event: CalendarEvent,
  toIso: (ms: number) => string,
): { start: string; end: string } {
  if (!isAllDay(event)) return { start: toIso(span.startMs), end: toIso(span.endMs) }
  const date = (ms: number) => DateTime.fromMillis(ms + HOUR_MS, { zone: event.zone }).toISODate() ?? ''
  return { start: date(span.startMs), end: date(span.endMs) }
}
