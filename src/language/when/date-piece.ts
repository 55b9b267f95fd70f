import { bareHour, readClock } from './clock.ts'
import { type Context, endsClean, type Hit, isText, tokenAt } from './context.ts'
import { combineDates, type DateValue, repeating } from './date.ts'
import { readDate } from './dates.ts'
import { isThing, notAnHour } from './followers.ts'
import { readNumericDate } from './numeric.ts'
import { dayOfMonth } from './series.ts'
import type { Place, Side } from './side.ts'
import { DAY, finer, weekdayOf } from './wall.ts'
import { readYear } from './year-parts.ts'

/** A date, or more of the date that is there already. */
export function datePiece(context: Context, place: Place): Hit<Side> | null {
  const { side, between, at, first, mode } = place
  if ((between.open && !first) || (side.bare && between.dash)) return null
  if (mode.dayDone && between.comma && (side.clock || side.bare)) return null
  const date = dateAt(context, place)
  if (!date || !fits(context, date, place)) return null
  if (!side.date) return firstDate(context, date, place)
  if (between.dash && date.value.kind === 'monthDay' && side.date.weekday === undefined) return null
  const joined = combineDates(side.date, date.value, context)
  if (joined) return { value: { ...side, date: joined }, end: date.end }
  const year = isText(context, at, 'the') ? null : readYear(context, at)
  const inYear = year && combineDates(side.date, year.value, context)
  return inYear && year ? { value: { ...side, date: inYear }, end: year.end } : null
}

function firstDate(context: Context, date: Hit<DateValue>, { side, between, at, mode }: Place): Hit<Side> | null {
  const wide = finer('day', date.value.grain) || date.value.kind === 'instant' || date.value.stretch
  if ((side.clock || side.part) && wide) return null
  const before = tokenAt(context, at - 1)
  const marked = mode.expected || between.on || before.entry.mark !== undefined || before.text === 'of'
  const loneYear = date.value.kind === 'year' && tokenAt(context, at).kind === 'digits' && !marked
  return { value: { ...side, date: date.value, loneYear }, end: date.end }
}

/** The longest date at the place, in the forms that the place allows. */
function dateAt(context: Context, { side, between, at, mode, first }: Place): Hit<DateValue> | null {
  const beside = side.date?.weekday !== undefined && (side.date.kind === 'weekday' || side.date.kind === 'day')
  const dash = isText(context, at + 1, '-')
  const expected = (mode.expected && !mode.right && !dash) || tokenAt(context, at - 1).entry.rel !== undefined
  const loose = beside || ((between.on || expected) && first)
  const lenient = loose ? readNumericDate(context, at, true) : null
  const agreed = lenient && beside && dash && !fallsOn(context, lenient.value, side) ? null : lenient
  const late = side.date?.kind === 'weekday' || isText(context, at - 1, 'the') ? lateDay(context, at) : null
  let best: Hit<DateValue> | null = null
  for (const hit of [late, readYear(context, at), readDate(context, at), agreed])
    if (hit && (!best || hit.end > best.end)) best = hit
  return best
}

/** "Friday 23", "the 17": a number too big for an hour, or said with its article, is a day of the month. */
function lateDay(context: Context, at: number): Hit<DateValue> | null {
  const { value, kind } = tokenAt(context, at)
  const next = tokenAt(context, at + 1)
  if (kind !== 'digits' || value < 13 || value > 31 || !endsClean(context, at + 1)) return null
  if (next.entry.unit || next.entry.month || next.text === '-' || isThing(context, at + 1)) return null
  return { value: repeating('dayOfMonth', dayOfMonth(value), { day: value }), end: at + 1 }
}

/** "Friday 7-6" is a date where 6 July is a Friday of these weeks, else hours. */
function fallsOn(context: Context, date: DateValue, side: Side): boolean {
  const span = date.series?.from(context.today)
  const near = span && span.start - context.today < 35 * DAY
  return near === true && weekdayOf(span.start) === side.date?.weekday
}

function fits(context: Context, date: Hit<DateValue>, place: Place): boolean {
  switch (date.value.kind) {
    case 'month':
      return monthFits(context, date, place)
    case 'weekday':
      return weekdayFits(context, date, place)
    case 'dayOfMonth':
      return dayFits(context, place)
    case 'year':
      return place.side.date !== null || yearFits(context, place)
    default:
      return true
  }
}

/** "may", "march", "mar" are also plain words: alone they need a word of place or their capital letter. */
function monthFits(context: Context, date: Hit<DateValue>, { at, mode, side }: Place): boolean {
  const token = tokenAt(context, at)
  if (token.entry.rel === 0) return !isText(context, at + 1, 'may') || tokenAt(context, at + 1).capital
  if (!token.entry.weak || date.end > at + 1) return true
  if (token.capital && context.tokens.length <= 2) return true
  if (token.text !== 'may' && token.text !== 'march' && token.text !== 'mar') return true
  const { entry } = tokenAt(context, at - 1)
  const linked = entry.mark === 'and' || entry.mark === 'or' || entry.mark === 'to'
  const placed = entry.fill === true || entry.edge !== undefined || (entry.mark !== undefined && !linked)
  if (placed || mode.expected) return token.capital || !linked
  return token.capital && mode.range && side.date === null
}

/** "sat", "sun" and "wed" alone need a neighbour that makes a day of them. */
function weekdayFits(context: Context, date: Hit<DateValue>, { at, mode, side }: Place): boolean {
  const token = tokenAt(context, at)
  if (!token.entry.weak || date.end > at + 1 || side.date || side.clock || mode.expected || mode.range) return true
  const before = tokenAt(context, at - 1)
  const after = tokenAt(context, at + 1)
  const placed =
    (before.entry.fill === true && before.text !== 'the') || before.entry.mark !== undefined || before.text === ','
  const followed = after.kind === 'digits' || after.entry.part !== undefined || after.entry.month !== undefined
  return placed || followed || timed(context, at + 1, token.capital) || context.tokens.length <= 2
}

/** "Wed at 2:30", "sun at 3pm", but not "we sat at 3 tables": without its capital the hour must show itself. */
function timed(context: Context, at: number, capital: boolean): boolean {
  if (!isText(context, at, 'at') && !isText(context, at, '@')) return false
  const shown = readClock(context, at + 1)
  const bare = capital ? bareHour(context, at + 1) : null
  return shown !== null || (bare !== null && !notAnHour(context, bare.end))
}

/** An ordinal in words is a date with its article, beside a weekday, or as the end of a range. */
function dayFits(context: Context, { at, mode, side, between }: Place): boolean {
  const spelled = tokenAt(context, at).kind === 'word' && !isText(context, at, 'the')
  return !spelled || side.date !== null || mode.right || mode.expected || between.on || isText(context, at - 1, 'the')
}

function yearFits(context: Context, { at, mode, side }: Place): boolean {
  if (tokenAt(context, at).kind === 'word')
    return isText(context, at, 'year') || isText(context, at, 'cy') || mode.expected
  if (mode.packed) return false
  if (side.clock || side.bare) return side.bare !== null
  const { value } = tokenAt(context, at)
  const before = tokenAt(context, at - 1)
  const worded = before.text === 'of' || before.text === 'on' || before.text === 'during'
  const marked = mode.expected || worded || (before.entry.mark !== undefined && before.entry.mark !== 'or')
  return marked || (mode.range && value >= 1900 && value < 2100)
}
