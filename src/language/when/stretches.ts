import { type Context, endsClean, type Hit, isText, tokenAt } from './context.ts'
import { type DateValue, settled } from './date.ts'
import { pass } from './elapsed.ts'
import { type Length, length, shift, shiftWorkingDays } from './lengths.ts'
import type { Unit } from './lexicon.ts'
import { amount } from './numbers.ts'
import { add, DAY, finer, floor, type Grain, unitAround, type Wall, WEEK, ymd } from './wall.ts'

/** Stretches that begin or end now: "next 3 days", "the last two weeks", "past fortnight", "rest of the week". */
export const readStretch = (context: Context, index: number): Hit<DateValue> | null =>
  severalUnits(context, index) ?? restOf(context, index)

/** A stretch in whole days, or to the second for lengths in hours and less. */
export function stretchOf(start: Wall, end: Wall, grain: Grain): DateValue {
  const fine = finer(grain, 'day')
  const to: Grain = fine ? 'second' : 'day'
  const span = { start: floor(start, to), end: floor(end, to), grain: fine ? grain : to }
  return settled('stretch', span, { stretch: true })
}

/** "next 3 days", "in the last two weeks", "2 next days", "past fortnight", "coming weeks", "previous 4 business days". */
function severalUnits(context: Context, index: number): Hit<DateValue> | null {
  const { mark } = tokenAt(context, index).entry
  const led = mark === 'in' || mark === 'within' || isText(context, index, 'over') ? index + 1 : index
  const at = isText(context, led, 'the') ? led + 1 : led
  const before = amount(context, at)
  const relAt = before && before.value > 0 ? before.end : at
  const rel = tokenAt(context, relAt).entry.rel
  if (rel === undefined || rel === 0) return null
  const asked: Asked = {
    rel,
    coming: tokenAt(context, relAt).entry.coming === true,
    from: mark === 'within' ? 'now' : at > index || isText(context, index - 1, 'the') ? 'today' : 'unit',
  }
  if (isVerb(context, relAt)) return null
  const units = before ? unitBehind(context, relAt, before.value) : countBehind(context, relAt + 1)
  if (units) return { value: rolling(context, units.value, asked), end: units.end }
  return before ? null : byLength(context, relAt + 1, rel)
}

/**
 * "last 2 years and 3 months"; of "last 2 years and 3 months ago" the last part is a time of its own, and of more parts one
 * more may belong to it.
 */
function byLength(context: Context, index: number, rel: -1 | 1): Hit<DateValue> | null {
  const whole = length(context, index)
  const count = whole?.value.parts.length ?? 0
  if (!whole || count < 2) return null
  const ago = tokenAt(context, whole.end).entry.mark === 'ago'
  const by = ago ? length(context, index, count - 1) : whole
  const shorter = ago && count > 2 ? length(context, index, count - 2) : null
  if (!by) return null
  const reach = ({ value }: Hit<Length>): DateValue => {
    const other = shift(context.today, value, rel)
    return rel > 0 ? stretchOf(context.today + DAY, other + DAY, 'day') : stretchOf(other, context.today, 'day')
  }
  const twin = shorter && reach(shorter).span
  const value = reach(by)
  return { value: { ...value, ...(twin ? { others: [twin] } : {}) }, end: by.end }
}

interface Units {
  count: number
  unit: Unit
}

const AUXILIARIES = new Set(
  "to will would shall should can could may might must does do did won't wouldn't doesn't didn't not it'll".split(' '),
)

/** "The course will last 3 weeks": there "last" is what the course does. */
const isVerb = (context: Context, index: number): boolean =>
  isText(context, index, 'last') && AUXILIARIES.has(tokenAt(context, index - 1).text)

/** The unit of "2 next days": in the plural, or "3 next week" would be one; "2 upcoming week" can mean nothing else. */
function unitBehind(context: Context, rel: number, count: number): Hit<Units> | null {
  const unit = unitAt(context, rel + 1)
  const counts = unit && (tokenAt(context, unit.end - 1).text.endsWith('s') || tokenAt(context, rel).entry.coming)
  return unit && counts ? { value: { count, unit: unit.value }, end: unit.end } : null
}

/** What follows "next": "3 days", "4 business days", "fortnight", "weeks", "hour". */
function countBehind(context: Context, index: number): Hit<Units> | null {
  const count = tokenAt(context, index).entry.ordinal === undefined ? amount(context, index) : null
  if (count) {
    const unit = unitAt(context, count.end)
    if (!unit || length(context, unit.end - 1)) return null
    const more = length(context, index)
    return more && more.value.parts.length > 1
      ? null
      : { value: { count: count.value, unit: unit.value }, end: unit.end }
  }
  const unit = unitAt(context, index)
  if (!unit || unit.value.kind) return null
  const plural = tokenAt(context, unit.end - 1).text.endsWith('s')
  const counted = unit.value.count > 1 || finer(unit.value.grain, 'day') || (plural && unit.value.grain !== 'day')
  return counted ? { value: { count: 1, unit: unit.value }, end: unit.end } : null
}

