import { type Context, endsClean, type Hit, isText, table, tokenAt } from './context.ts'
import { type DateValue, occurrence, repeating, settled } from './date.ts'
import { grainOf, type Length, length, shift, shiftWorkingDays } from './lengths.ts'
import type { Unit } from './lexicon.ts'
import { amount, fullYear, ordinal, wholeNumber } from './numbers.ts'
import { partOfYear, season, weekend, weekOfYear } from './series.ts'
import { add, DAY, dayAt, finer, floor, type Grain, type Span, unitAround, type Wall, WEEK, ymd } from './wall.ts'

/** Dates by their distance from now: "tomorrow", "next week", "in 3 days", "2 weeks ago", "the next 3 days", "this weekend". */
export function readRelativeDate(context: Context, index: number): Hit<DateValue> | null {
  return (
    byLength(context, index) ??
    nearDay(context, index) ??
    severalUnits(context, index) ??
    oneUnit(context, index) ??
    ofTheYear(context, index) ??
    present(context, index)
  )
}

/** "today", "tomorrow", "the day after tomorrow", "the day before". */
function nearDay(context: Context, index: number): Hit<DateValue> | null {
  const the = isText(context, index, 'the') ? index + 1 : index
  const { entry, text } = tokenAt(context, the)
  if (entry.day !== undefined) return { value: settled('day', dayAt(context.today + entry.day * DAY)), end: the + 1 }
  const unit = entry.unit
  const mark = tokenAt(context, the + 1).entry.mark
  if (unit?.grain === 'day' && text === 'day' && (mark === 'after' || mark === 'before')) {
    const step = mark === 'after' ? 1 : -1
    const next = tokenAt(context, the + 2)
    if (next.entry.day !== undefined)
      return { value: settled('day', dayAt(context.today + (next.entry.day + step) * DAY)), end: the + 3 }
    const plain = the > index && (next.kind === 'sign' || next.text === '')
    return plain ? { value: settled('day', dayAt(context.today + step * DAY)), end: the + 2 } : null
  }
  if ((text === 'current' || text === 'my') && isText(context, the + 1, text === 'my' ? 'day' : 'date'))
    return { value: settled('day', dayAt(context.today)), end: the + 2 }
  return null
}

/** "now", "at the moment", "at present", "as soon as possible". */
function present(context: Context, index: number): Hit<DateValue> | null {
  const now = (end: number, open?: 'after'): Hit<DateValue> => {
    const start = floor(context.now, 'second')
    return { value: settled('instant', { start, end: start + 1000, grain: 'second' }, open ? { open } : {}), end }
  }
  const text = tokenAt(context, index).text
  if (text === 'asap') return now(index + 1, 'after')
  if (text === 'as' && isText(context, index + 1, 'soon') && isText(context, index + 3, 'possible'))
    return now(index + 4, 'after')
  if (tokenAt(context, index).entry.now) return now(index + 1)
  if (text === 'right' && isText(context, index + 1, 'now')) return now(index + 2)
  if (text !== 'at') return null
  const the = isText(context, index + 1, 'the') ? index + 2 : index + 1
  if (isText(context, the, 'moment')) return now(the + 1)
  return isText(context, the, 'present') ? now(isText(context, the + 1, 'time') ? the + 2 : the + 1) : null
}

/** "in 3 days", "2 hours ago", "a week from today", "2 weeks before May 13", "3 days after tomorrow", "+15 minutes". */
function byLength(context: Context, index: number): Hit<DateValue> | null {
  const sign = isText(context, index, '+') ? 1 : isText(context, index, '-') && !tokenAt(context, index).glued ? -1 : 0
  if (sign !== 0) {
    const by = tokenAt(context, index + 1).glued ? length(context, index + 1) : null
    return by && { value: moved(context.now, by.value, sign as 1 | -1), end: by.end }
  }
  const { mark } = tokenAt(context, index).entry
  if (mark === 'in' || mark === 'agoFirst' || mark === 'within') {
    let at = index + 1
    while (tokenAt(context, at).entry.approx || isText(context, at, '~')) at++
    const by = length(context, at)
    if (!by) return null
    if (mark === 'within')
      return { value: stretchOf(context.now, shift(context.now, by.value, 1), grainOf(by.value)), end: by.end }
    const time =
      isText(context, by.end, 'time') || (isText(context, by.end, 's') && isText(context, by.end + 1, 'time'))
        ? by.end + 1
        : by.end
    return { value: moved(context.now, by.value, mark === 'in' ? 1 : -1), end: time }
  }
  const by = length(context, index)
  return by && behindLength(context, by)
}

