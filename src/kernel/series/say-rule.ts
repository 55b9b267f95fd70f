import { DAY_MS } from '../units.ts'
import { civilOf } from './days.ts'
import { parseRule, type Rule } from './rule.ts'

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const UNITS = { HOURLY: 'hour', DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' } as const

/** How a rule repeats, for a person: `every Monday`, `every month on the last Thursday, 10 times`. @throws RuleProblem */
export function sayRule(text: string): string {
  const rule = parseRule(text)
  return `${sayTurn(rule)}${sayEnd(rule)}`
}

function sayTurn(rule: Rule): string {
  const { frequency, interval, byDay, byMonthDay } = rule
  const unit = UNITS[frequency]
  const every = interval === 1 ? `every ${unit}` : `every ${interval} ${unit}s`
  if (rule.bySetPos.length + rule.byYearDay.length + rule.byWeekNo.length + rule.byMonth.length > 0)
    return `${every}, on days of its own`
  if (byDay.length === 0) return byMonthDay.length === 0 ? every : `${every} on the ${listed(byMonthDay.map(sayPlace))}`
  const plain = byDay.every(({ nth }) => nth === 0)
  const days = byDay.map(({ nth, weekday }) => `${nth === 0 ? '' : `${sayPlace(nth)} `}${DAYS[weekday]}`)
  if (!plain) return `${every} on the ${listed(days)}`
  if (frequency !== 'WEEKLY') return `${every}, ${listed(days.map((day) => `${day}s`))} only`
  const working = days.length === 5 && byDay.every(({ weekday }) => weekday < 5)
  if (working && interval === 1) return 'every working day'
  if (days.length === 1 && interval <= 2) return `every ${interval === 2 ? 'other ' : ''}${days[0]}`
  return interval === 1 ? `every ${listed(days)}` : `${every} on ${listed(days)}`
}

function sayEnd({ count, until }: Rule): string {
  if (count !== null) return count === 1 ? ', once' : `, ${count} times`
  if (!until) return ''
  const { year, month, day } = civilOf(Math.floor(until.ms / DAY_MS))
  return `, until ${day} ${MONTHS[month - 1]} ${year}`
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** `1st`, `22nd`; from the end `last`, `2nd last`. */
function sayPlace(place: number): string {
  if (place === -1) return 'last'
  const count = Math.abs(place)
  const teen = count % 100 > 10 && count % 100 < 14
  const ending = (!teen && ['th', 'st', 'nd', 'rd'][count % 10]) || 'th'
  return `${count}${ending}${place < 0 ? ' last' : ''}`
}

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
