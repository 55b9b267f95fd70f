import { type Context, type Hit, isDash, isText, table, tokenAt } from './context.ts'
import { type DateValue, endOfDay, occurrence, repeating, settled } from './date.ts'
import { add, DAY, finer, HOUR, type Span, unitAround, type Wall } from './wall.ts'

/** Edges that are edges only with an "of": "end two months after" has none. */
const OF_WORDS = new Set(['start', 'beginning', 'end', 'middle'])

type ReadDate = (context: Context, index: number) => Hit<DateValue> | null
type Edge = 'start' | 'middle' | 'end'

/** How the edge was said. */
interface Word {
  edge: Edge
  /** "later", "earlier": counted from today. */
  comparative: boolean
  /** "early", "late". */
  loose: boolean
}

const SHORT = table<readonly [Edge, 'day' | 'week' | 'month' | 'quarter' | 'year']>({
  eod: ['end', 'day'],
  cob: ['end', 'day'],
  eow: ['end', 'week'],
  eom: ['end', 'month'],
  eoq: ['end', 'quarter'],
  eoy: ['end', 'year'],
  bom: ['start', 'month'],
  boy: ['start', 'year'],
})

/** "end of April", "early next week", "mid March", "later this month", "EOD", "at the beginning of the year". */
export function readEdge(context: Context, index: number, readDate: ReadDate): Hit<DateValue> | null {
  let at = index
  if (isText(context, at, 'at') || isText(context, at, 'in') || isText(context, at, 'by')) at++
  if (isText(context, at, 'the')) at++
  const token = tokenAt(context, at)
  const short = SHORT.get(token.text)
  if (short && at === index + (isText(context, index, 'the') ? 1 : at - index)) {
    const [edge, grain] = short
    const whole = unitAround(context.today, grain, 0, context.weekStarts)
    return { value: edgeOf(context, { edge, comparative: false, loose: false }, whole), end: at + 1 }
  }
  const edge = token.entry.edge
  if (!edge) return null
  const comparative = token.text === 'later' || token.text === 'earlier'
  const whole = wholeAt(context, at + 1, readDate, token.text)
  if (!whole) return null
  const span = occurrence(whole.value, context)
  if (!span || (whole.value.stretch && !finer('day', span.grain)) || finer(span.grain, 'day')) return null
  if (
    span.grain === 'day' &&
    span.end - span.start === DAY &&
    (token.text === 'early' ||
      token.text === 'late' ||
      token.text === 'start' ||
      token.text === 'beginning' ||
      comparative)
  )
    return null
  const word = { edge, comparative, loose: token.text === 'early' || token.text === 'late' }
  return { value: edgeOf(context, word, span, whole.value), end: whole.end }
}

/** The unit or date an edge is taken of. */
function wholeAt(context: Context, index: number, readDate: ReadDate, word: string): Hit<DateValue> | null {
  let at = isDash(context, index) ? index + 1 : index
  const said = isText(context, at, 'of') || (!OF_WORDS.has(word) && isText(context, at, 'in'))
  if (said) at++
  while (tokenAt(context, at).entry.approx) at++
  const the = isText(context, at, 'the') ? at + 1 : at
  const { unit } = tokenAt(context, the).entry
  const bare = unit && unit.count === 1 && !unit.kind && !finer(unit.grain, 'day')
  const worded = said || word === 'end'
  if (bare && (worded || the > at) && tokenAt(context, the).text.length > 2)
    return {
      value: settled(
        unit.grain === 'day' ? 'day' : 'unit',
        unitAround(context.today, unit.grain, 0, context.weekStarts),
      ),
      end: the + 1,
    }
  if (!said && OF_WORDS.has(word)) return null
  return readDate(context, the)
}

