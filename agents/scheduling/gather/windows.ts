import type { CalendarEvent } from '#kernel/event.ts'
import { DAY_MS, WEEK_MS } from '#kernel/units.ts'
import type { Request, Wish } from '../request.ts'
import { spanOf } from '../rules/busy.ts'
import type { Interval } from '../rules/interval.ts'

/** How far back "the last meeting with ..." is looked for, and how far ahead an event that is only named. */
const PAST_MS = 180 * DAY_MS
const AHEAD_MS = 365 * DAY_MS
/** Around a window: events that reach into it, and days in other zones. */
const MARGIN_MS = 2 * DAY_MS
/** As far as the dates of a series are looked at (`rules/series-dates.ts`), with room for a first one that is weeks away. */
const SERIES_MS = 220 * DAY_MS
/** Longest time for which calendars are read at once. */
const REACH_MS = 92 * DAY_MS

/** Where to look for the events a request speaks of. */
export function eventWindow(request: Request, nowMs: number): Interval {
  const { which, when, condition } = request
  if (request.reply) return { startMs: nowMs - MARGIN_MS, endMs: nowMs + AHEAD_MS }
  if (request.asLastTime && !when) return { startMs: nowMs - PAST_MS, endMs: nowMs + 30 * DAY_MS }
  if (condition?.type === 'not_met') return { startMs: condition.sinceMs - DAY_MS, endMs: nowMs + DAY_MS }
  if (!which) return around(when, nowMs)
  if (request.other) return { startMs: nowMs - MARGIN_MS, endMs: nowMs + 30 * DAY_MS }
  if (which.when && which.scope === 'following')
    return { startMs: which.when.startMs - MARGIN_MS, endMs: which.when.startMs + SERIES_MS }
  if (which.when) return around(which.when, nowMs)
  if (which.ordinal !== null && which.ordinal < 0) return { startMs: nowMs - PAST_MS, endMs: nowMs + DAY_MS }
  return { startMs: nowMs - MARGIN_MS, endMs: nowMs + AHEAD_MS }
}

/** Kinds that offer other times for an event, where none was said. */
const SEEKS: ReadonlySet<Request['kind']> = new Set(['move', 'cancel', 'again'])

/** For which time the calendars of those at the table are read. */
export function seatWindow(
  request: Request,
  sought: readonly CalendarEvent[],
  nowMs: number,
  horizonMs: number,
): Interval {
  const spans = sought.slice(0, request.other ? 2 : 1).map(spanOf)
  if (request.when) spans.push(around(request.when, nowMs))
  else if (!request.which) spans.push({ startMs: nowMs, endMs: nowMs + horizonMs })
  // Another time is looked for from now on, wherever the event is.
  if (request.which && !request.when && SEEKS.has(request.kind))
    spans.push({ startMs: nowMs, endMs: nowMs + Math.min(horizonMs, 2 * WEEK_MS) })
  if (spans.length === 0) spans.push({ startMs: nowMs, endMs: nowMs + WEEK_MS })
  const startMs = Math.min(...spans.map((span) => span.startMs)) - MARGIN_MS
  const endMs = Math.max(...spans.map((span) => span.endMs + (request.shiftMs ?? 0))) + WEEK_MS
  if (ofSeries(request, sought)) return { startMs, endMs: Math.max(startMs, nowMs) + SERIES_MS + WEEK_MS }
  return { startMs, endMs: Math.min(endMs, Math.max(startMs, nowMs) + REACH_MS) }
}

/** Whether more than one date of a series is to be placed. */
const ofSeries = (request: Request, sought: readonly CalendarEvent[]): boolean =>
  request.recurrence !== null ||
  (request.which !== null && request.which.scope !== 'one') ||
  sought.some((event) => event.recurrence !== null)

function around(wish: Wish | null, nowMs: number): Interval {
  if (!wish) return { startMs: nowMs - MARGIN_MS, endMs: nowMs + 30 * DAY_MS }
  const readings = [wish, ...wish.alternatives]
  return {
    startMs: Math.min(...readings.map((one) => one.startMs)) - MARGIN_MS,
    endMs: Math.max(...readings.map((one) => one.endMs)) + MARGIN_MS,
  }
}
