import type { Context } from './context.ts'
import { monthDay, type Series, weekdayOnDay, within } from './series.ts'
import {
  DAY,
  dayAt,
  finer,
  floor,
  type Grain,
  SECOND,
  type Span,
  unitAround,
  type Wall,
  weekdayOf,
  yearOf,
} from './wall.ts'

/** A date or a stretch of dates as it was said, before its surroundings decide which one it is. */
export interface DateValue {
  kind:
    | 'weekday'
    | 'dayOfMonth'
    | 'monthDay'
    | 'month'
    | 'year'
    | 'day'
    | 'unit'
    | 'nth'
    | 'named'
    | 'instant'
    | 'edge'
    | 'stretch'
    | 'impossible'
  grain: Grain
  /** The dates the words can mean; which one, the context says. */
  series: Series | null
  /** The one date they mean, where that is settled. */
  span: Span | null
  weekday?: number
  day?: number
  month?: number
  /** "first Monday", "last week": picked inside the wider span that is said with it. */
  pick?: (inside: Span) => Span | null
  /** "end of day": of today, until a date beside it says of which. */
  ofToday?: 'start' | 'middle' | 'end'
  /** For "start, middle, end of ...": the one moment meant where it bounds a range. */
  point?: Wall
  /** Other readings, to be offered. */
  others?: readonly Span[]
  /** Said by its name ("today"): a weekday beside it may confirm it, not move it. */
  near?: true
  /** First day of the week named beside a weekday. */
  weekStart?: Wall
  /** Said as a stretch ("next 3 days"), so the span is the answer, not one unit. */
  stretch?: true
  approximate?: true
  /** Open on one side by its own words ("later than", "asap"). */
  open?: 'after' | 'before'
}

export const settled = (kind: DateValue['kind'], span: Span, more: Partial<DateValue> = {}): DateValue => ({
  kind,
  grain: span.grain,
  series: null,
  span,
  ...more,
})

export const repeating = (kind: DateValue['kind'], series: Series, more: Partial<DateValue> = {}): DateValue => ({
  kind,
  grain: series.grain,
  series,
  span: null,
  ...more,
})

export const impossible: DateValue = { kind: 'impossible', grain: 'day', series: null, span: null }

/** The date meant when nothing else is said: undated words are read forward from `after`. */
export function occurrence(date: DateValue, context: Context, after: Wall = context.today): Span | null {
  if (date.span) return date.span
  if (date.series) return date.series.from(after)
  return date.pick
    ? (date.pick(unitAround(context.today, 'month')) ?? date.pick(unitAround(context.today, 'month', 1)))
    : null
}

/** Two pieces of one date ("Tuesday" + "next week", "3 June" + "2027"), or null where they are two dates. */
export function combineDates(first: DateValue, second: DateValue, context: Context): DateValue | null {
  return join(first, second, context) ?? join(second, first, context)
}

const WIDE = new Set<Grain>(['week', 'month', 'quarter', 'year'])

function join(part: DateValue, whole: DateValue, context: Context): DateValue | null {
  if (part.ofToday === 'end' && whole.kind !== 'edge' && whole.grain === 'day' && !whole.stretch) {
    const day = occurrence(whole, context)
    return day && { ...part, ...endOfDay(day), ...(whole.others ? { others: whole.others } : {}) }
  }
  if ((part.kind === 'weekday' || part.kind === 'day') && part.weekday !== undefined && whole.weekday === undefined)
    return weekdayWith(part, part.weekday, whole, context)
  if (part.pick && whole.span && WIDE.has(whole.grain)) return pickInside(part, whole.span)
  if (part.pick && whole.series && whole.kind === 'month') {
    const span = whole.series.from(context.today)
    const next = span && whole.series.from(span.end)
    const inside = span && part.pick(span)
    const found = inside && inside.end > context.today ? inside : next && part.pick(next)
    return found ? settled('nth', found) : null
  }
  if (part.kind === 'named' && part.series && whole.kind === 'day' && whole.span && whole.weekday === undefined) {
    const span = part.series.from(whole.span.start)
    return span && settled('named', span, part.stretch ? { stretch: true } : {})
  }
  if (
    (whole.kind === 'year' || whole.kind === 'unit') &&
    whole.grain === 'year' &&
    whole.span &&
    part.series &&
    (part.kind === 'monthDay' || part.kind === 'month' || part.kind === 'named')
  ) {
    const span = within(part.series, whole.span)
    return span
      ? settled(part.kind, span, {
          ...(part.stretch ? { stretch: true } : {}),
          ...(part.month ? { month: part.month } : {}),
          ...(part.day ? { day: part.day } : {}),
        })
      : impossible
  }
  if (part.kind === 'dayOfMonth' && part.series && part.day !== undefined) {
    if (whole.kind === 'month' && whole.month !== undefined) {
      const series = monthDay(whole.month, part.day)
      if (!whole.span) return repeating('monthDay', series, { month: whole.month, day: part.day })
      const span = within(series, whole.span)
      return span ? settled('monthDay', span, { month: whole.month, day: part.day }) : impossible
    }
    if (whole.span && whole.grain === 'month' && whole.kind === 'unit') {
      const span = within(part.series, whole.span)
      return span ? settled('monthDay', span) : impossible
    }
  }
  return null
}