/** What follows a length and makes a date of it. */
function behindLength(context: Context, by: Hit<Length>): Hit<DateValue> | null {
  const { entry, text } = tokenAt(context, by.end)
  if (entry.mark === 'ago' || (text === 'before' && !dateBehind(context, by.end + 1)))
    return { value: moved(context.now, by.value, -1), end: by.end + 1 }
  if (entry.mark === 'later' || text === 'later') return { value: moved(context.now, by.value, 1), end: by.end + 1 }
  const since = entry.mark === 'from' || entry.mark === 'after' || entry.mark === 'since'
  if (!since && entry.mark !== 'before') return null
  if (tokenAt(context, by.end + 1).entry.now) return { value: moved(context.now, by.value, 1), end: by.end + 2 }
  const anchor = dateBehind(context, by.end + 1)
  const span = anchor && occurrence(anchor.value, context)
  if (!span || finer(grainOf(by.value), 'day')) return null
  return { value: moved(span.start, by.value, since ? 1 : -1), end: anchor.end }
}

let readAnchor: (context: Context, index: number) => Hit<DateValue> | null = () => null
/** The whole date grammar, handed in by `dates.ts` (the two need each other). */
export const useAnchorReader = (reader: typeof readAnchor): void => {
  readAnchor = reader
}
const dateBehind = (context: Context, index: number): Hit<DateValue> | null =>
  readAnchor(context, isText(context, index, 'the') ? index + 1 : index)

/** A moment for lengths in hours or less, else the day it falls on. */
function moved(from: Wall, by: Length, sign: 1 | -1): DateValue {
  const wall = shift(from, by, sign)
  const grain = grainOf(by)
  if (!finer(grain, 'day')) return settled('day', dayAt(wall))
  const start = floor(wall, 'second')
  const said: Grain = start % 60_000 === 0 && grain !== 'second' ? 'minute' : 'second'
  return settled('instant', { start, end: add(start, 1, said), grain: said })
}

const stretchOf = (start: Wall, end: Wall, grain: Grain): DateValue => {
  const whole = finer(grain, 'day')
    ? { start: floor(start, 'second'), end: floor(end, 'second') }
    : { start: floor(start, 'day'), end: floor(end, 'day') }
  return settled('stretch', { ...whole, grain: finer(grain, 'day') ? grain : 'day' }, { stretch: true })
}

/** "next 3 days", "the last two weeks", "2 next days", "past fortnight", "coming weeks", "previous 4 business days". */
function severalUnits(context: Context, index: number): Hit<DateValue> | null {
  let at =
    tokenAt(context, index).entry.mark === 'in' ||
    tokenAt(context, index).entry.mark === 'within' ||
    isText(context, index, 'over')
      ? index + 1
      : index
  if (isText(context, at, 'the')) at++
  const before = amount(context, at)
  const relAt = before && before.value > 0 ? before.end : at
  const rel = tokenAt(context, relAt).entry.rel
  if (rel === undefined || rel === 0) return null
  if (before) {
    const unit = unitAt(context, relAt + 1)
    if (unit && !tokenAt(context, unit.end - 1).text.endsWith('s')) return null
    return unit && { value: rolling(context, { count: before.value, unit: unit.value }, rel), end: unit.end }
  }
  const working = amount(context, relAt + 1)
  const business = working && unitAt(context, working.end)
  if (working && business?.value.kind === 'working')
    return { value: rolling(context, { count: working.value, unit: business.value }, rel), end: business.end }
  const by = length(context, relAt + 1)
  if (by && tokenAt(context, relAt + 1).entry.ordinal === undefined) {
    if (by.value.parts.length > 1) {
      const other = shift(context.today, by.value, rel)
      return {
        value: rel > 0 ? stretchOf(context.today + DAY, other + DAY, 'day') : stretchOf(other, context.today, 'day'),
        end: by.end,
      }
    }
    const [part] = by.value.parts
    return part ? { value: rolling(context, part, rel), end: by.end } : null
  }
  const unit = unitAt(context, relAt + 1)
  if (!unit || unit.value.kind) return null
  const plural = /s$/.test(tokenAt(context, unit.end - 1).text)
  const counted = unit.value.count > 1 || finer(unit.value.grain, 'day') || (plural && unit.value.grain !== 'day')
  return counted ? { value: rolling(context, { count: 1, unit: unit.value }, rel), end: unit.end } : null
}

