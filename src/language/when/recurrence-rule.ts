import { type Context, type Hit, isText, table, tokenAt } from './context.ts'
import { weekdayOfPlural } from './nth.ts'
import { ordinal, wholeNumber } from './numbers.ts'
import type { Part } from './parts.ts'

type Frequency = 'HOURLY' | 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'

/** An RRULE in the making. */
export interface Rule {
  frequency: Frequency
  interval: number
  /** 1 Monday to 7 Sunday. */
  days: readonly number[]
  /** First, second, ... last (-1) of the month, for the days above. */
  place?: number
  monthDay?: number
  month?: number
  part?: Part
}

const WORKING = [1, 2, 3, 4, 5]

const rule = (frequency: Frequency, interval = 1, more: Partial<Rule> = {}): Rule => ({
  frequency,
  interval,
  days: [],
  ...more,
})

const ADVERBS = table<Rule>({
  hourly: rule('HOURLY'),
  daily: rule('DAILY'),
  everyday: rule('DAILY'),
  weekly: rule('WEEKLY'),
  biweekly: rule('WEEKLY', 2),
  fortnightly: rule('WEEKLY', 2),
  monthly: rule('MONTHLY'),
  bimonthly: rule('MONTHLY', 2),
  quarterly: rule('MONTHLY', 3),
  semiannually: rule('MONTHLY', 6),
  semiannual: rule('MONTHLY', 6),
  yearly: rule('YEARLY'),
  annually: rule('YEARLY'),
  annual: rule('YEARLY'),
})

/** What comes again: "every Monday", "daily", "Thursdays", "last Friday of every month", "once a week". */
export function readRule(context: Context, index: number): Hit<Rule> | null {
  const adverb = ADVERBS.get(tokenAt(context, index).text)
  if (adverb) return { value: adverb, end: index + 1 }
  if (tokenAt(context, index).entry.every) return every(context, index + 1)
  return ofEveryMonth(context, index) ?? plural(context, index) ?? timesA(context, index)
}

/** What stands behind "every". */
function every(context: Context, index: number): Hit<Rule> | null {
  const place = placeAt(context, index)
  if (place) {
    const day = weekdayOfPlural(context, place.end)
    const month = monthBehind(context, day > 0 ? place.end + 1 : place.end)
    if (day > 0 && (month || place.value !== 2))
      return { value: rule('MONTHLY', 1, { days: [day], place: place.value }), end: month || place.end + 1 }
    if (month && place.value > 0) return { value: rule('MONTHLY', 1, { monthDay: place.value }), end: month }
  }
  const other = isText(context, index, 'other') || isText(context, index, 'second')
  const number = other ? { value: 2, end: index + 1 } : wholeNumber(context, index)
  const interval = number ? number.value : 1
  const at = number ? number.end : isText(context, index, 'single') ? index + 1 : index
  if (interval < 1 || interval > 99) return null
  const days = weekdaysAt(context, at)
  if (days) return { value: rule('WEEKLY', interval, { days: days.value }), end: days.end }
  return unitRule(context, at, interval)
}

function unitRule(context: Context, index: number, interval: number): Hit<Rule> | null {
  const business = isText(context, index, 'business') || isText(context, index, 'working') ? 1 : 0
  const { unit, part, month } = tokenAt(context, index + business).entry
  const end = index + business + 1
  if (part) return { value: rule('DAILY', interval, { part: { name: part, edge: null, day: null } }), end }
  if (month) return { value: rule('YEARLY', interval, { month }), end }
  if (!unit) return null
  if (unit.kind === 'weekend') return { value: rule('WEEKLY', interval, { days: [6, 7] }), end }
  if (unit.kind === 'working' || business) return { value: rule('WEEKLY', interval, { days: WORKING }), end }
  const count = interval * unit.count
  switch (unit.grain) {
    case 'hour':
      return { value: rule('HOURLY', count), end }
    case 'day':
      return { value: rule('DAILY', count), end }
    case 'week':
      return { value: rule('WEEKLY', count), end }
    case 'month':
      return { value: rule('MONTHLY', count), end }
    case 'quarter':
      return { value: rule('MONTHLY', 3 * count), end }
    case 'year':
      return { value: rule('YEARLY', count), end }
    default:
      return null
  }
}

