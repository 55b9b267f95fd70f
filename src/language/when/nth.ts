import { type Context, type Hit, isText, tokenAt } from './context.ts'
import { type DateValue, occurrence, settled } from './date.ts'
import { shiftWorkingDays } from './lengths.ts'
import { ordinal, wholeNumber } from './numbers.ts'
import { weekday, weekend, weekendFrom } from './series.ts'
import { add, DAY, dayAt, finer, floor, type Grain, type Span, unitAround, WEEK } from './wall.ts'

type ReadDate = (context: Context, index: number) => Hit<DateValue> | null

/** What is counted: a weekday or a unit. */
interface Counted {
  weekday?: number
  grain?: Grain
  weekend?: true
  /** "the first business day". */
  working?: true
}

/** "first Monday of October", "the 2nd last week of 2031", "first 2 weeks of 2021", "third Tuesday after Christmas", "three Fridays from now". */
export function readNth(context: Context, index: number, readDate: ReadDate): Hit<DateValue> | null {
  return counting(context, index) ?? picked(context, index, readDate)
}

/** "three Fridays from now", "2 Thursdays back". */
function counting(context: Context, index: number): Hit<DateValue> | null {
  const number = wholeNumber(context, index)
  const day = number && tokenAt(context, number.end)
  const named = day && weekdayOfPlural(context, number.end)
  if (!number || !day || !named || number.value < 1 || number.value > 60) return null
  const { entry } = tokenAt(context, number.end + 1)
  const now = tokenAt(context, number.end + 2).entry.now ? 3 : 0
  const series = weekday(named)
  if (entry.mark === 'ago') {
    const last = series.before(context.today)
    return last && { value: settled('day', dayAt(last.start - (number.value - 1) * WEEK)), end: number.end + 2 }
  }
  if (entry.mark !== 'later' && !(entry.mark === 'from' && now)) return null
  const next = series.from(context.today + DAY)
  return next && { value: settled('day', dayAt(next.start + (number.value - 1) * WEEK)), end: number.end + (now || 2) }
}

/** 1 to 7 of "fridays"; 0 where no weekday stands there. */
export function weekdayOfPlural(context: Context, index: number): number {
  const { text, entry } = tokenAt(context, index)
  return entry.weekday ?? (text.endsWith('s') ? (context.lexicon.get(text.slice(0, -1))?.weekday ?? 0) : 0)
}

function countedAt(context: Context, index: number): Hit<Counted> | null {
  const business = isText(context, index, 'business') || isText(context, index, 'working')
  if (business && tokenAt(context, index + 1).text === 'day') return { value: { working: true }, end: index + 2 }
  const day = weekdayOfPlural(context, index)
  if (day > 0) return { value: { weekday: day }, end: index + 1 }
  const { unit } = tokenAt(context, index).entry
  const split = isText(context, index, 'week') && isText(context, index + 1, '-') && isText(context, index + 2, 'end')
  if (split || unit?.kind === 'weekend') return { value: { weekend: true }, end: split ? index + 3 : index + 1 }
  return unit && unit.count === 1 && !unit.kind && !finer(unit.grain, 'day')
    ? { value: { grain: unit.grain }, end: index + 1 }
    : null
}

function picked(context: Context, index: number, readDate: ReadDate): Hit<DateValue> | null {
  const the = isText(context, index, 'the') ? index + 1 : index
  const place = placeAt(context, the)
  if (!place) return null
  const several = wholeNumber(context, place.end)
  const number = several && tokenAt(context, place.end).entry.ordinal === undefined ? several : null
  const counted = countedAt(context, number ? number.end : place.end)
  if (!counted) return null
  if (number && !/s$/.test(tokenAt(context, counted.end - 1).text)) return null
  const pick = (inside: Span): Span | null => choose(counted.value, place.value, number?.value ?? 1, inside)
  const value: DateValue = {
    kind: 'nth',
    grain: counted.value.grain ?? 'day',
    series: null,
    span: null,
    pick,
    ...(number || counted.value.weekend ? { stretch: true as const } : {}),
  }
  const link = tokenAt(context, counted.end)
  if (link.entry.mark === 'after' && counted.value.weekday) return afterDate(context, counted, place.value, readDate)
  const whole = link.text === 'of' || link.text === 'in' ? wholeBehind(context, counted.end + 1, readDate) : null
  if (!whole) {
    const plain =
      counted.value.weekday !== undefined &&
      !number &&
      (place.value > 0 || tokenAt(context, the).entry.rel === undefined)
    return plain ? { value, end: counted.end } : null
  }
  const span = inSeries(whole.value, pick, context)
  return span ? { value: settled('nth', span, value.stretch ? { stretch: true } : {}), end: whole.end } : null
}