/** A unit, "business day" included. */
function unitAt(context: Context, index: number): Hit<Unit> | null {
  const business = isText(context, index, 'business') || isText(context, index, 'working')
  const unit = tokenAt(context, business ? index + 1 : index).entry.unit
  if (!unit || !endsClean(context, business ? index + 2 : index + 1)) return null
  return {
    value: business && unit.grain === 'day' ? { ...unit, kind: 'working' } : unit,
    end: business ? index + 2 : index + 1,
  }
}

/** From tomorrow on, or up to yesterday; hours and less count from now, quarters and decades are whole ones. */
function rolling(context: Context, part: { count: number; unit: Unit }, rel: -1 | 1): DateValue {
  const { grain, kind } = part.unit
  const count = part.count * part.unit.count
  if (kind === 'working') {
    const other = shiftWorkingDays(context.today, count * rel)
    return rel > 0 ? stretchOf(context.today + DAY, other + DAY, 'day') : stretchOf(other, context.today, 'day')
  }
  if (grain === 'quarter' || (grain === 'year' && part.unit.count === 10)) {
    const start =
      part.unit.count === 10
        ? ymd(10 * Math.floor(new Date(context.now).getUTCFullYear() / 10), 1, 1)
        : floor(context.today, grain)
    const first = rel > 0 ? add(start, grain === 'quarter' ? 1 : 10, grain) : add(start, -count, grain)
    return settled('stretch', { start: first, end: add(first, count, grain), grain }, { stretch: true })
  }
  if (finer(grain, 'day')) {
    const other = add(context.now, count * rel, grain)
    return rel > 0 ? stretchOf(context.now, other, grain) : stretchOf(other, context.now, grain)
  }
  if (part.unit.count === 2 && part.count === 1 && rel > 0) {
    const monday = floor(context.today, 'week', context.weekStarts) + 2 * WEEK
    return settled('stretch', { start: monday, end: monday + 2 * WEEK, grain: 'day' }, { stretch: true })
  }
  const other = add(context.today, count * rel, grain)
  return rel > 0 ? stretchOf(context.today + DAY, other + DAY, grain) : stretchOf(other, context.today, grain)
}

/** "next week", "this month", "last year", "the following week", "same week", "this weekend", "rest of the week". */
function oneUnit(context: Context, index: number): Hit<DateValue> | null {
  const rest = restOf(context, index)
  if (rest) return rest
  let at = isText(context, index, 'the') ? index + 1 : index
  let rel: -1 | 0 | 1 | undefined
  for (
    let entry = tokenAt(context, at).entry;
    entry.rel !== undefined && at < index + 4;
    entry = tokenAt(context, ++at).entry
  )
    rel = entry.rel
  const token = tokenAt(context, at)
  const { unit, season: seasonOf } = token.entry
  if (rel === undefined && unit?.kind === 'weekend' && token.text.endsWith('d'))
    return { value: repeating('unit', weekend), end: at + 1 }
  if (rel === undefined && unit && context.lexicon.has('#after')) rel = postfix(context, at)
  if (rel === undefined) return null
  const end = tokenAt(context, at + 1).entry.rel !== undefined && context.lexicon.has('#after') ? at + 2 : at + 1
  if (seasonOf !== undefined && !token.entry.weak) return seasonal(context, seasonOf, rel, at + 1)
  if (isText(context, at, 'season') || isText(context, at, 'seasons')) return seasonNow(context, rel, at + 1)
  if (isText(context, at, 'workweek')) {
    const start = unitAround(context.today, 'week', rel).start
    return { value: settled('unit', { start, end: start + 5 * DAY, grain: 'day' }, { stretch: true }), end: at + 1 }
  }
  if (!unit || unit.count > 1 || finer(unit.grain, 'day') || !endsClean(context, end)) return null
  if (unit.kind === 'night') return null
  if (unit.kind === 'weekend') return { value: settled('unit', weekendNear(context, rel), { stretch: true }), end }
  if (unit.kind === 'working') {
    const day = dayAt(shiftWorkingDays(context.today, rel))
    return { value: settled('day', day), end }
  }
  return {
    value: settled(
      unit.grain === 'day' ? 'day' : 'unit',
      unitAround(context.today, unit.grain, rel, context.weekStarts),
    ),
    end,
  }
}

