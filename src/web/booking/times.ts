import { isZone } from '#kernel/time.ts'
import type { Opening } from '#ports/openings.ts'

/** One visitor's way of reading times. */
export interface Reader {
  locale: string
  /** IANA zone. */
  zone: string
}

/** A start as a button shows it. */
export interface Start {
  startMs: number
  clock: string
}

/** A day of the visitor's with its starts. */
export interface DayOfStarts {
  /** `2026-11-24` in the visitor's zone. */
  date: string
  name: string
  starts: readonly Start[]
}

/** The zone of an address, or the other where it names none that there is. */
export const zoneOr = (named: string | undefined, other: string): string =>
  named !== undefined && named.length < 64 && isZone(named) ? named : other

/** Says dates as `2026-11-24` on the wall of a zone. */
export const datesIn = (zone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' })

/** `15:00`, or `3:00 PM` where that is how the visitor reads it. */
export const clockIn = (ms: number, { locale, zone }: Reader): string =>
  new Intl.DateTimeFormat(locale, { timeZone: zone, timeStyle: 'short' }).format(ms)

/** `Tuesday, 24 November 2026` */
export const dayIn = (ms: number, { locale, zone }: Reader): string =>
  new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(ms)

/** `15:00–15:25`; over midnight the dates are said too. */
export const hoursIn = ({ startMs, endMs }: Opening, { locale, zone }: Reader): string =>
  new Intl.DateTimeFormat(locale, { timeZone: zone, timeStyle: 'short' }).formatRange(startMs, endMs)

/** `Tuesday, 24 November 2026, 15:00–15:25` */
export const spanIn = (span: Opening, reader: Reader): string =>
  `${dayIn(span.startMs, reader)}, ${hoursIn(span, reader)}`

/** The starts by day on the visitor's wall. Where the clocks go back, the hour that comes twice is told apart. */
export function byDay(openings: readonly Opening[], reader: Reader): DayOfStarts[] {
  const clock = new Intl.DateTimeFormat(reader.locale, { timeZone: reader.zone, timeStyle: 'short' })
  const exact = new Intl.DateTimeFormat(reader.locale, {
    timeZone: reader.zone,
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  })
  const name = new Intl.DateTimeFormat(reader.locale, {
    timeZone: reader.zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  })
  const date = datesIn(reader.zone)
  const days = new Map<string, { name: string; starts: Start[] }>()
  for (const { startMs } of openings) {
    const key = date.format(startMs)
    const day = days.get(key) ?? { name: name.format(startMs), starts: [] }
    day.starts.push({ startMs, clock: clock.format(startMs) })
    days.set(key, day)
  }
  return [...days].map(([key, day]) => {
    const isTwice = ({ clock: one }: Start) => day.starts.filter((other) => other.clock === one).length > 1
    const starts = day.starts.map((start) =>
      isTwice(start) ? { ...start, clock: exact.format(start.startMs) } : start,
    )
    return { date: key, name: day.name, starts }
  })
}

/** Every zone to choose from, the current one among them whatever it is called. */
export function zonesWith(current: string): string[] {
  const known = Intl.supportedValuesOf('timeZone')
  return known.includes(current) ? known : [current, ...known]
}