/** "Monday", "Monday and Wednesday", "Mon, Wed and Fri", "Tuesdays". */
export function weekdaysAt(context: Context, index: number): Hit<number[]> | null {
  const days: number[] = []
  let end = index
  for (let at = index; days.length < 7; ) {
    const day = weekdayOfPlural(context, at)
    if (day === 0) break
    days.push(day)
    end = at + 1
    at = end
    while (
      isText(context, at, ',') ||
      isText(context, at, '&') ||
      isText(context, at, '/') ||
      tokenAt(context, at).entry.mark === 'and'
    )
      at++
  }
  return days.length > 0 ? { value: days, end } : null
}

/** "last Friday of every month", "19th of each month". */
function ofEveryMonth(context: Context, index: number): Hit<Rule> | null {
  const place = placeAt(context, isText(context, index, 'the') ? index + 1 : index)
  if (!place) return null
  const day = weekdayOfPlural(context, place.end)
  const of = day > 0 ? place.end + 1 : isText(context, place.end, 'day') ? place.end + 1 : place.end
  const months = (isText(context, of, 'of') || isText(context, of, 'in')) && tokenAt(context, of + 1).entry.every
  if (!months || tokenAt(context, of + 2).entry.unit?.grain !== 'month') return null
  const value =
    day > 0 ? rule('MONTHLY', 1, { days: [day], place: place.value }) : rule('MONTHLY', 1, { monthDay: place.value })
  return place.value <= 31 ? { value, end: of + 3 } : null
}

/** The index behind "of the month", or 0. */
function monthBehind(context: Context, index: number): number {
  const the =
    (isText(context, index, 'of') || isText(context, index, 'in')) &&
    (isText(context, index + 1, 'the') || tokenAt(context, index + 1).entry.every)
  return the && tokenAt(context, index + 2).entry.unit?.grain === 'month' ? index + 3 : 0
}

export function placeAt(context: Context, index: number): Hit<number> | null {
  return isText(context, index, 'last') ? { value: -1, end: index + 1 } : ordinal(context, index)
}

/** "Thursdays", "Tuesday afternoons", "mornings", "weekends". */
function plural(context: Context, index: number): Hit<Rule> | null {
  const token = tokenAt(context, index)
  if (!token.text.endsWith('s') && token.entry.weekday === undefined) return null
  const days = weekdaysAt(context, index)
  const lastDay = days && tokenAt(context, days.end - 1)
  if (days && lastDay) {
    const part = tokenAt(context, days.end)
    const often = part.entry.part !== undefined && part.text.endsWith('s')
    if (often && part.entry.part)
      return {
        value: rule('WEEKLY', 1, { days: days.value, part: { name: part.entry.part, edge: null, day: null } }),
        end: days.end + 1,
      }
    return lastDay.entry.weekday === undefined
      ? { value: rule('WEEKLY', 1, { days: days.value }), end: days.end }
      : null
  }
  const counted = tokenAt(context, index - 1)
  if (counted.kind === 'digits' || counted.entry.number !== undefined || counted.entry.rel !== undefined) return null
  if (token.entry.unit?.kind === 'weekend') return { value: rule('WEEKLY', 1, { days: [6, 7] }), end: index + 1 }
  if (token.text === 'weekdays') return { value: rule('WEEKLY', 1, { days: WORKING }), end: index + 1 }
  const { part } = token.entry
  return part && /(mornings|afternoons|evenings)$/.test(token.text)
    ? { value: rule('DAILY', 1, { part: { name: part, edge: null, day: null } }), end: index + 1 }
    : null
}

/** "once a week", "once every two months". */
function timesA(context: Context, index: number): Hit<Rule> | null {
  if (!isText(context, index, 'once')) return null
  const { entry, text } = tokenAt(context, index + 1)
  if (entry.every) return every(context, index + 2)
  return text === 'a' || text === 'an' || text === 'per' ? unitRule(context, index + 2, 1) : null
}