function edgeOf(context: Context, word: Word, whole: Span, date?: DateValue): DateValue {
  const { edge, comparative, loose } = word
  const days = whole.end - whole.start
  if (days === DAY && whole.grain === 'day')
    return ofDay(edge, whole, date === undefined || (date.kind === 'day' && !date.near && date.weekday === undefined))
  const middle = middleOf(whole)
  const point = edge === 'start' ? whole.start : edge === 'end' ? whole.end : middle
  if (comparative) {
    const span: Span =
      edge === 'end'
        ? { start: Math.max(middle, context.today), end: whole.end, grain: 'day' }
        : { start: whole.start, end: Math.max(whole.start + DAY, Math.min(middle, context.today)), grain: 'day' }
    return settled('edge', span, { stretch: true, point })
  }
  const { series } = date ?? {}
  const value = settled('edge', edgeOfSpan(edge, whole, loose), { stretch: true, point })
  return series && date && !date.span
    ? {
        ...repeating(
          'edge',
          {
            grain: 'day',
            from: (wall) => shiftTo(series.from(wall), edge, loose),
            before: (wall) => shiftTo(series.before(wall), edge, loose),
          },
          { stretch: true, point },
        ),
        span: value.span,
      }
    : value
}

const shiftTo = (span: Span | null, edge: Edge, loose: boolean): Span | null => span && edgeOfSpan(edge, span, loose)

/** "Late July" is the last third of it, or the second half. */
function edgeOfSpan(edge: Edge, whole: Span, loose: boolean): Span {
  const span: Span = { ...edgeSpan(edge, whole), grain: 'day' }
  if (!loose || whole.grain !== 'month' || edge === 'middle') return span
  const half = middleOf(whole)
  return { ...span, twin: edge === 'start' ? { start: whole.start, end: half } : { start: half, end: whole.end } }
}

/** The last second of a day stands for its end; its middle is around noon. */
function ofDay(edge: Edge, day: Span, bare: boolean): DateValue {
  if (edge === 'end') {
    const { span, point } = endOfDay(day)
    return settled('edge', span, { point, ...(bare ? { ofToday: 'end' as const } : {}) })
  }
  if (edge === 'start') return settled('day', day)
  return settled(
    'edge',
    { start: day.start + 10 * HOUR, end: day.start + 14 * HOUR, grain: 'hour' },
    { stretch: true, point: day.start + 12 * HOUR },
  )
}

function middleOf(whole: Span): Wall {
  const days = Math.round((whole.end - whole.start) / DAY)
  if (days > 300) return add(whole.start, 6, 'month')
  return days <= 7 ? whole.start + 3 * DAY : whole.start + Math.floor(days / 2) * DAY
}

/** Thirds of a month (ten days, ten days, the rest), three days of a week, the first three or last four months of a year. */
function edgeSpan(edge: Edge, whole: Span): { start: Wall; end: Wall } {
  const days = Math.round((whole.end - whole.start) / DAY)
  if (days <= 7) {
    const part = Math.ceil(days * 0.4)
    if (edge === 'start') return { start: whole.start, end: whole.start + part * DAY }
    if (edge === 'end') return { start: whole.end - part * DAY, end: whole.end }
    return { start: whole.start + 2 * DAY, end: whole.end - 2 * DAY }
  }
  if (days > 300) {
    const months = Math.round(days / 30.4)
    const part = Math.round(months / 4)
    if (edge === 'start') return { start: whole.start, end: add(whole.start, part, 'month') }
    if (edge === 'end') return { start: add(whole.end, -Math.round(months / 3), 'month'), end: whole.end }
    return {
      start: add(whole.start, Math.round(months / 3), 'month'),
      end: add(whole.end, -Math.round(months / 3), 'month'),
    }
  }
  const part = days < 32 ? 10 : Math.floor(days / 3)
  if (edge === 'start') return { start: whole.start, end: whole.start + part * DAY }
  if (edge === 'end') return { start: whole.start + 2 * part * DAY, end: whole.end }
  return { start: whole.start + part * DAY, end: whole.start + 2 * part * DAY }
}
