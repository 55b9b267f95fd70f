import type { Context } from './context.ts'
import { type DateValue, justPast, occurrence, otherDates } from './date.ts'
import { settleHour } from './hours.ts'
import type { PartName } from './lexicon.ts'
import { partDay, partSpan } from './parts.ts'
import type { Side } from './side.ts'
import { add, DAY, floor, type Grain, HOUR, type Span, type Wall, weekdayOf } from './wall.ts'

/** One side resolved on the wall clock. */
export interface Moment {
  start: Wall
  end: Wall
  grain: Grain
  dated: boolean
  clocked: boolean
  part: PartName | null
  /** More than one unit ("next 3 days", "this morning"): the span is the answer. */
  stretch: boolean
  /** Where this moment bounds a range from below, and from above. */
  lower: Wall
  upper: Wall
  others: readonly { start: Wall; end: Wall }[]
  /** The same words by another convention. */
  twin?: Span['twin']
}

/** The day a side stands on: its own, its part's ("this morning"), or the one lent by the other side. */
export function daySpan(context: Context, side: Side, lent: Span | null): Span | null {
  if (side.date) return occurrence(side.date, context)
  if (side.part && side.part.day !== null) return partDay(side.part, context.today)
  return lent
}

/** The wall time of now where the side's clock hangs. */
export const nowFor = (context: Context, side: Side): Wall => (side.zone ? context.nowIn(side.zone.zone) : context.now)

/** Resolves a side; `lent` is the date of the other end of a range. Null where nothing is said or a date does not exist. */
export function momentOf(context: Context, side: Side, lent: Span | null = null): Moment | null {
  const day = daySpan(context, side, lent)
  if (side.clock) return clockMoment(context, side, day)
  if (side.part) return partMoment(context, side, day)
  if (!day || !side.date) return null
  const { date } = side
  const point = date.point
  const past = justPast(date, context)
  const others = [
    ...otherDates(date, day.start, context),
    ...(past ? [past] : []),
    ...(sameDay(context, date) ? [weekLater(day)] : []),
  ]
  return {
    ...day,
    dated: date.kind !== 'instant' || date.grain === 'day',
    clocked: date.kind === 'instant',
    part: date.kind === 'edge' && date.grain === 'second' ? 'eod' : null,
    stretch: date.stretch === true,
    lower: point ?? day.start,
    upper: point ?? day.end,
    others,
  }
}

/** "Friday" said on a Friday: today, or in a week. */
export const sameDay = (context: Context, date: DateValue): boolean =>
  date.kind === 'weekday' && !date.span && date.weekday === weekdayOf(context.today)

export const weekLater = (day: Span): { start: Wall; end: Wall } => ({
  start: day.start + 7 * DAY,
  end: day.end + 7 * DAY,
})

function clockMoment(context: Context, side: Side, day: Span | null): Moment | null {
  if (!side.clock) return null
  const settled = settleHour(side.clock, side.part?.name ?? null)
  const { grain } = side.clock
  const make = (start: Wall, dated: boolean, others: Moment['others']): Moment => ({
    start,
    end: add(start, 1, grain),
    grain,
    dated,
    clocked: true,
    part: side.part?.name ?? null,
    stretch: false,
    lower: start,
    upper: start,
    others,
  })
  const twelveLater = (start: Wall): Moment['others'] => {
    if (!settled.doubtful) return []
    const other = settled.ms >= 12 * HOUR ? start - 12 * HOUR : start + 12 * HOUR
    return [{ start: other, end: add(other, 1, grain) }]
  }
  if (!day) {
    const now = nowFor(context, side)
    const today = floor(now, 'day') + (settled.ms % DAY)
    const start = today < floor(now, 'minute') ? today + DAY : today
    return make(start, false, twelveLater(start))
  }
  const start = day.start + settled.ms
  const past = side.date?.kind === 'weekday' && !side.date.span && start < context.now && day.start === context.today
  const shifted = past ? start + 7 * DAY : start
  const weeks = side.date && sameDay(context, side.date) && !past ? [weekLater(day)] : []
  const otherDays = [...otherDates(side.date, day.start, context), ...weeks].map((other) => ({
    start: other.start + settled.ms,
    end: add(other.start + settled.ms, 1, grain),
  }))
  return make(shifted, true, [...otherDays, ...twelveLater(shifted)])
}

function partMoment(context: Context, side: Side, day: Span | null): Moment | null {
  if (!side.part) return null
  const now = nowFor(context, side)
  const today = partSpan(side.part, floor(now, 'day'))
  const said = day && partSpan(side.part, day.start)
  const gone = said && side.date?.kind === 'weekday' && !side.date.span && said.end <= context.now
  const span = said
    ? gone
      ? { ...said, start: said.start + 7 * DAY, end: said.end + 7 * DAY }
      : said
    : today.end > now
      ? today
      : partSpan(side.part, floor(now, 'day') + DAY)
  const others = otherDates(side.date, span.start, context).map((other) => {
    const { start, end } = partSpan(side.part ?? { name: 'day', edge: null, day: null }, other.start)
    return { start, end }
  })
  return {
    ...span,
    dated: day !== null,
    clocked: false,
    part: side.part.name,
    stretch: true,
    lower: span.start,
    upper: span.end,
    others,
  }
}
