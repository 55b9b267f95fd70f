import { DAY_MS } from '../units.ts'
import type { WallMs } from './wall.ts'

const FREQUENCIES = ['HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const
export type Frequency = (typeof FREQUENCIES)[number]

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

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const LONGEST_INTERVAL = 1000
/** An hourly series is the densest that a team's calendar can mean. */
const STARTS_A_DAY = 24

const parsed = new Map<string, Rule>()

/**
 * Reads an RRULE value (RFC 5545, 3.3.10). The result is remembered: a calendar has few rules and asks for them often.
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

/** Whether a text is a rule that can be used. */
export function isRule(text: string): boolean {
  try {
    parseRule(text)
    return true
  } catch (error) {
    if (error instanceof RuleProblem) return false
    throw error
  }
}

/** The last wall time that may start an instance in the zone. */
export function untilWallMs(rule: Rule, toWall: (ms: number) => WallMs): WallMs {
  if (!rule.until) return Number.POSITIVE_INFINITY
  return rule.until.kind === 'utc' ? toWall(rule.until.ms) : rule.until.ms
}

/** The parts of a rule by their names in capitals, in the order written. */
export const partsOf = (text: string): Map<string, string> =>
  new Map(
    text
      .split(';')
      .filter((part) => part !== '')
      .map((part) => {
        const at = part.indexOf('=')
        return at < 0
          ? ['', part]
          : [
              part.slice(0, at).trim().toUpperCase(),
              part
                .slice(at + 1)
                .trim()
                .toUpperCase(),
            ]
      }),
  )

function read(text: string): Rule {
  const parts = partsOf(text)
  const refuse = (why: string): never => {
    throw new RuleProblem(`the rule ${text} cannot be read (${why})`)
  }
  const numbers = (name: string, least: number, most: number): number[] =>
    (parts.get(name)?.split(',') ?? []).map((one) => {
      const number = /^[+-]?\d+$/.test(one) ? Number(one) : Number.NaN
      const inside = Math.abs(number) <= most && (number >= least || (least === 1 && number <= -1))
      return inside ? number : refuse(`${name}=${one}`)
    })
  const one = (name: string, most: number): number | null => numbers(name, 0, most)[0] ?? null
  if (parts.has('')) refuse(`"${parts.get('')}" has no name`)
  const frequency = FREQUENCIES.find((name) => name === parts.get('FREQ'))
  if (!frequency && /^(?:MINUTELY|SECONDLY)$/.test(parts.get('FREQ') ?? ''))
    throw new RuleProblem(`the rule ${text} repeats more often than a calendar can show`)
  const until = parts.get('UNTIL')
  const weekStart = WEEKDAYS.indexOf(parts.get('WKST') ?? 'MO')
  const rule: Rule = {
    frequency: frequency ?? refuse('FREQ says no frequency'),
    interval: one('INTERVAL', Number.MAX_SAFE_INTEGER) ?? 1,
    count: one('COUNT', Number.MAX_SAFE_INTEGER),
    until: until === undefined ? null : (untilOf(until) ?? refuse(`UNTIL=${until}`)),
    weekStart: weekStart < 0 ? refuse(`WKST=${parts.get('WKST')}`) : weekStart,
    byMonth: numbers('BYMONTH', 1, 12).map((month) => (month < 0 ? refuse(`BYMONTH=${month}`) : month)),
    byMonthDay: numbers('BYMONTHDAY', 1, 31),
    byYearDay: numbers('BYYEARDAY', 1, 366),
    byWeekNo: numbers('BYWEEKNO', 1, 53),
    byDay: (parts.get('BYDAY')?.split(',') ?? []).map((day) => dayIn(day) ?? refuse(`BYDAY=${day}`)),
    byHour: numbers('BYHOUR', 0, 23),
    byMinute: numbers('BYMINUTE', 0, 59),
    bySecond: numbers('BYSECOND', 0, 60),
    bySetPos: numbers('BYSETPOS', 1, 366),
  }
  refuseAbsurd(text, rule)
  return rule
}

function dayIn(text: string): Rule['byDay'][number] | null {
  const [, nth, name = ''] = /^([+-]?(?:5[0-3]|[1-4]\d|[1-9]))?(MO|TU|WE|TH|FR|SA|SU)$/.exec(text) ?? []
  return name === '' ? null : { nth: nth === undefined ? 0 : Number(nth), weekday: WEEKDAYS.indexOf(name) }
}

function refuseAbsurd(text: string, rule: Rule): void {
  if (rule.interval < 1 || rule.interval > LONGEST_INTERVAL)
    throw new RuleProblem(`the rule ${text} has an interval outside 1 to ${LONGEST_INTERVAL}`)
  if (rule.count !== null && rule.count < 1) throw new RuleProblem(`the rule ${text} never happens`)
  const perHour = Math.max(1, rule.byMinute.length) * Math.max(1, rule.bySecond.length)
  const hours = rule.frequency === 'HOURLY' ? STARTS_A_DAY : Math.max(1, rule.byHour.length)
  if (perHour * hours > STARTS_A_DAY) throw new RuleProblem(`the rule ${text} repeats more often than once an hour`)
}

/** `20261218`, `20261218T170000` on the wall, `20261218T170000Z`; a day counts to its last moment. */
function untilOf(text: string): Rule['until'] {
  const [, date = '', hour, minute, second, utc] = /^(\d{8})(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/.exec(text) ?? []
  const ms = Date.UTC(
    +date.slice(0, 4),
    +date.slice(4, 6) - 1,
    +date.slice(6),
    +(hour ?? 0),
    +(minute ?? 0),
    +(second ?? 0),
  )
  if (date === '' || new Date(ms).toISOString().slice(0, 10).replaceAll('-', '') !== date) return null
  if (hour === undefined) return { kind: 'local', ms: ms + DAY_MS - 1 }
  return { kind: utc === 'Z' ? 'utc' : 'local', ms }
}
