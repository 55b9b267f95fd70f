import { DateTime, IANAZone } from 'luxon'
import type { Language } from './language.ts'
import { phrasesIn } from './phrases.ts'

/** An IANA name that this runtime knows; an offset such as +02:00 is none. */
export const isZone = (name: string): boolean => IANAZone.isValidZone(name)

const UTC_NAMES: ReadonlySet<string> = new Set([
  'UTC',
  'GMT',
  'Z',
  'Zulu',
  'Universal',
  'Etc/GMT',
  'Etc/Universal',
  'Etc/Zulu',
  'Etc/UCT',
  'UCT',
])

/** A zone under one name: calendars write UTC in many ways, and a record must compare equal to what was asked for. */
export const canonicalZone = (name: string): string => (UTC_NAMES.has(name) ? 'Etc/UTC' : name)

/** ISO instant in UTC without milliseconds where they are zero: `2026-11-24T15:00:00Z`. */
export function toIso(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z')
}

/** Epoch milliseconds of an ISO instant, or of the first instant of a date in a zone. */
export function toMs(moment: string, zone = 'Etc/UTC'): number {
  return DateTime.fromISO(moment, { zone }).toMillis()
}

/** `2026-11-24`: the day of an instant on the wall of a zone. */
export const isoDay = (ms: number, zone: string): string => DateTime.fromMillis(ms, { zone }).toISODate() ?? ''

/** What a clock and a calendar on the wall of that zone show: weekday (1 is Monday) and minutes after midnight. */
export function wallOf(ms: number, zone: string): { isoWeekday: number; minute: number } {
  const there = DateTime.fromMillis(ms, { zone })
  return { isoWeekday: there.weekday, minute: there.hour * 60 + there.minute }
}

/** `Tue 24 Nov, 15:00` in the zone; the year is named when it is not the year of `nowMs`. */
export function sayMoment(ms: number, zone: string, nowMs: number, language: Language = 'en'): string {
  const { locale, day, year } = phrasesIn(language).dates
  const there = DateTime.fromMillis(ms, { zone, locale })
  const sameYear = there.year === DateTime.fromMillis(nowMs, { zone }).year
  return there.toFormat(`${day}${sameYear ? '' : year}, HH:mm`)
}

/** The date on the wall of a zone: `2026-11-24`. */
export const dateOf = (ms: number, zone: string): string => DateTime.fromMillis(ms, { zone }).toFormat('yyyy-MM-dd')

/** `Mon 30 Nov`; the year is named when it is not the year of `nowMs`. */
export function sayDate(date: string, nowMs: number): string {
  const day = DateTime.fromISO(date, { zone: 'Etc/UTC', locale: 'en-GB' })
  return day.toFormat(
    day.year === DateTime.fromMillis(nowMs, { zone: 'Etc/UTC' }).year ? 'ccc d LLL' : 'ccc d LLL yyyy',
  )
}

/** `Tue 24 Nov, 15:00-15:30 (Europe/London)`; a span over midnight names both days, whole days name no clock. */
export function saySpan(
  startMs: number,
  endMs: number,
  zone: string,
  nowMs: number,
  options: { nameZone?: boolean; language?: Language } = {},
): string {
  const { language } = options
  const start = DateTime.fromMillis(startMs, { zone })
  const end = DateTime.fromMillis(endMs, { zone })
  const to = start.hasSame(end, 'day') ? end.toFormat('HH:mm') : sayMoment(endMs, zone, nowMs, language)
  return `${sayMoment(startMs, zone, nowMs, language)}-${to}${options.nameZone === false ? '' : ` (${zone})`}`
}

/** A day on somebody's wall. */
export interface WallDay {
  /** 1 Monday to 7 Sunday. */
  weekday: number
  startMs: number
  /** The instant of a minute of the day as the wall clock shows it; 1440 is the next midnight. */
  atMinute(minute: number): number
}

/** The day of an instant in a zone, `plusDays` later. */
export function wallDay(ms: number, zone: string, plusDays = 0): WallDay {
  const day = DateTime.fromMillis(ms, { zone }).startOf('day').plus({ days: plusDays })
  return {
    weekday: day.weekday,
    startMs: day.toMillis(),
    atMinute: (minute) =>
      minute >= 1440
        ? day.plus({ days: 1 }).toMillis()
        : day.set({ hour: Math.floor(minute / 60), minute: minute % 60 }).toMillis(),
  }
}