/** Spanish and French put the word behind: "semana que viene", "mois prochain". */
function postfix(context: Context, index: number): -1 | 0 | 1 | undefined {
  return tokenAt(context, index + 1).entry.rel
}

function weekendNear(context: Context, rel: -1 | 0 | 1): Span {
  const monday = floor(context.today, 'week')
  const start = monday + 5 * DAY + rel * WEEK
  return { start, end: start + 2 * DAY, grain: 'day' }
}

/** "rest of the week", "remaining of the month": from today on. */
function restOf(context: Context, index: number): Hit<DateValue> | null {
  const first = isText(context, index, 'the') ? index + 1 : index
  const text = tokenAt(context, first).text
  if ((text !== 'rest' && text !== 'remaining' && text !== 'remainder') || !isText(context, first + 1, 'of'))
    return null
  let at = first + 2
  while (isText(context, at, 'the') || tokenAt(context, at).entry.rel === 0) at++
  const unit = tokenAt(context, at).entry.unit
  if (!unit || unit.count > 1 || finer(unit.grain, 'day') || unit.kind) return null
  const whole = unitAround(context.today, unit.grain, 0, context.weekStarts)
  const end = unit.grain === 'week' ? whole.end - DAY : whole.end
  return {
    value: settled(
      'stretch',
      { start: context.today, end: Math.max(end, context.today + DAY), grain: 'day' },
      { stretch: true },
    ),
    end: at + 1,
  }
}

function seasonal(context: Context, number: 0 | 1 | 2 | 3, rel: -1 | 0 | 1, end: number): Hit<DateValue> | null {
  const series = season(number)
  const ahead = series.from(context.today)
  const span =
    rel < 0
      ? series.before(context.today)
      : rel === 0
        ? ahead
        : ahead && series.from(Math.max(ahead.start, context.today) === context.today ? ahead.end : ahead.start)
  return span && { value: settled('unit', span, { stretch: true }), end }
}

function seasonNow(context: Context, rel: -1 | 0 | 1, end: number): Hit<DateValue> | null {
  const at = add(context.today, 3 * rel, 'month')
  for (const number of [0, 1, 2, 3] as const) {
    const span = season(number).from(at)
    if (span && span.start <= at) return { value: settled('unit', span, { stretch: true }), end }
  }
  return null
}

/** "week 10", "Q3 2026", "third quarter", "2019 H2", "18q4", "the 90s", "15th century", "cy18". */
function ofTheYear(context: Context, index: number): Hit<DateValue> | null {
  return weekNumber(context, index) ?? quarter(context, index) ?? decade(context, index)
}

function weekNumber(context: Context, index: number): Hit<DateValue> | null {
  if (!isText(context, index, 'week') && !isText(context, index, 'wk')) return null
  const number = wholeNumber(context, index + 1)
  const fits =
    number &&
    number.value >= 1 &&
    number.value <= 53 &&
    endsClean(context, number.end) &&
    tokenAt(context, index + 1).kind === 'digits'
  if (!fits) return null
  const thisYear = weekOfYear(number.value).from(unitAround(context.today, 'year').start + 3 * DAY)
  return thisYear && { value: settled('unit', thisYear), end: number.end }
}

