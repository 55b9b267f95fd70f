import { type Context, endsClean, type Hit, isDash, isText, tokenAt } from './context.ts'
import { type DateValue, impossible, repeating, settled } from './date.ts'
import { isThing } from './followers.ts'
import { anyNumber, expandYear, fullYear, ordinal, wholeNumber } from './numbers.ts'
import { dayOfMonth, month, monthDay, weekday, within } from './series.ts'
import { postfix } from './units.ts'
import { DAY, dayAt, exists, floor, type Span, unitAround, weekdayOf, yearOf, ymd } from './wall.ts'

/** Dates by name: "Friday", "3 June 2027", "June the 3rd", "March", "2017 april", "the 21st". */
export function readCalendarDate(context: Context, index: number): Hit<DateValue> | null {
  return (
    yearMonthDay(context, index) ??
    dayThenMonth(context, index) ??
    monthThenDay(context, index) ??
    monthAlone(context, index) ??
    weekdayAlone(context, index) ??
    dayAlone(context, index)
  )
}

const monthAt = (context: Context, index: number): number | undefined => tokenAt(context, index).entry.month

/** Over one hyphen, slash, dot or comma between the words of a date. */
function over(context: Context, index: number): number {
  const token = tokenAt(context, index)
  return isDash(context, index) || token.text === '/' || token.text === '.' || token.text === ',' ? index + 1 : index
}

const OF = new Set(['of', 'de', 'del', 'in', 'the', 'du', "d'"])

/** A year at `index`: in full, or two digits where `short` allows it; "of" or "in" may come first. */
function yearAt(context: Context, index: number, short: boolean): Hit<number> | null {
  const next = OF.has(tokenAt(context, index).text) ? index + 1 : over(context, index)
  const at = OF.has(tokenAt(context, next).text) ? next + 1 : next
  const full = fullYear(context, at)
  if (full && endsClean(context, full.end) && tokenAt(context, full.end).text !== ':') {
    const era = eraAt(context, full.end)
    return full.value + era.value < 1000 ? null : { value: full.value + era.value, end: era.end }
  }
  const quote = isText(context, at, "'") || isText(context, at, '’') ? at + 1 : at
  const token = tokenAt(context, quote)
  const two = token.kind === 'digits' && token.end - token.start === 2
  const marked = quote > at || short
  if (!two || !endsClean(context, quote + 1) || (!marked && token.value < 25)) return null
  const behind = tokenAt(context, quote + 1)
  if (behind.text === ':' || behind.text === 'o' || behind.entry.meridiem || behind.entry.unit || behind.entry.oclock)
    return null
  return { value: expandYear(token.value, yearOf(context.now)), end: quote + 1 }
}

/** Years the Buddhist era is ahead of ours. */
const BUDDHIST = -543

/** What an era behind a year adds to it; years before our era are out of reach. */
function eraAt(context: Context, index: number): Hit<number> {
  const text = tokenAt(context, index).text
  if (text === 'ad' || text === 'ce') return { value: 0, end: index + 1 }
  if (text === 'be' && tokenAt(context, index).capital) return { value: BUDDHIST, end: index + 1 }
  return { value: text === 'bc' || text === 'bce' ? Number.NEGATIVE_INFINITY : 0, end: index }
}

/** Month and day, and the year where one follows. */
function dated(
  context: Context,
  monthNumber: number,
  day: number,
  end: number,
  joined: boolean,
): Hit<DateValue> | null {
  const short = joined || isText(context, end, 'of')
  const year = yearAt(context, end, short)
  if (year) return { value: inYear(year.value, monthNumber, day), end: year.end }
  if (!exists(2000, monthNumber, day)) return { value: impossible, end }
  return { value: repeating('monthDay', monthDay(monthNumber, day), { month: monthNumber, day }), end }
}

const inYear = (year: number, monthNumber: number, day: number): DateValue =>
  exists(year, monthNumber, day)
    ? settled('monthDay', dayAt(ymd(year, monthNumber, day)), { month: monthNumber, day })
    : impossible

