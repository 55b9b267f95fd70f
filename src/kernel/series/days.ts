import { DAY_MS } from '../units.ts'
import type { Rule } from './rule.ts'

/** A day as its number since 1970-01-01. */
export type Day = number

export const dayOf = (year: number, month: number, day: number): Day => Date.UTC(year, month - 1, day) / DAY_MS
/** Monday is 0. */
export const weekdayOf = (day: Day): number => (((day + 3) % 7) + 7) % 7

export interface Civil {
  year: number
  /** January is 1. */
  month: number
  day: number
}
export function civilOf(day: Day): Civil {
  const date = new Date(day * DAY_MS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

const range = (first: Day, length: number): Day[] => Array.from({ length }, (_, index) => first + index)
const daysIn = (first: Day, next: Day, positions: readonly number[]): Day[] =>
  positions
    .map((position) => (position > 0 ? first + position - 1 : next + position))
    .filter((day) => day >= first && day < next)

/** The days of one month that a MONTHLY rule names, or a YEARLY one within its BYMONTH. */
export function daysOfMonth(rule: Rule, year: number, month: number, start: Civil): Day[] {
  const first = dayOf(year, month, 1)
  const next = dayOf(year, month + 1, 1)
  if (rule.byMonthDay.length > 0) {
    const days = daysIn(first, next, rule.byMonthDay)
    return rule.byDay.length > 0 ? days.filter((day) => weekdayNamed(rule, day)) : days
  }
  if (rule.byDay.length > 0) return weekdaysIn(rule, first, next)
  return daysIn(first, next, [start.day])
}

/** The days of one year that a YEARLY rule names (RFC 5545, 3.3.10: the table of expansions). */
export function daysOfYear(rule: Rule, year: number, start: Civil): Day[] {
  const first = dayOf(year, 1, 1)
  const next = dayOf(year + 1, 1, 1)
  const inMonths = (day: Day) => rule.byMonth.length === 0 || rule.byMonth.includes(civilOf(day).month)
  if (rule.byYearDay.length > 0) {
    return daysIn(first, next, rule.byYearDay).filter((day) => inMonths(day) && weekdayNamed(rule, day))
  }
  if (rule.byWeekNo.length > 0) return daysOfWeeks(rule, first, next, start).filter(inMonths)
  if (rule.byMonth.length > 0) return rule.byMonth.flatMap((month) => daysOfMonth(rule, year, month, start))
  if (rule.byMonthDay.length > 0) return range(1, 12).flatMap((month) => daysOfMonth(rule, year, month, start))
  if (rule.byDay.length > 0) return weekdaysIn(rule, first, next)
  return daysOfMonth(rule, year, start.month, start)
}

/** The days of the week that begins on `first`. */
export function daysOfWeek(rule: Rule, first: Day, start: Civil): Day[] {
  const weekdays =
    rule.byDay.length > 0
      ? rule.byDay.map((one) => one.weekday)
      : [weekdayOf(dayOf(start.year, start.month, start.day))]
  return range(first, 7).filter((day) => weekdays.includes(weekdayOf(day)) && inMonthsNamed(rule, day))
}

/** Whether a DAILY or HOURLY rule allows the day. */
export function dayAllowed(rule: Rule, day: Day): boolean {
  if (!weekdayNamed(rule, day) || !inMonthsNamed(rule, day)) return false
  if (rule.byMonthDay.length === 0) return true
  const { year, month } = civilOf(day)
  return daysIn(dayOf(year, month, 1), dayOf(year, month + 1, 1), rule.byMonthDay).includes(day)
}

const inMonthsNamed = (rule: Rule, day: Day): boolean =>
  rule.byMonth.length === 0 || rule.byMonth.includes(civilOf(day).month)

const weekdayNamed = (rule: Rule, day: Day): boolean =>
  rule.byDay.length === 0 || rule.byDay.some((one) => one.weekday === weekdayOf(day))

/** BYDAY within a month or a year: every Monday, the second, the last but one. */
function weekdaysIn(rule: Rule, first: Day, next: Day): Day[] {
  return rule.byDay.flatMap(({ nth, weekday }) => {
    const all = range(first, next - first).filter((day) => weekdayOf(day) === weekday)
    if (nth === 0) return all
    const one = nth > 0 ? all[nth - 1] : all.at(nth)
    return one === undefined ? [] : [one]
  })
}

/** BYWEEKNO: week 1 is the first with at least four days in the year (ISO 8601, with the rule's own week start). */
function daysOfWeeks(rule: Rule, first: Day, next: Day, start: Civil): Day[] {
  const weekOne = weekOneOf(first, rule.weekStart)
  const weeks = (weekOneOf(next, rule.weekStart) - weekOne) / 7
  const numbers = rule.byWeekNo
    .map((number) => (number > 0 ? number : weeks + 1 + number))
    .filter((number) => number >= 1 && number <= weeks)
  return numbers.flatMap((number) => daysOfWeek({ ...rule, byMonth: [] }, weekOne + (number - 1) * 7, start))
}

const weekOneOf = (newYear: Day, weekStart: number): Day => {
  const into = (weekdayOf(newYear) - weekStart + 7) % 7
  return into <= 3 ? newYear - into : newYear - into + 7
}