/** A unit, "business day" included. */
function unitAt(context: Context, index: number): Hit<Unit> | null {
  const business = isText(context, index, 'business') || isText(context, index, 'working')
  const at = business ? index + 1 : index
  const unit = tokenAt(context, at).entry.unit
  if (!unit || !endsClean(context, at + 1)) return null
  return { value: business && unit.grain === 'day' ? { ...unit, kind: 'working' } : unit, end: at + 1 }
}

/** Which way, and from where: "within the next" counts from now, "in the next" from tomorrow, a bare "next 3 months" whole months. */
interface Asked {
  rel: -1 | 1
  coming: boolean
  from: 'now' | 'today' | 'unit'
}

/** "Upcoming 2 weeks" are the next two or, as some have it, the second of them. */
function rolling(context: Context, units: Units, asked: Asked): DateValue {
  const value = rolled(context, units, asked)
  const { grain, kind, count: size } = units.unit
  if (!asked.coming || asked.from !== 'unit' || units.count < 2 || kind || size > 1 || !value.span) return value
  const last = { start: add(value.span.end, -1, grain), end: value.span.end }
  return { ...value, span: { ...value.span, twin: last } }
}

function rolled(context: Context, units: Units, { rel, from }: Asked): DateValue {
  const { grain, kind } = units.unit
  const count = units.count * units.unit.count
  if (kind === 'working') {
    const other = shiftWorkingDays(context.today, count * rel)
    return rel > 0 ? stretchOf(context.today + DAY, other + DAY, 'day') : stretchOf(other, context.today, 'day')
  }
  if (units.unit.count === 10) return decades(context, units.count, rel)
  if (finer(grain, 'day')) {
    const begin =
      from === 'unit' && finer(grain, 'hour') ? unitAround(context.now, grain, rel > 0 ? 1 : 0).start : context.now
    const other = pass(context, begin, { parts: [{ count, unit: { grain, count: 1 } }], approximate: false }, rel)
    return rel > 0 ? stretchOf(begin, other, grain) : stretchOf(other, begin, grain)
  }
  if (units.unit.count === 2 && units.count === 1 && rel > 0) {
    const monday = floor(context.today, 'week', context.weekStarts) + 2 * WEEK
    return stretchOf(monday, monday + 2 * WEEK, 'day')
  }
  const whole = grain === 'quarter' || (from === 'unit' && finer('day', grain) && units.unit.count === 1)
  if (whole) {
    const first = unitAround(context.today, grain, rel > 0 ? 1 : -count, context.weekStarts).start
    return settled('stretch', { start: first, end: add(first, count, grain), grain }, { stretch: true })
  }
  const other = add(context.today, count * rel, grain)
  if (rel < 0) return stretchOf(other, context.today, grain)
  return from === 'now' ? stretchOf(context.today, other, grain) : stretchOf(context.today + DAY, other + DAY, grain)
}

function decades(context: Context, count: number, rel: -1 | 1): DateValue {
  const current = ymd(10 * Math.floor(new Date(context.now).getUTCFullYear() / 10), 1, 1)
  const start = add(current, rel > 0 ? 10 : -10 * count, 'year')
  return settled('stretch', { start, end: add(start, 10 * count, 'year'), grain: 'year' }, { stretch: true })
}

/** "rest of the week", "remaining of the month": from today on; a week's rest ends with its Saturday. */
function restOf(context: Context, index: number): Hit<DateValue> | null {
  const first = isText(context, index, 'the') ? index + 1 : index
  const text = tokenAt(context, first).text
  const rest = text === 'rest' || text === 'remaining' || text === 'remainder'
  if (!rest || !isText(context, first + 1, 'of')) return null
  let at = first + 2
  while (isText(context, at, 'the') || tokenAt(context, at).entry.rel === 0) at++
  const unit = tokenAt(context, at).entry.unit
  if (!unit || unit.count > 1 || finer(unit.grain, 'day') || unit.kind) return null
  const whole = unitAround(context.today, unit.grain, 0, context.weekStarts)
  const end = unit.grain === 'week' ? whole.end - DAY : whole.end
  return { value: stretchOf(context.today, Math.max(end, context.today + DAY), 'day'), end: at + 1 }
}
