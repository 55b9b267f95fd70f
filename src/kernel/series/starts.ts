import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../units.ts'
import {
  type Civil,
  civilOf,
  type Day,
  dayAllowed,
  dayOf,
  daysOfMonth,
  daysOfWeek,
  daysOfYear,
  weekdayOf,
} from './days.ts'
import type { Rule } from './rule.ts'
import type { WallMs } from './wall.ts'

/** A rule that names nothing for so long (an hour: 11 years, a day: 270) never will. */
const MOST_EMPTY_PERIODS = 100_000

/**
 * The wall times at which a rule starts an instance, in order, from the first period that can reach `from` to `to`. The
 * start itself is always one, even where the rule does not name it (the RFC leaves that open; a visible meeting must not
 * vanish). Own code, because ical.js 2.2.1 never returns from `FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30`, gives 1 March for
 * 29 February and takes 0.1 ms a month; here no rule can cost more than one look at each period.
 */
export function* startsOf(rule: Rule, start: WallMs, from: WallMs, to: WallMs): Generator<WallMs> {
  const period = periodsOf(rule, start)
  let left = (rule.count ?? Number.POSITIVE_INFINITY) - 1
  yield start
  // A counted rule must be counted from its start.
  const skipped = rule.count === null && from > start ? Math.max(0, period.indexAt(from) - 1) : 0
  let empty = 0
  for (let index = skipped; left > 0 && empty < MOST_EMPTY_PERIODS; index++, empty++) {
    if (period.startAt(index) > to) return
    for (const wall of pick(rule, walls(rule, period.daysAt(index), start, period.hourAt(index)))) {
      if (wall <= start || left <= 0) continue
      left -= 1
      empty = 0
      yield wall
    }
  }
}

interface Periods {
  startAt(index: number): WallMs
  /** Number of the period that holds the wall time, rounded down. */
  indexAt(wall: WallMs): number
  daysAt(index: number): readonly Day[]
  /** Hour of an HOURLY period, else null. */
  hourAt(index: number): number | null
}

function periodsOf(rule: Rule, start: WallMs): Periods {
  const startDay = Math.floor(start / DAY_MS)
  const civil = civilOf(startDay)
  const fixed = (firstMs: WallMs, lengthMs: number, daysAt: (firstDay: Day) => readonly Day[]): Periods => ({
    startAt: (index) => firstMs + index * lengthMs * rule.interval,
    indexAt: (wall) => Math.floor((wall - firstMs) / (lengthMs * rule.interval)),
    daysAt: (index) => daysAt(Math.floor((firstMs + index * lengthMs * rule.interval) / DAY_MS)),
    hourAt: (index) =>
      lengthMs === HOUR_MS ? ((((firstMs + index * lengthMs * rule.interval) / HOUR_MS) % 24) + 24) % 24 : null,
  })
  const allowed = (day: Day) => (dayAllowed(rule, day) ? [day] : [])
  switch (rule.frequency) {
    case 'HOURLY':
      return fixed(Math.floor(start / HOUR_MS) * HOUR_MS, HOUR_MS, allowed)
    case 'DAILY':
      return fixed(startDay * DAY_MS, DAY_MS, allowed)
    case 'WEEKLY': {
      const weekDay = startDay - ((weekdayOf(startDay) - rule.weekStart + 7) % 7)
      return fixed(weekDay * DAY_MS, 7 * DAY_MS, (first) => daysOfWeek(rule, first, civil))
    }
    case 'MONTHLY':
      return months(rule.interval, civil, (year, month) =>
        rule.byMonth.length > 0 && !rule.byMonth.includes(month) ? [] : daysOfMonth(rule, year, month, civil),
      )
    case 'YEARLY':
      return months(rule.interval * 12, { ...civil, month: 1 }, (year) => daysOfYear(rule, year, civil))
  }
}

function months(interval: number, first: Civil, daysAt: (year: number, month: number) => readonly Day[]): Periods {
  const firstIndex = first.year * 12 + first.month - 1
  const at = (index: number) => {
    const month = firstIndex + index * interval
    return { year: Math.floor(month / 12), month: (month % 12) + 1 }
  }
  return {
    startAt: (index) => dayOf(at(index).year, at(index).month, 1) * DAY_MS,
    indexAt: (wall) => {
      const { year, month } = civilOf(Math.floor(wall / DAY_MS))
      return Math.floor((year * 12 + month - 1 - firstIndex) / interval)
    },
    daysAt: (index) => daysAt(at(index).year, at(index).month),
    hourAt: () => null,
  }
}

/** Days and the times of day, in order and each once. */
function walls(rule: Rule, days: readonly Day[], start: WallMs, hour: number | null): WallMs[] {
  if (days.length === 0) return []
  const timeOfDay = start - Math.floor(start / DAY_MS) * DAY_MS
  const own = (unitMs: number, in_: number) => Math.floor(timeOfDay / unitMs) % in_
  const orOwn = (named: readonly number[], value: number) => (named.length > 0 ? named : [value])
  const hours =
    hour === null
      ? orOwn(rule.byHour, own(HOUR_MS, 24))
      : rule.byHour.length === 0 || rule.byHour.includes(hour)
        ? [hour]
        : []
  const minutes = orOwn(rule.byMinute, own(MINUTE_MS, 60))
  const seconds = orOwn(rule.bySecond, own(SECOND_MS, 60))
  const all = new Set<WallMs>()
  for (const day of days)
    for (const h of hours)
      for (const m of minutes)
        for (const s of seconds) all.add(day * DAY_MS + h * HOUR_MS + m * MINUTE_MS + s * SECOND_MS)
  return [...all].sort((a, b) => a - b)
}

/** BYSETPOS: which of a period's instances count. */
function pick(rule: Rule, all: WallMs[]): WallMs[] {
  if (rule.bySetPos.length === 0) return all
  const places = new Set(rule.bySetPos.map((position) => (position > 0 ? position - 1 : all.length + position)))
  return all.filter((_, index) => places.has(index))
}
