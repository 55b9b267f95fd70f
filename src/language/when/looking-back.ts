import { type Context, isText } from './context.ts'
import type { DateValue } from './date.ts'
import { type Moment, momentOf, nowFor } from './moment.ts'
import type { Series } from './series.ts'
import type { Side } from './side.ts'
import { DAY, floor, type Span, type Wall } from './wall.ts'

/**
 * A side whose sentence looks back ("since Friday", "it was midnight"): what names no date is the last one, and an hour is
 * today's. With `doubtful` an hour still to come may be meant as well ("the deadline was midnight").
 */
export function pastMoment(context: Context, side: Side, doubtful = false): Moment | null {
  const moment = momentOf(context, { ...side, date: side.date && lastOf(side.date, context) })
  const tomorrow = floor(nowFor(context, side), 'day') + DAY
  if (!moment?.clocked || moment.dated || moment.start < tomorrow) return moment
  const coming = { start: moment.start, end: moment.end }
  return { ...dayBefore(moment), others: doubtful ? [coming] : [] }
}

/** Does a verb of the past stand right before `index`? */
export const isPast = (context: Context, index: number): boolean =>
  isText(context, index - 1, 'was') || isText(context, index - 1, 'were')

/** An undated date as the one going on or just gone. */
export function lastOf(date: DateValue, context: Context): DateValue {
  const undated = date.series !== null && (date.span === null || date.kind === 'edge')
  const span = undated && date.series ? lastBegun(date.series, context.now) : null
  return span ? { ...date, span } : date
}

function lastBegun(series: Series, now: Wall): Span | null {
  const running = series.from(now)
  return running && running.start <= now ? running : series.before(now)
}

const dayBefore = (moment: Moment): Moment => ({
  ...moment,
  start: moment.start - DAY,
  end: moment.end - DAY,
  lower: moment.lower - DAY,
  upper: moment.upper - DAY,
})
