import { type Context, type Hit, isText, table, tokenAt } from './context.ts'
import { occurrence } from './date.ts'
import { readDate } from './dates.ts'
import type { Draft } from './draft.ts'
import { momentOf } from './moment.ts'
import { weekdayOfPlural } from './nth.ts'
import { ordinal, wholeNumber } from './numbers.ts'
import type { Part } from './parts.ts'
import { dayOfMonth, weekday } from './series.ts'
import { EMPTY_SIDE, readSide, type Side } from './side.ts'
import { add, DAY, dayAt, floor, type Span, type Wall, yearOf, ymd } from './wall.ts'

type Frequency = 'HOURLY' | 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'

/** An RRULE in the making. */
interface Rule {
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

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
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

/** Times that come again: "every Monday at 9", "daily", "Thursdays at 17:30", "the last Friday of every month", "3pm each day". */
export function readRecurrence(context: Context, index: number): (Hit<Draft> & { start: number }) | null {
  const core = coreAt(context, index)
  if (core) return withTail(context, index, core, null)
  const { kind, entry } = tokenAt(context, index)
  if (kind !== 'digits' && entry.number === undefined) return null
  const clock = readSide(context, index, { range: false, expected: false, right: false })
  if (!clock?.value.clock || clock.value.date) return null
  const behind = coreAt(context, clock.end)
  return behind && withTail(context, index, behind, clock.value)
}

function coreAt(context: Context, index: number): Hit<Rule> | null {
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
function weekdaysAt(context: Context, index: number): Hit<number[]> | null {
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

function placeAt(context: Context, index: number): Hit<number> | null {
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

/** Adds what follows: "at 9", "on Mondays", "in the morning", "until June". */
function withTail(
  context: Context,
  index: number,
  core: Hit<Rule>,
  clock: Side | null,
): (Hit<Draft> & { start: number }) | null {
  let found = core.value
  let end = core.end
  const on = isText(context, end, 'on') ? end + 1 : end
  const days = found.days.length === 0 && found.frequency === 'WEEKLY' ? weekdaysAt(context, on) : null
  if (days) {
    found = { ...found, days: days.value }
    end = days.end
  } else if (found.frequency === 'MONTHLY' && on > end) {
    const the = isText(context, on, 'the') ? on + 1 : on
    const place = placeAt(context, the)
    const day = place ? weekdayOfPlural(context, place.end) : 0
    if (place) {
      found = day > 0 ? { ...found, days: [day], place: place.value } : { ...found, monthDay: place.value }
      end = day > 0 ? place.end + 1 : place.end
    }
  }
  const tail = clock ? null : readSide(context, end, { range: false, expected: true, right: false })
  const timed =
    tail && (tail.value.clock || tail.value.part || tail.value.bare) && !tail.value.date && !tail.value.length
      ? tail
      : null
  const side: Side | null =
    clock ?? (timed && { ...timed.value, clock: timed.value.clock ?? timed.value.bare?.clock ?? null })
  if (timed) end = timed.end
  const last = untilAt(context, end)
  return { value: draftOf(context, found, side, last?.value ?? null), start: index, end: last ? last.end : end }
}

function untilAt(context: Context, index: number): Hit<Span> | null {
  const { mark } = tokenAt(context, index).entry
  if (mark !== 'until') return null
  const date = readDate(context, index + 1)
  const span = date && occurrence(date.value, context)
  return span && { value: span, end: date.end }
}

function draftOf(context: Context, found: Rule, side: Side | null, until: Span | null): Draft {
  const part = side?.part ?? found.part ?? null
  const day = firstDay(context, found, context.today)
  const at = (span: Span): ReturnType<typeof momentOf> => {
    const date = { kind: 'day' as const, grain: 'day' as const, series: null, span }
    const base: Side = side ?? EMPTY_SIDE
    return momentOf(context, { ...base, date, part })
  }
  const today = at(day)
  const moment = today?.clocked && today.start < context.now ? at(firstDay(context, found, day.end)) : today
  return {
    kind: 'recurrence',
    start: moment?.start ?? day.start,
    end: moment?.end ?? day.end,
    grain: moment?.grain ?? 'day',
    dated: found.days.length > 0 || found.monthDay !== undefined,
    clocked: moment?.clocked ?? false,
    ...(part ? { part: part.name } : {}),
    approximate: side?.approximate ?? false,
    others: moment?.others ?? [],
    ...(side?.zone ? { zone: side.zone } : {}),
    recurrence: text(found),
    ...(until ? { until: until.end } : {}),
  }
}

function text(found: Rule): string {
  const days = found.days.map((day) => `${found.place ?? ''}${DAYS[day - 1] ?? 'MO'}`).join(',')
  return [
    `FREQ=${found.frequency}`,
    found.interval > 1 ? `INTERVAL=${found.interval}` : '',
    found.month ? `BYMONTH=${found.month}` : '',
    found.monthDay ? `BYMONTHDAY=${found.monthDay}` : '',
    days ? `BYDAY=${days}` : '',
  ]
    .filter(Boolean)
    .join(';')
}

/** The first day of the series on or after `from`. */
function firstDay(context: Context, found: Rule, from: Wall): Span {
  const fallback = dayAt(from)
  if (found.monthDay) return dayOfMonth(found.monthDay).from(from) ?? fallback
  if (found.month) {
    const here = ymd(yearOf(from), found.month, 1)
    return dayAt(here >= floor(from, 'month') ? Math.max(here, from) : ymd(yearOf(from) + 1, found.month, 1))
  }
  if (found.place !== undefined) return nthDay(found.place, found.days[0] ?? 1, from) ?? fallback
  const next = found.days.map((day) => weekday(day).from(from)).filter((span) => span !== null)
  return next.sort((a, b) => a.start - b.start)[0] ?? (found.frequency === 'HOURLY' ? dayAt(context.now) : fallback)
}

function nthDay(place: number, day: number, from: Wall): Span | null {
  for (let month = floor(from, 'month'), tries = 0; tries < 13; tries++, month = add(month, 1, 'month')) {
    const end = add(month, 1, 'month')
    const start =
      place > 0
        ? (weekday(day).from(month)?.start ?? month) + (place - 1) * 7 * DAY
        : (weekday(day).before(end)?.start ?? end) + (place + 1) * 7 * DAY
    if (start >= month && start < end && start >= from) return dayAt(start)
  }
  return null
}