/** 1 first, 2 second, -1 last, -3 "third last". */
function placeAt(context: Context, index: number): Hit<number> | null {
  const isLast = (at: number): boolean => isText(context, at, 'last') || isText(context, at, 'final')
  if (isLast(index)) return { value: -1, end: index + 1 }
  const number = ordinal(context, index)
  if (!number || number.value < 1 || number.value > 366) return null
  const hyphen = isText(context, number.end, '-') ? number.end + 1 : number.end
  return isLast(hyphen) ? { value: -number.value, end: hyphen + 1 } : number
}

/** "the month", "next month", "October", "2018": what the counted things lie in. */
function wholeBehind(context: Context, index: number, readDate: ReadDate): Hit<DateValue> | null {
  const the = isText(context, index, 'the') ? index + 1 : index
  const { unit } = tokenAt(context, the).entry
  if (the > index && unit && unit.count === 1 && !unit.kind && !finer(unit.grain, 'week'))
    return { value: settled('unit', unitAround(context.today, unit.grain)), end: the + 1 }
  const date = readDate(context, the)
  return date && !finer(date.value.grain, 'week') ? date : null
}

/** The first occurrence that is still to come, where the whole itself comes again ("of October"). */
function inSeries(whole: DateValue, pick: (inside: Span) => Span | null, context: Context): Span | null {
  const first = occurrence(whole, context)
  const span = first && pick(first)
  if (!span || whole.span || span.end > context.today) return span
  const next = whole.series?.from(first.end)
  return next ? pick(next) : span
}

function afterDate(context: Context, counted: Hit<Counted>, place: number, readDate: ReadDate): Hit<DateValue> | null {
  const date = readDate(context, counted.end + 1)
  const span = date && occurrence(date.value, context)
  const day = counted.value.weekday
  if (!span || !day || place < 1) return null
  const first = weekday(day).from(span.end)
  return first && { value: settled('nth', dayAt(first.start + (place - 1) * WEEK)), end: date.end }
}

/** `count` units from the `place`-th on; a week belongs to the span that holds its Thursday. */
function choose(counted: Counted, place: number, count: number, inside: Span): Span | null {
  if (counted.working) {
    const edge = place > 0 ? inside.start - DAY : inside.end
    const day = dayAt(shiftWorkingDays(edge, place))
    return day.start >= inside.start && day.end <= inside.end ? day : null
  }
  const firstAndStep = (): { first: number; last: number; step: Grain | 'each week' } => {
    if (counted.weekday !== undefined || counted.weekend) {
      const series = counted.weekend ? weekend : weekday(counted.weekday ?? 1)
      const first = series.from(inside.start)?.start ?? inside.start
      const from = first < inside.start ? first + WEEK : first
      return { first: from, last: from + Math.floor((inside.end - 1 - from) / WEEK) * WEEK, step: 'each week' }
    }
    if (counted.grain === 'week') {
      const first = floor(inside.start + 3 * DAY, 'week')
      return { first, last: floor(inside.end - 4 * DAY, 'week'), step: 'week' }
    }
    const grain = counted.grain ?? 'day'
    return { first: floor(inside.start, grain), last: floor(inside.end - 1, grain), step: grain }
  }
  const { first, last, step } = firstAndStep()
  const unit: Grain = step === 'each week' ? 'week' : step
  const start = place > 0 ? add(first, place - 1, unit) : add(last, place + 1 - (count - 1), unit)
  if (start < first || start > last) return null
  if (counted.weekend) return weekendFrom(start)
  if (step === 'each week') return dayAt(start)
  return { start, end: add(start, count, unit), grain: unit }
}
