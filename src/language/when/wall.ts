/**
 * Arithmetic on the wall clock. A `Wall` is the time a clock on the wall shows, written as milliseconds as if it stood in
 * UTC: it has no zone, so adding a day never meets a DST change. `resolve.ts` turns it into an instant.
 */
export type Wall = number

export type Grain = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year'

/** A stretch of wall time, end exclusive, and the unit it was said in. */
export interface Span {
  start: Wall
  end: Wall
  grain: Grain
  /** What others mean by the same words: a weekend from Friday evening, summer from the first of June. */
  twin?: { start: Wall; end: Wall }
}

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
export const WEEK = 7 * DAY

const FIXED: Partial<Record<Grain, number>> = { second: SECOND, minute: MINUTE, hour: HOUR, day: DAY, week: WEEK }
const MONTHS: Partial<Record<Grain, number>> = { month: 1, quarter: 3, year: 12 }

const ORDER: readonly Grain[] = ['second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year']

/** Is `a` a smaller unit than `b`? */
export const finer = (a: Grain, b: Grain): boolean => ORDER.indexOf(a) < ORDER.indexOf(b)

/** Midnight of a date in the years 100 to 9999; months 1 to 12. Days and months over the edge roll on. */
export const ymd = (year: number, month: number, day: number): Wall => Date.UTC(year, month - 1, day)

export const yearOf = (wall: Wall): number => new Date(wall).getUTCFullYear()
/** 1 to 12. */
export const monthOf = (wall: Wall): number => new Date(wall).getUTCMonth() + 1
export const dayOf = (wall: Wall): number => new Date(wall).getUTCDate()
/** 1 Monday to 7 Sunday. */
export const weekdayOf = (wall: Wall): number => new Date(wall).getUTCDay() || 7
export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** Does this date exist? */
export const exists = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)

/** Adds units; a month or year keeps the day of the month as far as it exists (31 January + 1 month = 28 February). */
export function add(wall: Wall, count: number, grain: Grain): Wall {
  const fixed = FIXED[grain]
  if (fixed !== undefined) return wall + count * fixed
  const months = count * (MONTHS[grain] ?? 1)
  const date = new Date(wall)
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + Math.trunc(months), 1))
  const day = Math.min(date.getUTCDate(), daysInMonth(first.getUTCFullYear(), first.getUTCMonth() + 1))
  const rest = Math.round((months - Math.trunc(months)) * 30) * DAY
  return first.getTime() + (day - 1) * DAY + (((wall % DAY) + DAY) % DAY) + rest
}

/** First instant of the unit around `wall`; `weekStarts` is 1 Monday to 7 Sunday. */
export function floor(wall: Wall, grain: Grain, weekStarts = 1): Wall {
  const date = new Date(wall)
  switch (grain) {
    case 'year':
      return Date.UTC(date.getUTCFullYear(), 0, 1)
    case 'quarter':
      return Date.UTC(date.getUTCFullYear(), 3 * Math.floor(date.getUTCMonth() / 3), 1)
    case 'month':
      return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1)
    case 'week':
      return floor(wall, 'day') - ((weekdayOf(wall) - weekStarts + 7) % 7) * DAY
    default: {
      const size = FIXED[grain] ?? DAY
      return Math.floor(wall / size) * size
    }
  }
}

/** The whole unit around `wall`, moved by `steps` units. */
export function unitAround(wall: Wall, grain: Grain, steps = 0, weekStarts = 1): Span {
  const start = add(floor(wall, grain, weekStarts), steps, grain)
  return { start, end: add(start, 1, grain), grain }
}

/** The day that begins at or holds `wall`. */
export const dayAt = (wall: Wall): Span => unitAround(wall, 'day')
