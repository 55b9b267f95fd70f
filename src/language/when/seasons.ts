import { type Context, type Hit, isText, tokenAt } from './context.ts'
import { type DateValue, settled } from './date.ts'
import { fullYear } from './numbers.ts'
import { season } from './series.ts'
import { add, type Span, ymd } from './wall.ts'

/** "next summer", "last season", "summer 2027", "the winter of 2026", "2027 fall". */
export const readSeason = (context: Context, index: number): Hit<DateValue> | null =>
  nearSeason(context, index) ?? seasonOfYear(context, index)

const stretch = (span: Span, end: number): Hit<DateValue> => ({ value: settled('unit', span, { stretch: true }), end })

function nearSeason(context: Context, index: number): Hit<DateValue> | null {
  const at = isText(context, index, 'the') ? index + 1 : index
  const { rel } = tokenAt(context, at).entry
  const named = tokenAt(context, at + 1).entry.season
  if (rel === undefined) return null
  const span =
    named !== undefined
      ? seasonal(context, named, rel)
      : isText(context, at + 1, 'season') || isText(context, at + 1, 'seasons')
        ? seasonNow(context, rel)
        : null
  return span && stretch(span, at + 2)
}

/** The one going on or to come; "next" is the one after that, where it is going on. */
function seasonal(context: Context, number: 0 | 1 | 2 | 3, rel: -1 | 0 | 1): Span | null {
  const series = season(number)
  if (rel < 0) return series.before(context.today)
  const ahead = series.from(context.today)
  return rel > 0 && ahead && ahead.start <= context.today ? series.from(ahead.end) : ahead
}

function seasonNow(context: Context, rel: -1 | 0 | 1): Span | null {
  const at = add(context.today, 3 * rel, 'month')
  for (const number of [0, 1, 2, 3] as const) {
    const span = season(number).from(at)
    if (span && span.start <= at) return span
  }
  return null
}

function seasonOfYear(context: Context, index: number): Hit<DateValue> | null {
  const first = fullYear(context, index)
  const the = isText(context, index, 'the') ? index + 1 : index
  const at = first ? first.end : the
  const { entry, capital } = tokenAt(context, at)
  if (entry.season === undefined) return null
  const verb = entry.weak && !capital && at === index && tokenAt(context, index - 1).entry.mark !== 'in'
  const behind = isText(context, at + 1, 'of') ? at + 2 : at + 1
  const year = first ?? (verb ? null : fullYear(context, behind))
  const span = year && season(entry.season).from(ymd(year.value, entry.season === 3 ? 12 : 3, 1))
  return span && stretch(span, first ? at + 1 : year.end)
}
