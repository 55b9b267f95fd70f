import { type Context, type Hit, isText, tokenAt } from './context.ts'
import { type DateValue, occurrence, settled } from './date.ts'
import { pass } from './elapsed.ts'
import { grainOf, type Length, length, shift } from './lengths.ts'
import { wholeNumber } from './numbers.ts'
import { stretchOf } from './stretches.ts'
import { add, DAY, dayAt, finer, floor, type Grain, type Wall } from './wall.ts'

type ReadDate = (context: Context, index: number) => Hit<DateValue> | null

/** Dates by their distance: "tomorrow", "in 3 days", "2 weeks ago", "3 days after Easter", "now". */
export const readRelativeDate = (context: Context, index: number, readDate: ReadDate): Hit<DateValue> | null =>
  byLength(context, index, readDate) ?? nearDay(context, index, readDate) ?? present(context, index)

/** "today", "tomorrow", "the day after tomorrow", "the day after Easter", "the day before", "my day". */
function nearDay(context: Context, index: number, readDate: ReadDate): Hit<DateValue> | null {
  const the = isText(context, index, 'the') ? index + 1 : index
  const { entry, text } = tokenAt(context, the)
  const near = (days: number, end: number): Hit<DateValue> => ({
    value: settled('day', dayAt(context.today + days * DAY), { near: true }),
    end,
  })
  if (entry.day !== undefined) return near(entry.day, the + 1)
  const mark = tokenAt(context, the + 1).entry.mark
  if (entry.unit?.grain === 'day' && text === 'day' && (mark === 'after' || mark === 'before')) {
    const step = mark === 'after' ? 1 : -1
    const next = tokenAt(context, the + 2)
    if (next.entry.day !== undefined) return near(next.entry.day + step, the + 3)
    if (the > index && (next.kind === 'sign' || next.text === '')) return near(step, the + 2)
    const date = the > index ? readDate(context, the + 2) : null
    const span = date?.value.grain === 'day' ? occurrence(date.value, context) : null
    const day = span && (step > 0 ? span.end : span.start - DAY)
    return date && day !== null ? { value: settled('day', dayAt(day)), end: date.end } : null
  }
  const today =
    (text === 'my' && isText(context, the + 1, 'day')) || (text === 'current' && isText(context, the + 1, 'date'))
  return today ? near(0, the + 2) : null
}

/** "now", "at the moment", "at present", "as soon as possible". */
function present(context: Context, index: number): Hit<DateValue> | null {
  const now = (end: number, open?: 'after'): Hit<DateValue> => {
    const start = floor(context.now, 'second')
    return { value: settled('instant', { start, end: start + 1000, grain: 'second' }, open ? { open } : {}), end }
  }
  const { text, entry } = tokenAt(context, index)
  if (text === 'asap') return now(index + 1, 'after')
  if (text === 'as' && isText(context, index + 1, 'soon') && isText(context, index + 3, 'possible'))
    return now(index + 4, 'after')
  if (entry.now) return addedTo(context, now(index + 1))
  if (text === 'right' && isText(context, index + 1, 'now')) return now(index + 2)
  if (text !== 'at') return null
  const the = isText(context, index + 1, 'the') ? index + 2 : index + 1
  if (isText(context, the, 'moment')) return now(the + 1)
  return isText(context, the, 'present') ? now(isText(context, the + 1, 'time') ? the + 2 : the + 1) : null
}

/** "now + 40 minutes". */
function addedTo(context: Context, now: Hit<DateValue>): Hit<DateValue> {
  const by = isText(context, now.end, '+') ? length(context, now.end + 1) : null
  return by ? { value: fromNow(context, by.value, 1), end: by.end } : now
}

/** "in 3 days", "2 hours ago", "a week from today", "2 weeks before May 13", "less than 4 days after tomorrow", "+15 minutes". */
function byLength(context: Context, index: number, readDate: ReadDate): Hit<DateValue> | null {
  return (
    signed(context, index) ??
    ahead(context, index, readDate) ??
    compared(context, index, readDate) ??
    behindLength(context, index, length(context, index), readDate)
  )
}

function signed(context: Context, index: number): Hit<DateValue> | null {
  const plus = isText(context, index, '+')
  if (!plus && !(isText(context, index, '-') && !tokenAt(context, index).glued)) return null
  const by = tokenAt(context, index + 1).glued ? length(context, index + 1) : null
  return by && { value: fromNow(context, by.value, plus ? 1 : -1), end: by.end }
}

/** "in 3 days", "within 2 hours", "hace 3 dias". */
function ahead(context: Context, index: number, readDate: ReadDate): Hit<DateValue> | null {
  const { mark } = tokenAt(context, index).entry
  if (mark !== 'in' && mark !== 'agoFirst' && mark !== 'within') return null
  const between = mark === 'in' ? someWhere(context, index + 1) : null
  if (between) return between
  let at = index + 1
  while (tokenAt(context, at).entry.approx || isText(context, at, '~') || isText(context, at, 'de')) at++
  const by = length(context, at)
  if (!by) return null
  if (mark === 'within') return { value: withinLength(context, by.value), end: by.end }
  const end = isText(context, by.end, 'time') ? by.end + 1 : by.end
  const leaning = mark === 'in' && leansOn(context, by.end) ? behindLength(context, index, by, readDate) : null
  if (leaning) return leaning
  return { value: fromNow(context, by.value, mark === 'in' ? 1 : -1), end }
}

