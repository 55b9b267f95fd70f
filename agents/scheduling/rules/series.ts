import type { CalendarEvent } from '#kernel/event.ts'
import { partsOfInstanceId } from '#kernel/series/instance-id.ts'
import { occurrenceNamed, type SeriesShape } from '#kernel/series/occurrences.ts'
import { RuleProblem } from '#kernel/series/rule.ts'
import { type Cut, type Halves, splitAt } from '#kernel/series/split.ts'
import { momentToMs } from '#kernel/series/wall.ts'
import type { Request } from '../request.ts'
import { type Facts, isMember } from './facts.ts'

/** What lies ahead of a series that is meant. */
export interface Ahead {
  readonly series: CalendarEvent
  /** Original start of the first instance that is meant. */
  readonly from: string
  /** That instance as the rule has it, whatever became of it since. */
  readonly first: CalendarEvent
  /** Original starts from there on, as far as they were looked up: those that were taken off are not among them. */
  readonly originals: readonly string[]
  /** Nothing of the series lies before: it changes as a whole. */
  readonly whole: boolean
}

/** The id of the series that an event is one of, or is itself. */
export const seriesIdOf = (event: CalendarEvent): string | null =>
  event.series ?? (event.recurrence === null ? null : event.id)

/** Whether more of a series than one date is meant. A series that was just spoken of is meant as a whole. */
export const meansSeries = (request: Request, event: CalendarEvent): boolean =>
  event.recurrence !== null || (event.series !== null && (request.which?.scope ?? 'one') !== 'one')

export const shapeOf = ({ start, end, zone, recurrence }: CalendarEvent): SeriesShape => ({
  start,
  end,
  zone,
  recurrence,
  exdates: [],
  rdates: [],
})

/** That one date of a series is one date, where it was not named as one: what else there would be to say. */
export const noteOne = (event: CalendarEvent, { which }: Request, facts: Facts): string[] =>
  event.series !== null &&
  isMember(facts) &&
  which !== null &&
  !which.when &&
  which.ordinal === null &&
  which.id === null
    ? [`Only this date; say "from now on" or "all" for the series.`]
    : []

/** What a request means of the series of an event: what is past stays. Null where nothing of it lies ahead. */
export function aheadOf(event: CalendarEvent, request: Request, facts: Facts): Ahead | null {
  const series = facts.series[seriesIdOf(event) ?? '']
  if (!series?.recurrence) return null
  const shape = shapeOf(series)
  const { which } = request
  const sinceMs = which?.scope === 'following' && which.when ? which.when.startMs : facts.nowMs
  const startMs = (original: string) => momentToMs(original, series.zone)
  const originals = facts.events
    .flatMap((one) => (one.series === series.id ? (partsOfInstanceId(one.id)?.original ?? []) : []))
    .filter((original) => startMs(original) > facts.nowMs && startMs(original) >= sinceMs)
    .filter((original) => occurrenceNamed(shape, original) !== null)
    .sort()
  const [from] = originals
  const place = from === undefined ? null : occurrenceNamed(shape, from)
  if (from === undefined || !place) return null
  const first = { ...series, start: place.start, end: place.end, recurrence: null, series: series.id }
  return { series, from, first, originals, whole: from === series.start }
}

/** The two halves of a cut, or null where the rule does not bear it. */
export function halvesOf({ series }: Ahead, cut: Cut): Halves | null {
  try {
    return splitAt(shapeOf(series), cut)
  } catch (error) {
    if (error instanceof RuleProblem) return null
    throw error
  }
}
