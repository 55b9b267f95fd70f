import { type Context, type Hit, isText, skip } from './context.ts'
import { type DateValue, occurrence, settled } from './date.ts'
import { ordinal } from './numbers.ts'
import type { Series } from './series.ts'
import type { Span, Wall } from './wall.ts'

type ReadDate = (context: Context, index: number) => Hit<DateValue> | null

/** "the nearest Monday to 6 March", "the 2nd closest Christmas to today", "the first Easter after 2030". */
export function readNearest(context: Context, index: number, readDate: ReadDate): Hit<DateValue> | null {
  const the = isText(context, index, 'the') ? index + 1 : index
  if (the === index) return null
  const place = ordinal(context, the)
  const at = place ? place.end : the
  const nearest = isText(context, at, 'closest') || isText(context, at, 'nearest')
  if (!nearest && !place) return null
  const dates = readDate(context, nearest ? at + 1 : at)
  const series = dates?.value.series
  if (!dates || !series || (!nearest && dates.value.kind !== 'named')) return null
  const link = skip(context, dates.end, '.')
  if (!isText(context, link, nearest ? 'to' : 'after')) return null
  const anchor = readDate(context, link + 1)
  const around = anchor && occurrence(anchor.value, context)
  if (!anchor || !around) return null
  const rank = Math.min(place?.value ?? 1, MOST)
  const span = nearest ? nearestOf(series, around.start, rank) : following(series, around.end, rank)
  return span && { value: settled('nth', span), end: anchor.end }
}

/** Nobody counts further. */
const MOST = 20

function following(series: Series, from: Wall, place: number): Span | null {
  let span = series.from(from)
  for (let count = 1; span && count < place; count++) span = series.from(span.end)
  return span
}

/** The `rank`-th nearest by the days between the two beginnings. */
function nearestOf(series: Series, around: Wall, rank: number): Span | null {
  const spans: Span[] = []
  let ahead = series.from(around)
  let behind = series.before(around)
  for (let count = 0; count < rank; count++) {
    if (ahead) spans.push(ahead)
    if (behind) spans.push(behind)
    ahead = ahead && series.from(ahead.end)
    behind = behind && series.before(behind.start)
  }
  spans.sort((a, b) => Math.abs(a.start - around) - Math.abs(b.start - around))
  return spans[rank - 1] ?? null
}