/** The last second of a day stands for its end; as a bound it is midnight. */
export const endOfDay = (day: Span): { span: Span; point: Wall } => ({
  span: { start: day.end - SECOND, end: day.end, grain: 'second' },
  point: day.end,
})

function pickInside(part: DateValue, inside: Span): DateValue | null {
  const span = part.pick?.(inside)
  return span ? settled('nth', span, part.stretch ? { stretch: true } : {}) : null
}

/** A weekday beside another date: inside a week it picks the day, beside a day it confirms or corrects it. */
function weekdayWith(part: DateValue, weekday: number, whole: DateValue, context: Context): DateValue | null {
  if (whole.kind === 'weekday' || whole.kind === 'edge' || whole.kind === 'stretch') return null
  if (part.kind === 'day' && whole.kind !== 'monthDay') return null
  if (whole.kind === 'dayOfMonth' && whole.day !== undefined) {
    const series = weekdayOnDay(weekday, whole.day)
    const gone = series.before(context.today)
    const coming = series.from(context.today)
    const recent = gone && coming && context.today - gone.start <= 14 * DAY && coming.start - context.today > 60 * DAY
    return { ...repeating('monthDay', series, { day: whole.day }), span: recent ? gone : null }
  }
  if (whole.kind === 'unit' && whole.span && whole.grain === 'week') {
    const start = whole.span.start
    const day = dayAt(start + ((weekday - weekdayOf(start) + 7) % 7) * DAY)
    return settled('day', day, { weekStart: floor(day.start, 'week') })
  }
  if (whole.kind === 'monthDay') return monthDayOn(weekday, whole, context, part.kind === 'weekday')
  if (whole.kind === 'day' && whole.span && whole.grain === 'day') {
    if (whole.near) return confirmed(whole, whole.span, weekday)
    const monday = floor(whole.span.start, 'week')
    const day = dayAt(monday + (weekday - 1) * DAY)
    return part.span && part.span.start !== day.start ? null : settled('day', day)
  }
  return null
}

/** "Sunday, 10/2": the order that makes a Sunday of it, unless the weekday is said of a week ("next Sunday"); the coming one, or the one just past where only that is a Sunday; a weekday that fits neither is doubtful. */
function monthDayOn(weekday: number, date: DateValue, context: Context, sure: boolean): DateValue {
  const coming = date.span ?? date.series?.from(context.today)
  if (!coming) return date
  const swapped = date.others?.find((other) => weekdayOf(other.start) === weekday)
  if (weekdayOf(coming.start) === weekday) return { ...date, span: coming, others: swapped ? [swapped] : [] }
  if (swapped) return sure ? { ...date, span: swapped, others: [] } : { ...date, span: coming, others: [swapped] }
  if (date.span) return { ...date, others: [nearestWeekday(date.span, weekday)] }
  const past = date.series?.before(context.today)
  if (past && weekdayOf(past.start) === weekday && context.today - past.start <= 14 * DAY)
    return { ...date, span: past }
  return { ...date, span: coming, others: [nearestWeekday(coming, weekday)] }
}

const confirmed = (date: DateValue, span: Span, weekday: number): DateValue =>
  weekdayOf(span.start) === weekday ? date : { ...date, others: [nearestWeekday(span, weekday)] }

function nearestWeekday(span: Span, weekday: number): Span {
  const ahead = (weekday - weekdayOf(span.start) + 7) % 7
  return dayAt(span.start + (ahead > 3 ? ahead - 7 : ahead) * DAY)
}

/** The other dates the words may mean; beside a day to come, one that is over is not as likely. */
export const otherDates = (date: DateValue | null, chosen: Wall, context: Context): readonly Span[] =>
  (date?.others ?? []).filter(({ end }) => chosen < context.today || end > context.today)

/** More than eleven months ahead, an undated day may as well be the one that has just gone by. */
export function justPast(date: DateValue, context: Context): Span | null {
  const yearly = date.kind === 'monthDay' || date.kind === 'month' || date.kind === 'named'
  if (date.span || !date.series || !yearly || finer(date.grain, 'day')) return null
  const coming = date.series.from(context.today)
  const past = date.series.before(context.today)
  return coming && past && coming.start - context.today > 335 * DAY && yearOf(past.start) === yearOf(context.today)
    ? past
    : null
}
