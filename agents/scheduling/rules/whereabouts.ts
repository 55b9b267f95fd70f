import { cityIn } from '#language/when/zones.ts'
import type { DaysAt } from '#ports/lookups.ts'
import { atMinute, type Day, dayIn, daysOf } from './days.ts'
import { type Interval, overlaps } from './interval.ts'
import type { Seat } from './seat.ts'

/** Days that somebody spends in another zone. */
export interface Trip {
  /** Dates on the wall there; `to` is exclusive. */
  readonly from: string
  readonly to: string
  readonly zone: string
}

const NOON_MINUTE = 12 * 60

type Whereabouts = Pick<Seat, 'zone' | 'trips'>

/**
 * Days that take somebody to another zone: the one the calendar keeps them in, else that of the city they name. A working
 * place in the zone they live in is no trip.
 */
export function tripsOf(address: string, days: readonly DaysAt[], home: string): Trip[] {
  return days.flatMap((one): Trip[] => {
    if (one.address !== address) return []
    const zone = one.zone === home && one.city !== null ? (cityIn(one.city)?.zone ?? home) : one.zone
    return zone === home ? [] : [{ from: one.from, to: one.to, zone }]
  })
}

/** The trip somebody is on at that moment, or null. */
export function tripAt({ trips }: Pick<Seat, 'trips'>, ms: number): Trip | null {
  return (
    trips.find((trip) => {
      const { date } = dayIn(trip.zone, ms)
      return trip.from <= date && date < trip.to
    }) ?? null
  )
}

/** The zone somebody is in at that moment. */
export const zoneAt = (seat: Whereabouts, ms: number): string => tripAt(seat, ms)?.zone ?? seat.zone

/** The day somebody lives through at that moment, where they are. */
export const dayOf = (seat: Whereabouts, ms: number): Day => dayIn(zoneAt(seat, ms), ms)

/** The halves of days, parted at noon, that a time touches: two cities do not go into one of them. */
export function halvesOf(seat: Whereabouts, span: Interval): Interval[] {
  const halves: Interval[] = []
  let atMs = span.startMs
  while (atMs < span.endMs) {
    const day = dayOf(seat, atMs)
    const noonMs = atMinute(day, NOON_MINUTE)
    const half = atMs < noonMs ? { startMs: day.startMs, endMs: noonMs } : { startMs: noonMs, endMs: day.endMs }
    halves.push(half)
    atMs = half.endMs
  }
  return halves
}

/** The days of somebody that a span touches, each in the zone they are in; at the edges of a trip days are cut short or gape. */
export function daysWhere(
  seat: Whereabouts,
  fromMs: number,
  toMs: number,
  atHome: readonly Day[] = daysOf(seat.zone, fromMs, toMs),
): readonly Day[] {
  if (seat.trips.length === 0) return atHome
  const away = seat.trips.flatMap((trip) =>
    daysOf(trip.zone, fromMs, toMs).filter(({ date }) => trip.from <= date && date < trip.to),
  )
  if (away.length === 0) return atHome
  const dates = new Set(away.map(({ date }) => date))
  const home = atHome.filter(({ date }) => !dates.has(date)).map((day) => cut(day, away))
  return [...home, ...away].sort((a, b) => a.startMs - b.startMs)
}

/** A day at home without the hours that are another day at the place already. */
function cut(day: Day, away: readonly Day[]): Day {
  const over = away.filter((one) => overlaps(one, day))
  const first = over[0]
  const last = over.at(-1)
  if (!first || !last) return day
  return first.startMs > day.startMs ? { ...day, endMs: first.startMs } : { ...day, startMs: last.endMs }
}