function quarter(context: Context, index: number): Hit<DateValue> | null {
  const year = fullYear(context, index) ?? shortYear(context, index)
  const at = year
    ? isText(context, year.end, '-')
      ? year.end + 1
      : year.end
    : isText(context, index, 'the')
      ? index + 1
      : index
  const letter = tokenAt(context, at).text
  let found: Hit<DateValue> | null = null
  if (
    (letter === 'q' || letter === 'h') &&
    tokenAt(context, at + 1).glued &&
    tokenAt(context, at + 1).kind === 'digits'
  ) {
    const { value } = tokenAt(context, at + 1)
    const most = letter === 'q' ? 4 : 2
    if (value >= 1 && value <= most && endsClean(context, at + 2))
      found = { value: inYear(value, letter === 'q' ? 3 : 6), end: at + 2 }
  } else if (!year) {
    const number = ordinal(context, at)
    const unit = number && tokenAt(context, number.end).entry.unit
    if (number && unit?.grain === 'quarter' && number.value <= 4)
      found = { value: inYear(number.value, 3), end: number.end + 1 }
  }
  if (!found) return null
  const behind =
    isText(context, found.end, '-') || isText(context, found.end, 'of') || isText(context, found.end, 'in')
      ? found.end + 1
      : found.end
  const later = year ? null : fullYear(context, behind)
  const said = year ?? later
  const series = found.value.series
  if (!series) return null
  const span = said
    ? series.from(ymd(said.value, 1, 1))
    : series.from(letter === 'h' || letter === 'q' ? context.today : unitAround(context.today, 'year').start)
  return span && { value: settled('unit', span, { stretch: true }), end: later ? later.end : found.end }
}

const inYear = (number: number, size: 3 | 6): DateValue => repeating('unit', partOfYear(number, size))

function shortYear(context: Context, index: number): Hit<number> | null {
  const token = tokenAt(context, index)
  const joined =
    token.kind === 'digits' &&
    token.end - token.start === 2 &&
    tokenAt(context, index + 1).glued &&
    tokenAt(context, index + 1).text === 'q'
  return joined ? { value: 2000 + token.value, end: index + 1 } : null
}

const TENS = table<number>({
  twenties: 20,
  thirties: 30,
  forties: 40,
  fifties: 50,
  sixties: 60,
  seventies: 70,
  eighties: 80,
  nineties: 90,
})

function decade(context: Context, index: number): Hit<DateValue> | null {
  const token = tokenAt(context, index)
  const word = TENS.get(token.text)
  if (word !== undefined) return { value: years(1900 + word, 10), end: index + 1 }
  const year = fullYear(context, index)
  if (year && year.value % 10 === 0 && token.kind === 'digits' && isText(context, year.end, 's'))
    return { value: years(year.value, 10), end: year.end + 1 }
  const number = ordinal(context, index)
  return number && isText(context, number.end, 'century')
    ? { value: years((number.value - 1) * 100, 100), end: number.end + 1 }
    : null
}

const years = (from: number, count: number): DateValue =>
  settled('unit', { start: ymd(from, 1, 1), end: ymd(from + count, 1, 1), grain: 'year' }, { stretch: true })

/** "2027" where its place says that it is a year. */
export function readYear(context: Context, index: number): Hit<DateValue> | null {
  const cy = isText(context, index, 'cy')
  const named = cy || isText(context, index, 'year')
  const of = named && isText(context, index + 1, 'of') ? index + 2 : named ? index + 1 : index
  const short = tokenAt(context, of)
  if (cy && short.kind === 'digits' && short.end - short.start === 2)
    return { value: wholeYear(2000 + short.value), end: of + 1 }
  const year = fullYear(context, of)
  if (!year || !endsClean(context, year.end)) return null
  const era = isText(context, year.end, 'ad') || isText(context, year.end, 'ce') ? year.end + 1 : year.end
  return { value: wholeYear(year.value), end: era }
}

const wholeYear = (year: number): DateValue => settled('year', unitAround(ymd(year, 1, 1), 'year'))