/** "3 June", "the 15th of february", "15Sep", "21-APR-16", "30. April". */
function dayThenMonth(context: Context, index: number): Hit<DateValue> | null {
  const the = isText(context, index, 'the') ? index + 1 : index
  const day = anyNumber(context, the)
  if (!day || day.value < 1 || day.value > 39) return null
  const token = tokenAt(context, the)
  if (token.kind === 'digits' && token.end - token.start > 2) return null
  const dayOf = isText(context, day.end, 'day') ? day.end + 1 : day.end
  const sign = over(context, dayOf)
  const of = OF.has(tokenAt(context, sign).text) ? sign + 1 : sign
  const at = isText(context, of, 'the') ? of + 1 : of
  const monthNumber = monthAt(context, at)
  if (monthNumber === undefined || (tokenAt(context, dayOf).text === ',' && day.value > 31)) return null
  if (day.value > 31 && tokenAt(context, the).kind === 'word') return null
  const dot = isText(context, at + 1, '.') ? at + 2 : at + 1
  const hit = dated(
    context,
    monthNumber,
    day.value,
    isDash(context, at + 1) || isText(context, at + 1, '/') ? at + 1 : dot,
    sign > dayOf && !isText(context, dayOf, ','),
  )
  return hit && hit.end === dot && dot > at + 1 ? { ...hit, end: at + 1 } : hit
}

/** "June 3", "June the 3rd", "Sept. 9", "mar4", "Jan/3", "march eighteenth", "January first 2000". */
function monthThenDay(context: Context, index: number): Hit<DateValue> | null {
  const monthNumber = monthAt(context, index)
  if (monthNumber === undefined) return null
  const sign = over(context, index + 1)
  const at = isText(context, sign, 'the') ? sign + 1 : sign
  const day = anyNumber(context, at)
  const token = tokenAt(context, at)
  if (!day || day.value < 1 || day.value > 39 || (token.kind === 'digits' && token.end - token.start > 2)) return null
  const next = tokenAt(context, day.end)
  if (token.kind === 'digits' && day.end === at + 1) {
    if (isText(context, day.end, ':') && next.glued) return null
    if (next.entry.meridiem && next.text.length === 2) return null
    if (next.glued && next.kind === 'word' && !next.entry.meridiem) return null
    if (next.text === '%' || isText(context, sign - 1, ',')) return null
  }
  if (token.kind === 'word' && fullYear(context, at) && (fullYear(context, at)?.end ?? 0) > day.end) return null
  const joined = sign > index + 1 && (isDash(context, index + 1) || isText(context, index + 1, '/'))
  return dated(context, monthNumber, day.value, day.end, joined)
}

/** "2019-aug-1", "2020/Sep/23", "2017 april": the month comes behind its year. */
function yearMonthDay(context: Context, index: number): Hit<DateValue> | null {
  const year = fullYear(context, index)
  if (!year || tokenAt(context, index).kind !== 'digits') return null
  const sign = over(context, eraAt(context, year.end).end)
  const monthNumber = monthAt(context, sign)
  const swapped = wholeNumber(context, sign)
  if (monthNumber === undefined) {
    const behind = swapped && over(context, swapped.end)
    const later = behind && behind > swapped.end ? monthAt(context, behind) : undefined
    return behind && later !== undefined && sign > year.end
      ? { value: inYear(year.value, later, swapped.value), end: behind + 1 }
      : null
  }
  const behind = over(context, sign + 1)
  const day = sign > year.end && behind > sign + 1 ? wholeNumber(context, behind) : null
  if (day) return { value: inYear(year.value, monthNumber, day.value), end: day.end }
  return { value: monthOfYear(monthNumber, year.value), end: sign + 1 }
}

const monthOfYear = (monthNumber: number, year: number): DateValue =>
  settled('month', unitAround(ymd(year, monthNumber, 1), 'month'), { month: monthNumber })

/** A month with its year, or alone; "next March", "this May", "last March". */
function monthAlone(context: Context, index: number): Hit<DateValue> | null {
  const relative = tokenAt(context, index).entry.rel
  const at = relative === undefined ? index : index + 1
  const monthNumber = monthAt(context, at)
  if (monthNumber === undefined) return null
  const dot = isText(context, at + 1, '.') && tokenAt(context, at + 1).glued ? at + 2 : at + 1
  const year = yearAt(context, dot, OF.has(tokenAt(context, dot).text))
  if (year) return { value: monthOfYear(monthNumber, year.value), end: year.end }
  if (relative !== undefined) {
    const series = month(monthNumber)
    const span =
      relative === 0
        ? within(series, unitAround(context.today, 'year'))
        : relative < 0
          ? series.before(context.today)
          : series.from(relative > 0 ? unitAround(context.today, 'month').end : floor(context.today, 'month'))
    return span && { value: settled('month', span, { month: monthNumber }), end: at + 1 }
  }
  return { value: repeating('month', month(monthNumber), { month: monthNumber }), end: at + 1 }
}