/** "in 3 to 5 days", "in 2-3 weeks": from the one to the end of the other. */
function someWhere(context: Context, index: number): Hit<DateValue> | null {
  const least = wholeNumber(context, index)
  const joint = least && (tokenAt(context, least.end).entry.mark ?? tokenAt(context, least.end).text)
  const by = least && (joint === 'to' || joint === 'or' || joint === '-') ? length(context, least.end + 1) : null
  const [part] = by?.value.parts ?? []
  if (!least || !by || !part || by.value.parts.length > 1 || least.value >= part.count) return null
  const from = pass(context, context.now, { parts: [{ ...part, count: least.value }], approximate: false }, 1)
  const to = pass(context, context.now, by.value, 1)
  const days = !finer(grainOf(by.value), 'day')
  return { value: stretchOf(from, days ? to + DAY : to, grainOf(by.value)), end: by.end }
}

/** "within two weeks": in whole days, or up to the very minute two weeks from now. */
function withinLength(context: Context, by: Length): DateValue {
  const end = pass(context, context.now, by, 1)
  const value = stretchOf(context.now, end, grainOf(by))
  return value.span && value.grain === 'day'
    ? { ...value, span: { ...value.span, twin: { start: context.now, end } } }
    : value
}

/** "in two weeks after Easter", "in 3 days from tomorrow"; "in two weeks from 3 to 4" leans on nothing. */
function leansOn(context: Context, index: number): boolean {
  const { mark } = tokenAt(context, index).entry
  const { day, now } = tokenAt(context, index + 1).entry
  return mark === 'after' || mark === 'since' || (mark === 'from' && (day !== undefined || now === true))
}

/** "less than 4 days after tomorrow" is the stretch up to there, "more than" what follows. */
function compared(context: Context, index: number, readDate: ReadDate): Hit<DateValue> | null {
  const more = isText(context, index, 'more')
  if ((!more && !isText(context, index, 'less')) || !isText(context, index + 1, 'than')) return null
  const by = length(context, index + 2)
  const after = by && tokenAt(context, by.end).entry.mark === 'after' ? readDate(context, by.end + 1) : null
  const from = after && occurrence(after.value, context)
  if (!by || !from || finer(grainOf(by.value), 'day')) return null
  const end = shift(from.start, by.value, 1)
  const value = more ? settled('day', dayAt(end), { open: 'after' }) : stretchOf(from.start, end, 'day')
  return { value, end: after.end }
}

/** What follows a length and makes a date of it; "a week on Friday" is a week after it. */
function behindLength(
  context: Context,
  index: number,
  by: Hit<Length> | null,
  readDate: ReadDate,
): Hit<DateValue> | null {
  if (!by) return null
  const { entry, text } = tokenAt(context, by.end)
  const next = isText(context, by.end + 1, 'the') ? by.end + 2 : by.end + 1
  const on = isText(context, by.end, 'on') && grainOf(by.value) === 'week' && by.value.parts.length === 1
  const onDay = on && !isText(context, index - 1, 'for') ? readDate(context, by.end + 1) : null
  if (onDay?.value.kind === 'weekday') {
    const day = occurrence(onDay.value, context)
    return day && { value: moved(context, day.start, by.value, 1), end: onDay.end }
  }
  const leans = entry.mark === 'from' || entry.mark === 'after' || entry.mark === 'since' || entry.mark === 'before'
  const anchor = leans ? readDate(context, next) : null
  const lone = text === 'before' && !anchor && tokenAt(context, by.end + 1).kind !== 'word'
  if (entry.mark === 'ago' || lone) return { value: fromNow(context, by.value, -1), end: by.end + 1 }
  if (entry.mark === 'later' || text === 'later') return { value: fromNow(context, by.value, 1), end: by.end + 1 }
  const since = entry.mark === 'from' || entry.mark === 'after' || entry.mark === 'since'
  if (!since && entry.mark !== 'before') return null
  if (tokenAt(context, by.end + 1).entry.now) return { value: fromNow(context, by.value, 1), end: by.end + 2 }
  const span = anchor && occurrence(anchor.value, context)
  if (!span || finer(grainOf(by.value), 'day')) return null
  if (text === 'starting' || text === 'beginning')
    return { value: stretchOf(span.start, shift(span.start, by.value, 1), 'day'), end: anchor.end }
  return { value: moved(context, anchor.value.point ?? span.start, by.value, since ? 1 : -1), end: anchor.end }
}

export const fromNow = (context: Context, by: Length, sign: 1 | -1): DateValue => moved(context, context.now, by, sign)

/** A moment for lengths in hours or less, else the day it falls on. */
function moved(context: Context, from: Wall, by: Length, sign: 1 | -1): DateValue {
  const wall = pass(context, from, by, sign)
  const grain = grainOf(by)
  if (!finer(grain, 'day')) return settled('day', dayAt(wall))
  const start = floor(wall, 'second')
  const said: Grain = start % 60_000 === 0 && grain !== 'second' ? 'minute' : 'second'
  return settled('instant', { start, end: add(start, 1, said), grain: said })
}
