import type { SeriesShape } from '#kernel/series/occurrences.ts'
import { DAY_MS, HOUR_MS } from '#kernel/units.ts'
import { sayClock, sayDay } from '../say.ts'
import { type Facts, nameOf } from './facts.ts'
import type { Interval } from './interval.ts'
import { firstDates } from './series-dates.ts'

const YEAR_MS = 366 * DAY_MS
/** Stretches that are told of one person: a year has two. */
const MOST_STRETCHES = 2
/** A year of a weekly series, and two months of a daily one. */
const LOOKED_AT = 60

/**
 * What clock changes do to a series within a year: dates on which it is at another hour than usual for somebody in a zone whose
 * clocks change on other days, and dates of its own zone that the clocks skip or repeat.
 */
export function noteClocks(shape: SeriesShape, facts: Facts): string[] {
  if (shape.start.length === 10) return []
  const dates = firstDates(shape, YEAR_MS, 400)
  const zones = Map.groupBy(
    facts.seats.filter((seat) => seat.zone !== shape.zone),
    (seat) => seat.zone,
  )
  const away = [...zones].flatMap(([zone, seats]) =>
    stretchesIn(dates, zone).map(({ first, last, clock, usual }) => {
      const here = { ...facts, zone }
      const days = first === last ? `On ${sayDay(first, here)}` : `From ${sayDay(first, here)} to ${sayDay(last, here)}`
      const who = seats.map((seat) => (seat.address === facts.me ? 'you' : nameOf(facts, seat.address))).join(' and ')
      return `${days} it is ${clock} instead of ${usual} for ${who} in ${placeOf(zone)}: the clocks change on other days there.`
    }),
  )
  return [...shiftedIn(dates, shape, facts), ...away]
}

/** The clock that comes most often. */
function usualOf(clocks: readonly string[]): string {
  const counts = Map.groupBy(clocks, (clock) => clock)
  return [...counts].sort((a, b) => b[1].length - a[1].length)[0]?.[0] ?? ''
}

/** Stretches of dates at another hour of the zone than most are. */
function stretchesIn(dates: readonly Interval[], zone: string) {
  const clocks = dates.map(({ startMs }) => sayClock(startMs, zone))
  const usual = usualOf(clocks)
  const stretches: { first: number; last: number; clock: string; usual: string }[] = []
  for (const [at, { startMs }] of dates.entries()) {
    const clock = clocks[at] ?? usual
    const open = stretches.at(-1)
    if (clock === usual) continue
    if (open && clocks[at - 1] === clock) open.last = startMs
    else stretches.push({ first: startMs, last: startMs, clock, usual })
  }
  return stretches.slice(0, MOST_STRETCHES)
}

/** Dates that the clocks of the series' own zone move: the hour they skip, and the first of two. */
function shiftedIn(dates: readonly Interval[], { zone }: SeriesShape, facts: Facts): string[] {
  const usual = usualOf(dates.map(({ startMs }) => sayClock(startMs, zone)))
  // Of the first date it is said with the time that was asked for.
  return dates.slice(1, LOOKED_AT).flatMap(({ startMs }) => {
    const day = sayDay(startMs, { ...facts, zone })
    const clock = sayClock(startMs, zone)
    if (clock !== usual) return [`On ${day} the clocks skip ${usual}, so it is at ${clock}.`]
    const twice = sayClock(startMs + HOUR_MS, zone) === clock
    return twice ? [`On ${day} ${usual} comes twice; it is the first one.`] : []
  })
}

/** `New York` of `America/New_York`. */
const placeOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
