import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../units.ts'
import { civilOf, dayOf, weekdayOf } from './days.ts'
import { parseRule, partsOf, type Rule, RuleProblem, WEEKDAYS } from './rule.ts'
import type { WallMs } from './wall.ts'

/** A rule with some parts set, or taken out with null; the others stay as written. */
export function withParts(text: string, set: Record<string, string | null>): string {
  const parts = partsOf(text)
  for (const [name, value] of Object.entries(set)) {
    if (value === null) parts.delete(name)
    else parts.set(name, value)
  }
  return [...parts].map(([name, value]) => `${name}=${value}`).join(';')
}

/**
 * The rule of a series whose instance at one wall time goes to another: "every Monday" moved to a Tuesday is every Tuesday, the
 * last Thursday of the month moved to a Friday is the last Friday where that Friday is one. What the rule does not name moves
 * with the start.
 * @throws RuleProblem where the rule names its days or hours in a way that has no such counterpart
 */
export function movedRule(text: string, from: WallMs, to: WallMs): string {
  const rule = parseRule(text)
  const [oldDay, newDay] = [Math.floor(from / DAY_MS), Math.floor(to / DAY_MS)]
  const set = {
    ...clockParts(text, rule, from, to),
    ...(oldDay === newDay ? {} : dayParts(text, rule, oldDay, newDay)),
  }
  return Object.keys(set).length === 0 ? text : withParts(text, set)
}

function clockParts(text: string, rule: Rule, from: WallMs, to: WallMs): Record<string, string> {
  const set: Record<string, string> = {}
  for (const [name, named, unitMs, count] of [
    ['BYHOUR', rule.byHour, HOUR_MS, 24],
    ['BYMINUTE', rule.byMinute, MINUTE_MS, 60],
    ['BYSECOND', rule.bySecond, SECOND_MS, 60],
  ] as const) {
    const [was, is] = [from, to].map((wall) => Math.floor(mod(wall, DAY_MS) / unitMs) % count)
    if (named.length === 0 || was === is) continue
    if (named.length > 1) throw unmovable(text, 'several times a day')
    set[name] = String(is)
  }
  return set
}

function dayParts(text: string, rule: Rule, oldDay: number, newDay: number): Record<string, string> {
  const { byDay, byMonthDay, byMonth } = rule
  const named = byDay.length + byMonthDay.length + byMonth.length
  if (rule.byYearDay.length + rule.byWeekNo.length + rule.bySetPos.length > 0) throw unmovable(text, 'days of its own')
  if (named === 0) return {}
  if (byMonth.length === 0 && byMonthDay.length === 0 && byDay.every(({ nth }) => nth === 0) && inWeeks(rule))
    return rotated(rule, newDay - oldDay)
  const [day, ...more] = byDay
  const [monthDay, ...others] = byMonthDay
  if (more.length > 0 || others.length > 0 || byMonth.length > 1 || (day && (monthDay || day.nth === 0)))
    throw unmovable(text, 'several days')
  return {
    ...(byMonth.length > 0 ? { BYMONTH: String(civilOf(newDay).month) } : {}),
    ...(day ? { BYDAY: nthWeekday(newDay, day.nth) } : {}),
    ...(monthDay === undefined ? {} : { BYMONTHDAY: dayOfMonth(newDay, monthDay) }),
  }
}

/** Whether every weekday named comes in each week of the rule, so that all of them can turn by some days. */
const inWeeks = ({ frequency, interval }: Rule): boolean =>
  frequency === 'WEEKLY' || (interval === 1 && frequency !== 'HOURLY')

/** Weekdays turned by some days, and the first day of the week with them, so that every second week stays the same one. */
function rotated(rule: Rule, days: number): Record<string, string> {
  const turn = (weekday: number) => WEEKDAYS[mod(weekday + days, 7)] ?? 'MO'
  const byDay = rule.byDay.map(({ weekday }) => turn(weekday)).join(',')
  return rule.interval > 1 && rule.byDay.length > 1 ? { BYDAY: byDay, WKST: turn(rule.weekStart) } : { BYDAY: byDay }
}

/** Which weekday of its month a day is, counted as before where it can be: `-1FR` for the last Friday, else `3FR`. */
function nthWeekday(day: number, wasNth: number): string {
  const { year, month, day: date } = civilOf(day)
  const fromStart = Math.ceil(date / 7)
  const fromEnd = -Math.ceil((dayOf(year, month + 1, 1) - day) / 7)
  const nth = wasNth === fromEnd ? fromEnd : wasNth === fromStart || fromStart <= 4 ? fromStart : -1
  return `${nth}${WEEKDAYS[weekdayOf(day)]}`
}

function dayOfMonth(day: number, was: number): string {
  const { year, month, day: date } = civilOf(day)
  const fromEnd = -(dayOf(year, month + 1, 1) - day)
  return String(was === fromEnd ? fromEnd : date)
}

const unmovable = (text: string, why: string): RuleProblem =>
  new RuleProblem(`the rule ${text} names ${why}, so it does not move to another one as a whole`)

const mod = (value: number, by: number): number => ((value % by) + by) % by
