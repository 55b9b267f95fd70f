import {
  add,
  DAY,
  dayAt,
  daysInMonth,
  exists,
  floor,
  type Grain,
  HOUR,
  monthOf,
  type Span,
  type Wall,
  WEEK,
  weekdayOf,
  yearOf,
  ymd,
} from './wall.ts'

/** A date that comes again ("Friday", "3 June", "Easter"): which one is meant depends on what stands around it. */
export interface Series {
  grain: Grain
  /** The first one that ends after `wall`: it may be going on. */
  from(wall: Wall): Span | null
  /** The last one that ended at or before `wall`. */
  before(wall: Wall): Span | null
}

/** How many empty places in a row a series may have (29 February comes after up to 8 years, Tuesday the 31st sooner). */
const REACH = 12

/** A series whose occurrences can be counted: `indexOf` names the place near a wall time, `at` what stands there. */
export function counted(grain: Grain, indexOf: (wall: Wall) => number, at: (index: number) => Span | null): Series {
  return {
    grain,
    from(wall) {
      const index = indexOf(wall)
      for (let step = -1; step <= REACH; step++) {
        const span = at(index + step)
        if (span && span.end > wall) return span
      }
      return null
    },
    before(wall) {
      const index = indexOf(wall)
      for (let step = 1; step >= -REACH; step--) {
        const span = at(index + step)
        if (span && span.end <= wall) return span
      }
      return null
    },
  }
}

/** One occurrence a year, or none in some years. */
export const yearly = (grain: Grain, at: (year: number) => Span | null): Series => counted(grain, yearOf, at)

const monthIndex = (wall: Wall): number => yearOf(wall) * 12 + monthOf(wall) - 1

/** Weeks counted from the first Monday after the epoch. */
const weekIndex = (wall: Wall): number => Math.floor((wall - 4 * DAY) / WEEK)
const mondayAt = (index: number): Wall => index * WEEK + 4 * DAY

/** 1 Monday to 7 Sunday. */
export const weekday = (day: number): Series =>
  counted('day', weekIndex, (index) => dayAt(mondayAt(index) + (day - 1) * DAY))

/** Saturday and Sunday; many mean Friday evening too. */
export const weekendFrom = (saturday: Wall, end = saturday + 2 * DAY): Span => ({
  start: saturday,
  end,
  grain: 'day',
  twin: { start: saturday - 6 * HOUR, end },
})

export const weekend: Series = counted('day', weekIndex, (index) => weekendFrom(mondayAt(index) + 5 * DAY))

export const month = (number: number): Series =>
  yearly('month', (year) => ({ start: ymd(year, number, 1), end: ymd(year, number + 1, 1), grain: 'month' }))

export const monthDay = (number: number, day: number): Series =>
  yearly('day', (year) => (exists(year, number, day) ? dayAt(ymd(year, number, day)) : null))

export const dayOfMonth = (day: number): Series =>
  counted('day', monthIndex, (index) => {
    const year = Math.floor(index / 12)
    const number = (index % 12) + 1
    return day <= daysInMonth(year, number) ? dayAt(ymd(year, number, day)) : null
  })

/** "Tuesday the 13th": the days of the month that fall on the weekday. */
export function weekdayOnDay(day: number, date: number): Series {
  const every = dayOfMonth(date)
  const search = (wall: Wall, step: 'from' | 'before'): Span | null => {
    let span = every[step](wall)
    for (let tries = 0; span && tries < 60; tries++) {
      if (weekdayOf(span.start) === day) return span
      span = step === 'from' ? every.from(span.end) : every.before(span.start)
    }
    return null
  }
  return { grain: 'day', from: (wall) => search(wall, 'from'), before: (wall) => search(wall, 'before') }
}

/** Quarter 1 to 4 of the calendar year, or half 1 to 2 with `size` 6. */
export const partOfYear = (number: number, size: 3 | 6): Series =>
  yearly(size === 3 ? 'quarter' : 'month', (year) => {
    const start = ymd(year, 1 + (number - 1) * size, 1)
    return { start, end: add(start, size, 'month'), grain: size === 3 ? 'quarter' : 'month' }
  })

/** ISO week of the year: week 1 holds the first Thursday. */
export const weekOfYear = (number: number): Series =>
  yearly('week', (year) => {
    const start = floor(ymd(year, 1, 4), 'week') + (number - 1) * WEEK
    return { start, end: start + WEEK, grain: 'week' }
  })

/** Astronomical seasons of the northern half, by the days on which they usually begin; others count them from the first of a month. */
export const season = (number: 0 | 1 | 2 | 3): Series => {
  const [fromMonth, toMonth] = [3 + number * 3, 6 + number * 3]
  const edge = (year: number, of: number): Wall =>
    ymd(year + Math.floor((of - 1) / 12), ((of - 1) % 12) + 1, of === 9 ? 23 : 21)
  return yearly('day', (year) => ({
    start: edge(year, fromMonth),
    end: edge(year, toMonth),
    grain: 'day',
    twin: { start: ymd(year, fromMonth, 1), end: ymd(year, toMonth, 1) },
  }))
}

/** The first occurrence inside `span`, or null. */
export function within(series: Series, span: Span): Span | null {
  const first = series.from(span.start)
  const inside = first && first.start < span.start ? series.from(first.end) : first
  return inside && inside.start < span.end ? inside : null
}
