import ICAL from 'ical.js'
import { DAY_MS } from '#kernel/units.ts'
import type { WallMs } from './wall.ts'

export type Frequency = 'HOURLY' | 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'

/** An RRULE in numbers. Weekdays count from Monday = 0; a nth of 0 means every one. */
export interface Rule {
  frequency: Frequency
  interval: number
  count: number | null
  /** Last moment that may start an instance: a wall time (`local`) or an instant (`utc`). */
  until: { kind: 'local' | 'utc'; ms: number } | null
  weekStart: number
  byMonth: readonly number[]
  byMonthDay: readonly number[]
  byYearDay: readonly number[]
  byWeekNo: readonly number[]
  byDay: readonly { nth: number; weekday: number }[]
  byHour: readonly number[]
  byMinute: readonly number[]
  bySecond: readonly number[]
  bySetPos: readonly number[]
}

/** Why a rule cannot be used, as the end of a sentence. */
export class RuleProblem extends Error {}

const FREQUENCIES: readonly string[] = ['HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] satisfies Frequency[]
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const LONGEST_INTERVAL = 1000
/** An hourly series is the densest that a team's calendar can mean. */
const STARTS_A_DAY = 24

const parsed = new Map<string, Rule>()

/**
 * Reads an RRULE value. The result is remembered: a calendar has few rules and asks for them often.
 * @throws RuleProblem naming the rule and what is wrong with it
 */
export function parseRule(text: string): Rule {
  const known = parsed.get(text)
  if (known) return known
  const rule = read(text)
  if (parsed.size >= 1000) parsed.clear()
  parsed.set(text, rule)
  return rule
}

/** The last wall time that may start an instance in the zone. */
export function untilWallMs(rule: Rule, toWall: (ms: number) => WallMs): WallMs {
  if (!rule.until) return Number.POSITIVE_INFINITY
  return rule.until.kind === 'utc' ? toWall(rule.until.ms) : rule.until.ms
}

function read(text: string): Rule {
  const recur = parseOrRefuse(text)
  const frequency = FREQUENCIES.find((one) => one === recur.freq) as Frequency | undefined
  if (!frequency) throw new RuleProblem(`the rule ${text} repeats more often than a calendar can show`)
  const { parts } = recur
  const numbers = (values: readonly number[] | undefined): number[] => (values ?? []).map(Number)
  const rule: Rule = {
    frequency,
    interval: recur.interval,
    count: recur.count,
    until: recur.until ? untilOf(recur.until) : null,
    weekStart: ((recur.wkst ?? 2) + 5) % 7,
    byMonth: numbers(parts.BYMONTH),
    byMonthDay: numbers(parts.BYMONTHDAY),
    byYearDay: numbers(parts.BYYEARDAY),
    byWeekNo: numbers(parts.BYWEEKNO),
    byDay: (parts.BYDAY ?? []).map((day) => ({
      nth: Number.parseInt(day, 10) || 0,
      weekday: WEEKDAYS.indexOf(day.slice(-2)),
    })),
    byHour: numbers(parts.BYHOUR),
    byMinute: numbers(parts.BYMINUTE),
    bySecond: numbers(parts.BYSECOND),
    bySetPos: numbers(parts.BYSETPOS),
  }
  refuseAbsurd(text, rule)
  return rule
}

function parseOrRefuse(text: string) {
  try {
    return ICAL.Recur.fromString(text)
  } catch (error) {
    throw new RuleProblem(`the rule ${text} cannot be read (${error instanceof Error ? error.message : error})`)
  }
}

function refuseAbsurd(text: string, rule: Rule): void {
  if (rule.interval > LONGEST_INTERVAL || /INTERVAL=0*(;|$)/i.test(text))
    throw new RuleProblem(`the rule ${text} has an interval outside 1 to ${LONGEST_INTERVAL}`)
  if (rule.count !== null && !(rule.count >= 1)) throw new RuleProblem(`the rule ${text} never happens`)
  const perHour = Math.max(1, rule.byMinute.length) * Math.max(1, rule.bySecond.length)
  const hours = rule.frequency === 'HOURLY' ? STARTS_A_DAY : Math.max(1, rule.byHour.length)
  if (perHour * hours > STARTS_A_DAY) throw new RuleProblem(`the rule ${text} repeats more often than once an hour`)
}

function untilOf(until: InstanceType<typeof ICAL.Time>): Rule['until'] {
  const wall = Date.UTC(until.year, until.month - 1, until.day, until.hour, until.minute, until.second)
  if (until.isDate) return { kind: 'local', ms: wall + DAY_MS - 1 }
  return { kind: until.zone === ICAL.Timezone.utcTimezone ? 'utc' : 'local', ms: wall }
}
