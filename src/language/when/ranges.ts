import type { Clock } from './clock.ts'
import type { Context } from './context.ts'
import type { DateValue } from './date.ts'
import { occurrence, otherDates, repeating, settled } from './date.ts'
import type { Draft } from './draft.ts'
import { settleRange } from './hours.ts'
import { type Moment, momentOf, nowFor, sameDay, weekLater } from './moment.ts'
import { monthDay } from './series.ts'
import { isPacked, type Side } from './side.ts'
import { add, DAY, dayAt, exists, finer, floor, monthOf, type Span, type Wall, yearOf, ymd } from './wall.ts'

/** What stood between the two sides. */
export interface Joint {
  /** "through": the last unit is meant too, months and years included. */
  inclusive: boolean
  /** Said with from or between: bare numbers are enough. */
  opened: boolean
  /** Said with between. */
  between?: boolean
}

/** Two sides as one range on the wall clock, or null where they are no range. */
export function rangeOf(context: Context, left: Side, right: Side, joint: Joint): Draft | null {
  const explained = explain(context, left, right, joint)
  if (!explained) return null
  const [said, to] = explained
  const from = { ...said, date: beforeDay(context, said.date, to) }
  if ((from.clock && !to.clock && !to.part && !from.date) || (to.clock && !from.clock && !from.part && !to.date))
    return null
  if (from.clock && to.clock && !(from.date && to.date)) return clockRange(context, from, to)
  const dates = bothDates(context, from, to)
  if (!dates) return null
  const [fromDate, toDate] = dates
  const start = momentOf(context, { ...from, date: fromDate }, lent(context, toDate))
  const end = momentOf(context, { ...to, date: toDate }, lent(context, fromDate))
  if (!start || !end) return null
  return fromMoments(from, to, start, end, joint)
}

/** "Between 2014 through 2018", "2014 through May 2018": so mixed, the last year or month may be meant or not. */
function mixed(start: Moment, end: Moment, joint: Joint): Draft['others'] {
  const wide = finer('week', end.grain) && joint.inclusive && (joint.between || start.grain !== end.grain)
  return wide && end.start > start.lower ? [{ start: start.lower, end: end.start }] : []
}

/** "Sunday morning to last night": a day that leads up to one that is over lies behind it. */
function beforeDay(context: Context, date: DateValue | null, to: Side): DateValue | null {
  const last = !to.date && to.part && to.part.day !== null && to.part.day < 0 ? context.today + to.part.day * DAY : null
  const span = last !== null && date?.series && !date.span ? date.series.before(last + DAY) : null
  return date && span ? { ...date, span } : date
}

/** The day a date lends to the other side; stretches and wider units lend nothing. */
function lent(context: Context, date: DateValue | null): Span | null {
  return date && date.grain === 'day' && !date.stretch && date.kind !== 'instant' ? occurrence(date, context) : null
}

function fromMoments(from: Side, to: Side, start: Moment, end: Moment, joint: Joint): Draft | null {
  if (start.clocked !== end.clocked && !(start.dated && end.dated) && !(start.part || end.part)) return null
  if (
    !start.clocked &&
    !start.part &&
    finer('week', end.grain) !== finer('week', start.grain) &&
    !to.date?.point &&
    !from.date?.point &&
    !(end.dated && start.dated)
  )
    return null
  const wideEnd =
    (end.grain === 'month' || end.grain === 'year' || end.grain === 'quarter') &&
    !joint.inclusive &&
    !to.date?.point &&
    end.start > start.lower
  const upper = wideEnd ? end.start : end.upper
  const bounded = end.clocked && upper <= start.lower ? upper + DAY : upper
  if (bounded <= start.lower) return null
  const grain = finer(start.grain, end.grain) ? start.grain : end.grain
  const whole = { start: start.lower, end: bounded }
  const apart = from.date !== null && to.date !== null && upper === bounded
  return {
    kind: 'range',
    ...whole,
    grain,
    dated: start.dated || end.dated,
    clocked: start.clocked || end.clocked,
    ...(start.part ? { part: start.part } : {}),
    approximate: from.approximate || to.approximate,
    others: [...mixed(start, end, joint), ...(to.clock && !apart ? shorter(whole, to.clock) : [])],
    ...zones(from, to),
  }
}

