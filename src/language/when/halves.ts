import { type Context, type Hit, isText, tokenAt } from './context.ts'
import { type DateValue, occurrence, settled } from './date.ts'
import { ordinal } from './numbers.ts'
import { add, DAY, finer, type Span, unitAround } from './wall.ts'

type ReadDate = (context: Context, index: number) => Hit<DateValue> | null

/** "the first half of July", "the second half of next week": of a year six months, else whole days, the shorter half first. */
export function readHalf(context: Context, index: number, readDate: ReadDate): Hit<DateValue> | null {
  const the = isText(context, index, 'the') ? index + 1 : index
  const number = ordinal(context, the)
  if (!number || number.value > 2 || !isText(context, number.end, 'half') || !isText(context, number.end + 1, 'of'))
    return null
  const whole = wholeAt(context, number.end + 2, readDate)
  const span = whole && occurrence(whole.value, context)
  if (!whole || !span || finer(span.grain, 'week')) return null
  return { value: settled('unit', half(span, number.value === 1), { stretch: true }), end: whole.end }
}

function wholeAt(context: Context, index: number, readDate: ReadDate): Hit<DateValue> | null {
  const the = isText(context, index, 'the') ? index + 1 : index
  const { unit } = tokenAt(context, the).entry
  const plain = the > index && unit && unit.count === 1 && !unit.kind && !finer(unit.grain, 'week')
  if (plain)
    return { value: settled('unit', unitAround(context.today, unit.grain, 0, context.weekStarts)), end: the + 1 }
  return readDate(context, index)
}

function half({ start, end, grain }: Span, first: boolean): Span {
  const days = Math.round((end - start) / DAY)
  const middle = grain === 'year' ? add(start, 6, 'month') : start + Math.floor(days / 2) * DAY
  return first ? { start, end: middle, grain: 'day' } : { start: middle, end, grain: 'day' }
}
