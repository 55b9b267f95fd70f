import { type Context, endsClean, type Hit, isText, tokenAt } from './context.ts'
import { type DateValue, occurrence, repeating, settled } from './date.ts'
import { shiftWorkingDays } from './lengths.ts'
import { weekend, weekendFrom } from './series.ts'
import { DAY, dayAt, finer, floor, type Span, unitAround, WEEK, weekdayOf } from './wall.ts'

type ReadDate = (context: Context, index: number) => Hit<DateValue> | null

/** One unit near now: "next week", "this month", "last year", "this weekend", "next summer", "the week of the 11th". */
export const readUnit = (context: Context, index: number, readDate: ReadDate): Hit<DateValue> | null =>
  weekOfDate(context, index, readDate) ?? besideNext(context, index, readDate) ?? oneUnit(context, index)

const OPENS_WEEK = new Set(['of', 'beginning', 'starting', 'commencing', 'from'])

/** "the week of the 11th", "week beginning 4 February", "w/c 4 Feb"; a Sunday stands for the week that follows it. */
function weekOfDate(context: Context, index: number, readDate: ReadDate): Hit<DateValue> | null {
  const at = isText(context, index, 'the') ? index + 1 : index
  const short = isText(context, at, 'w') && isText(context, at + 1, '/') && isText(context, at + 2, 'c')
  if (!short && !(isText(context, at, 'week') && OPENS_WEEK.has(tokenAt(context, at + 1).text))) return null
  const date = readDate(context, short ? at + 3 : at + 2)
  const day = date && date.value.grain === 'day' ? occurrence(date.value, context) : null
  if (!date || !day) return null
  const inside = weekdayOf(day.start) === 7 ? day.start + DAY : day.start
  return { value: settled('unit', unitAround(inside, 'week', 0, context.weekStarts)), end: date.end }
}

/** "the week after next", "the month before last", "the week after Easter". */
function besideNext(context: Context, index: number, readDate: ReadDate): Hit<DateValue> | null {
  const at = isText(context, index, 'the') ? index + 1 : index
  const { unit } = tokenAt(context, at).entry
  const { mark } = tokenAt(context, at + 1).entry
  const way = mark === 'after' ? 1 : mark === 'before' ? -1 : 0
  const fits = unit && unit.count === 1 && !finer(unit.grain, 'week') && (!unit.kind || unit.kind === 'weekend')
  if (!fits || way === 0 || tokenAt(context, at).text.endsWith('s')) return null
  const far = isText(context, at + 2, way > 0 ? 'next' : 'last')
  if (far && unit.kind === 'weekend')
    return { value: settled('unit', weekendNear(context, way, 2), { stretch: true }), end: at + 3 }
  if (far)
    return { value: settled('unit', unitAround(context.today, unit.grain, 2 * way, context.weekStarts)), end: at + 3 }
  const date = unit.kind || at === index ? null : readDate(context, at + 2)
  const day = date && date.value.grain === 'day' ? occurrence(date.value, context) : null
  return (
    date && day && { value: settled('unit', unitAround(day.start, unit.grain, way, context.weekStarts)), end: date.end }
  )
}

/** "next week", "this month", "last year", "the following week", "same week", "this weekend", "rest of the week". */
function oneUnit(context: Context, index: number): Hit<DateValue> | null {
  let at = isText(context, index, 'the') ? index + 1 : index
  let rel: -1 | 0 | 1 | undefined
  for (
    let entry = tokenAt(context, at).entry;
    entry.rel !== undefined && at < index + 4;
    entry = tokenAt(context, ++at).entry
  )
    rel = entry.rel
  const token = tokenAt(context, at)
  const { unit } = token.entry
  const business = isText(context, at, 'business') || isText(context, at, 'working')
  if (business && rel !== undefined && isText(context, at + 1, 'day'))
    return { value: settled('day', dayAt(shiftWorkingDays(context.today, rel))), end: at + 2 }
  if (rel === undefined && unit?.kind === 'weekend' && !token.text.endsWith('s'))
    return { value: repeating('unit', weekend, { stretch: true }), end: at + 1 }
  const behind = rel === undefined && unit && context.lexicon.has('#after') ? postfix(context, at) : null
  if (behind) rel = behind.value
  if (rel === undefined) return null
  if (
    isText(context, at, 'week') &&
    isText(context, at + 1, '-') &&
    isText(context, at + 2, 'end') &&
    tokenAt(context, at + 1).glued
  )
    return { value: settled('unit', weekendNear(context, rel), { stretch: true }), end: at + 3 }
  const end = behind ? behind.end : at + 1
  if (isText(context, at, 'workweek')) {
    const start = unitAround(context.today, 'week', rel).start
    return { value: settled('unit', { start, end: start + 5 * DAY, grain: 'day' }, { stretch: true }), end: at + 1 }
  }
  if (!unit || token.text.length === 1 || unit.count > 1 || finer(unit.grain, 'day') || !endsClean(context, end))
    return null
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
export function postfix(context: Context, index: number): Hit<-1 | 0 | 1> | null {
  const que = isText(context, index + 1, 'que') ? index + 2 : index + 1
  const { rel } = tokenAt(context, que).entry
  return rel === undefined ? null : { value: rel, end: que + 1 }
}

function weekendNear(context: Context, rel: -1 | 0 | 1, far = 1): Span {
  const monday = floor(context.today, 'week')
  return weekendFrom(monday + 5 * DAY + rel * far * WEEK)
}