/** "Friday", "this Friday", "next Friday", "last Friday", "this past Friday", "lunes proximo". */
function weekdayAlone(context: Context, index: number): Hit<DateValue> | null {
  let at = index
  let relative: number | undefined
  let coming = false
  let past = false
  for (
    let entry = tokenAt(context, at).entry;
    entry.rel !== undefined && at < index + 2;
    entry = tokenAt(context, ++at).entry
  ) {
    relative = entry.rel
    coming ||= entry.coming === true
    past ||= isText(context, at, 'past')
  }
  const day = tokenAt(context, at).entry.weekday
  if (day === undefined) return null
  const dot =
    isText(context, at + 1, '.') && tokenAt(context, at + 1).glued && tokenAt(context, at).text.length <= 5
      ? at + 2
      : at + 1
  const behind = relative === undefined && context.lexicon.has('#after') ? postfix(context, at) : null
  if (behind) relative = behind.value
  const end = behind ? behind.end : dot
  if (relative === undefined && isText(context, end, 'after') && isText(context, end + 1, 'next'))
    return { value: weekdayAfterNext(context, day), end: end + 2 }
  const latest = past ? weekday(day).before(context.today) : null
  if (latest) return { value: settled('day', latest, { weekday: day }), end }
  return { value: relativeWeekday(context, day, relative, coming || behind !== null), end }
}

/** "the Friday after next" is the one a week after next Friday, whichever that was. */
function weekdayAfterNext(context: Context, day: number): DateValue {
  const next = relativeWeekday(context, day, 1, false)
  const later = (span: Span): Span => dayAt(span.start + 7 * DAY)
  return { ...next, span: next.span && later(next.span), ...(next.others ? { others: next.others.map(later) } : {}) }
}

/**
 * "next Friday" is the one of next week, "last Friday" of last week. Said while this week's is still to come, or when it is
 * over, that one is as likely; but yesterday is called by its name.
 */
function relativeWeekday(context: Context, day: number, relative: number | undefined, coming: boolean): DateValue {
  const series = weekday(day)
  if (relative === undefined) return repeating('weekday', series, { weekday: day })
  const monday = floor(context.today, 'week')
  const thisWeeks = dayAt(monday + (day - 1) * DAY)
  if (relative < 0) {
    const lastWeeks = dayAt(thisWeeks.start - 7 * DAY)
    return settled('day', lastWeeks, {
      weekday: day,
      ...(day < weekdayOf(context.today) - 1 ? { others: [thisWeeks] } : {}),
    })
  }
  const ahead = series.from(context.today + (coming ? DAY : 0)) ?? thisWeeks
  if (relative === 0 || coming) return settled('day', ahead, { weekday: day })
  const next = dayAt(thisWeeks.start + 7 * DAY)
  return settled('day', next, { weekday: day, ...(day > weekdayOf(context.today) ? { others: [thisWeeks] } : {}) })
}

/** "the 21st", "on the 4th", "the ninth": a day of the month that names no month. */
function dayAlone(context: Context, index: number): Hit<DateValue> | null {
  const the = isText(context, index, 'the') ? index + 1 : index
  const day = ordinal(context, the) ?? dayOfUnit(context, the)
  if (!day || day.value < 1 || day.value > 31 || !endsClean(context, day.end)) return null
  const { fraction, unit } = tokenAt(context, day.end).entry
  if (isText(context, day.end, 'one') || isText(context, day.end, 'ones')) return null
  if (isThing(context, day.end) || fraction !== undefined || (unit && tokenAt(context, day.end).text.length > 1))
    return null
  return { value: repeating('dayOfMonth', dayOfMonth(day.value), { day: day.value }), end: day.end }
}

/** "20 of next month": a plain number is a day before "of" and a month. */
function dayOfUnit(context: Context, index: number): Hit<number> | null {
  const number = wholeNumber(context, index)
  if (!number || tokenAt(context, index).kind !== 'digits' || !isText(context, number.end, 'of')) return null
  const named = tokenAt(context, number.end + 1)
  return (named.entry.rel !== undefined || named.text === 'the') &&
    tokenAt(context, number.end + 2).entry.unit?.grain === 'month'
    ? number
    : null
}