function zones(from: Side, to: Side): Pick<Draft, 'zone' | 'endZone'> {
  const zone = from.zone ?? to.zone
  if (!zone) return {}
  return to.zone && from.zone ? { zone, endZone: to.zone } : { zone }
}

/** Both ends are clock times of one day (the end may lie behind midnight). */
function clockRange(context: Context, from: Side, to: Side): Draft | null {
  if (!from.clock || !to.clock) return null
  const part = from.part ?? to.part
  const hours = settleRange(from.clock, to.clock, part?.name ?? null)
  const date = from.date ?? to.date
  const said = date
    ? occurrence(date, context)
    : part && part.day !== null
      ? dayAt(add(context.today, part.day, 'day'))
      : null
  if (date && !said) return null
  const zone = from.zone ?? to.zone
  const now = nowFor(context, zone ? { ...from, zone } : from)
  const today = floor(now, 'day')
  const base = said?.start ?? (today + hours.start < floor(now, 'minute') ? today + DAY : today)
  const past = date?.kind === 'weekday' && !date.span && base + hours.end <= context.now
  const midnight = past ? base + 7 * DAY : base
  const at = (shift: number): { start: Wall; end: Wall } => ({
    start: midnight + hours.start + shift,
    end: midnight + hours.end + shift,
  })
  const halfDay = hours.start >= DAY / 2 ? -DAY / 2 : DAY / 2
  const same = date !== null && sameDay(context, date) && !past && said ? [weekLater(said)] : []
  const otherDays = [...otherDates(date, midnight, context), ...same].map((other) => ({
    start: other.start + hours.start,
    end: other.start + hours.end,
  }))
  return {
    kind: 'range',
    ...at(0),
    grain: finer(from.clock.grain, to.clock.grain) ? from.clock.grain : to.clock.grain,
    dated: said !== null,
    clocked: true,
    ...(part ? { part: part.name } : {}),
    approximate: from.approximate || to.approximate || from.clock.approximate || to.clock.approximate,
    others: [...otherDays, ...(hours.doubtful ? [at(halfDay)] : []), ...shorter(at(0), to.clock)],
    ...zones(from, to),
  }
}

/** Most of a day long ("10am-12am"), and a slip is as likely: the end in the same half of the day. */
function shorter({ start, end }: { start: Wall; end: Wall }, to: Clock): { start: Wall; end: Wall }[] {
  const other = end - DAY / 2
  return end - start > DAY / 2 && end - start <= DAY && to.hour < 12 ? [{ start, end: other }] : []
}

/** Says what lone numbers are: hours beside clock times, days beside dates. */
function explain(context: Context, left: Side, right: Side, joint: Joint): [Side, Side] | null {
  if (!left.bare && !right.bare) return [left, right]
  const asClock = (side: Side): Side => (side.bare ? { ...side, clock: side.bare.clock, bare: null } : side)
  const asDay = (side: Side, other: DateValue): Side | null => {
    if (!side.bare) return side
    const date = dayBeside(context, side.bare.day, other, side.date)
    return date && { ...side, date, bare: null }
  }
  if (left.clock || right.clock || left.part || right.part) return [asClock(left), asClock(right)]
  const day = (date: DateValue | null): date is DateValue => date?.kind === 'monthDay' || date?.kind === 'dayOfMonth'
  if (left.bare && !right.bare && day(right.date)) {
    const first = asDay(left, right.date)
    return first && [first, right]
  }
  if (right.bare && !left.bare && day(left.date)) {
    const second = asDay(right, left.date)
    if (!second) return null
    const year = right.date?.kind === 'year' && second.date?.span ? second.date.span.start : null
    const moved =
      year !== null && left.date.month && left.date.day
        ? settled('monthDay', dayAt(ymd(yearOf(year), left.date.month, left.date.day)), {
            month: left.date.month,
            day: left.date.day,
          })
        : left.date
    return [{ ...left, date: moved }, second]
  }
  const hours = left.bare !== null && right.bare !== null && left.bare.clock.hour <= 24 && right.bare.clock.hour <= 24
  const packed = isPacked(left) && right.bare?.clock.grain === 'minute'
  const placed =
    packed ||
    joint.opened ||
    takesHours(left.date) ||
    takesHours(right.date) ||
    left.zone !== null ||
    right.zone !== null
  return hours && placed ? [asClock(left), asClock(right)] : null
}

