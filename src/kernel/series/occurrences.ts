import { isAllDay } from '../event.ts'
import { DAY_MS } from '../units.ts'
import { parseRule, untilWallMs } from './rule.ts'
import { startsOf } from './starts.ts'
import { momentToMs, momentToWall, msToWall, type WallMs, wallToMoment } from './wall.ts'

/** What says when a series happens. */
export interface SeriesShape {
  /** Of the first instance: an instant in UTC, or a date for whole days. */
  start: string
  end: string
  /** IANA zone whose wall time the series keeps. */
  zone: string
  /** RRULE value, or null for a single event or one that has only RDATEs. */
  recurrence: string | null
  /** Original starts that it leaves out (EXDATE). */
  exdates: readonly string[]
  /** Starts beyond the rule (RDATE). */
  rdates: readonly string[]
}

export interface Occurrence {
  /** Also the original start that names the instance: an instant, or a date for whole days. */
  start: string
  end: string
  startMs: number
  endMs: number
}

/** No question needs more instances of one series; a list that reaches it stops there. */
const MOST_OCCURRENCES = 20_000
/** Dates have four digits for their year. */
const LAST_WALL = Date.UTC(9999, 0)

/** Whether a span has part of the window in it; one without a length counts at its start. */
export const touches = (span: { startMs: number; endMs: number }, fromMs: number, toMs: number): boolean =>
  span.startMs < toMs && (span.endMs > fromMs || span.startMs >= fromMs)

/**
 * The instances of a series that touch a window, in order, without those it leaves out. Exceptions are rows of their own:
 * the caller drops the originals that they replace. Wall time stays the same over clock changes; the length is exact for
 * timed events and whole days for the others.
 * @param toMs exclusive
 */
export function* occurrencesOf(event: SeriesShape, fromMs: number, toMs: number): Generator<Occurrence> {
  const lengthMs = Date.parse(event.end) - Date.parse(event.start)
  const leftOut = new Set(event.exdates)
  let count = 0
  for (const wall of wallsOf(event, fromMs - lengthMs, toMs)) {
    const occurrence = occurrenceAt(event, wall, lengthMs)
    if (leftOut.has(occurrence.start) || leftOut.has(new Date(wall).toISOString().slice(0, 10))) continue
    if (!touches(occurrence, fromMs, toMs)) continue
    yield occurrence
    count += 1
    if (count >= MOST_OCCURRENCES) return
  }
}

/** The instance with that original start, or null where the series has none (any more). */
export function occurrenceNamed(event: SeriesShape, original: string): Occurrence | null {
  const startMs = momentToMs(original, event.zone)
  for (const occurrence of occurrencesOf(event, startMs, startMs + 1)) {
    if (occurrence.start === original) return occurrence
  }
  return null
}

/** The instance that starts at a wall time of the series. */
export function occurrenceAt(
  event: SeriesShape,
  wall: WallMs,
  lengthMs: number = Date.parse(event.end) - Date.parse(event.start),
): Occurrence {
  const allDay = isAllDay(event)
  const start = wallToMoment(wall, event.zone, allDay)
  const startMs = momentToMs(start, event.zone)
  if (!allDay) {
    const endMs = startMs + lengthMs
    return { start, end: new Date(endMs).toISOString().replace('.000Z', 'Z'), startMs, endMs }
  }
  const end = wallToMoment(wall + lengthMs, event.zone, true)
  return { start, end, startMs, endMs: momentToMs(end, event.zone) }
}

/** Starts by the rule and by RDATE, in order, each once. A day is added on both sides, because zones shift the clock. */
function* wallsOf(event: SeriesShape, fromMs: number, toMs: number): Generator<WallMs> {
  const start = momentToWall(event.start, event.zone)
  const from = fromMs > start ? fromMs - DAY_MS : start
  const to = Math.min(toMs + DAY_MS, LAST_WALL)
  const extra = event.rdates.map((moment) => momentToWall(moment, event.zone)).sort((a, b) => a - b)
  let last = Number.NEGATIVE_INFINITY
  let next = 0
  for (const wall of ruleWalls(event, start, from, to)) {
    for (; next < extra.length && (extra[next] ?? 0) <= wall; next++) {
      const one = extra[next] ?? wall
      if (one > last && one !== wall) yield one
      last = Math.max(last, one)
    }
    yield wall
    last = wall
  }
  for (const one of extra.slice(next)) if (one > last && one <= to) yield one
}

/** Wall times at which the rule alone starts an instance, left out or not; the first is the start of the series. */
export function* ruleWalls(
  event: SeriesShape,
  start: WallMs = momentToWall(event.start, event.zone),
  from: WallMs = start,
  to: WallMs = LAST_WALL,
): Generator<WallMs> {
  if (event.recurrence === null) {
    yield start
    return
  }
  const rule = parseRule(event.recurrence)
  const until = Math.min(
    to,
    untilWallMs(rule, (ms) => msToWall(ms, event.zone)),
  )
  for (const wall of startsOf(rule, start, from, until)) {
    if (wall > until && wall !== start) return
    yield wall
  }
}