const takesHours = (date: DateValue | null): boolean => date !== null && date.grain === 'day' && !date.stretch

/** The day of the month `day` beside another date: same month, the year said with either. */
function dayBeside(context: Context, day: number, other: DateValue, year: DateValue | null): DateValue | null {
  if (day < 1 || day > 31) return null
  if (other.month === undefined) {
    const first = occurrence(other, context)
    if (!first) return null
    const date = ymd(yearOf(first.start), monthOf(first.start), day)
    return settled('monthDay', dayAt(date))
  }
  const inYear =
    year?.kind === 'year' && year.span ? yearOf(year.span.start) : other.span ? yearOf(other.span.start) : null
  if (inYear === null) return repeating('monthDay', monthDay(other.month, day), { month: other.month, day })
  return exists(inYear, other.month, day)
    ? settled('monthDay', dayAt(ymd(inYear, other.month, day)), { month: other.month, day })
    : null
}

/** The dates of both ends: one may lend the month or the year to the other, and the end lies behind the start. */
function bothDates(context: Context, from: Side, to: Side): [DateValue | null, DateValue | null] | null {
  if (!from.date || !to.date)
    return from.date || to.date || from.part || to.part || (from.clock && to.clock) ? [from.date, to.date] : null
  let left = dayOfInstant(from.date, to.date)
  const right = dayOfInstant(to.date, left)
  if (left.kind === 'dayOfMonth' && left.day !== undefined && right.kind === 'monthDay')
    left = dayBeside(context, left.day, right, null) ?? left
  if (right.kind === 'dayOfMonth' && right.day !== undefined && left.month !== undefined) {
    const end = dayBeside(context, right.day, left, null)
    return end && orderDates(context, left, end)
  }
  return orderDates(context, left, right)
}

/** "now" beside a date is today. */
function dayOfInstant(date: DateValue, other: DateValue): DateValue {
  const whole = date.kind === 'instant' && date.span && date.span.grain === 'second' && other.kind !== 'instant'
  return whole && date.span ? settled('day', dayAt(floor(date.span.start, 'day'))) : date
}

function orderDates(context: Context, left: DateValue, right: DateValue): [DateValue, DateValue] | null {
  const fix = (date: DateValue, at: Span | null): DateValue => (at ? { ...date, span: at } : date)
  if (left.span && right.span) return left.span.start <= right.span.start || right.point ? [left, right] : null
  if (left.span && right.series) return [left, fix(right, right.series.from(left.span.start))]
  if (right.span && left.series) {
    const coming = left.series.from(context.today)
    const yearly = left.kind === 'month' || left.kind === 'monthDay' || left.kind === 'edge'
    const near = !yearly && coming && coming.start <= right.span.start ? coming : left.series.before(right.span.start)
    return [fix(left, near), right]
  }
  if (!left.series || !right.series) return [left, right]
  const first = left.series.from(context.today)
  if (!first) return null
  const last = right.series.from(first.start)
  const earlier = left.kind === 'weekday' ? null : left.series.before(context.today + 1)
  const running = earlier && right.series.from(earlier.start)
  if (earlier && running && running.start > context.today && running.start < first.start)
    return [fix(left, earlier), fix(right, running)]
  return [fix(left, first), fix(right, last)]
}
