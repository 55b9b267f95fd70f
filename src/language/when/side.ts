import type { Clock } from './clock.ts'
import { clockPiece } from './clock-piece.ts'
import { type Context, type Hit, isText, startsClean, tokenAt } from './context.ts'
import { type DateValue, settled } from './date.ts'
import { datePiece } from './date-piece.ts'
import { grainOf, type Length, length, shift } from './lengths.ts'
import { addLink, type Links, MOST_LINKS, noLinks } from './links.ts'
import { type Part, readPart } from './parts.ts'
import { dayAt, finer, type Wall } from './wall.ts'
import { type NamedZone, readZone } from './zones.ts'

/** What one side of a range, or a whole time, is made of. */
export interface Side {
  date: DateValue | null
  clock: Clock | null
  part: Part | null
  zone: NamedZone | null
  length: Length | null
  /** A lone number that the other side must explain: an hour or a day of the month. */
  bare: { clock: Clock; day: number } | null
  /** "after" or "before" between date and clock time. */
  open: 'after' | 'before' | null
  approximate: boolean
  /** A lone year that nothing marks as one. */
  loneYear: boolean
  /** The date came before the hour ("Tuesday 2"). */
  dayFirst: boolean
}

export const EMPTY_SIDE: Side = {
  date: null,
  clock: null,
  part: null,
  zone: null,
  length: null,
  bare: null,
  open: null,
  approximate: false,
  loneYear: false,
  dayFirst: false,
}

/** Where a side stands. */
export interface Mode {
  /** A range is expected, so a bare number may open or close it. */
  range: boolean
  /** A word before said that a time follows ("at", "before", "from"). */
  expected: boolean
  /** The right side of a range: it may begin right behind a dash. */
  right: boolean
  /** The left side named its day first: behind a comma another time begins ("Tuesday 2-4, Wednesday 3-5"). */
  dayDone?: boolean
  /** The hours behind these days are a range of their own ("Monday to Friday, 9 to 5"). */
  daysOnly?: boolean
  /** The left side is an hour like 0900, so four digits on the right are no year. */
  packed?: boolean
}

/** "0900" without anything else: no year and no amount. */
export const isPacked = ({ bare, date }: Side): boolean =>
  bare !== null && date === null && bare.clock.sure && bare.clock.grain === 'minute' && bare.day < 1000

/** A place in the reading of a side: what is known so far, the links read over, and where the next piece would begin. */
export interface Place {
  side: Side
  /** The token behind the piece before. */
  index: number
  between: Links
  /** The token behind the links. */
  at: number
  mode: Mode
  first: boolean
}

/** Collects the pieces of one time in whatever order they are said; `start` is the token of the first piece. */
export function readSide(context: Context, index: number, mode: Mode): (Hit<Side> & { start: number }) | null {
  let side = EMPTY_SIDE
  let end = index
  let start = -1
  for (let pieces = 0; pieces < 8; pieces++) {
    const next = nextPiece(context, side, end, mode, start < 0)
    if (!next) break
    if (start < 0) start = next.start
    side = next.value
    end = next.end
  }
  return start < 0 ? null : { value: side, end, start }
}

/** The nearest piece behind as few links as possible. */
function nextPiece(
  context: Context,
  side: Side,
  index: number,
  mode: Mode,
  first: boolean,
): (Hit<Side> & { start: number }) | null {
  const between = noLinks(index)
  for (let steps = 0; steps <= MOST_LINKS; steps++) {
    const clean = !first || mode.right || startsClean(context, between.end)
    const next = clean ? piece(context, { side, index, between, at: between.end, mode, first }) : null
    if (next) return { ...next, start: between.end }
    if (side.bare && tokenAt(context, between.end).entry.mark === 'to') return null
    if (!addLink(context, between, first)) return null
  }
  return null
}

function piece(context: Context, place: Place): Hit<Side> | null {
  const { side, between } = place
  const zone = zonePiece(context, place)
  if (zone) return zone
  const lasting = lengthPiece(context, place)
  if (lasting && tokenAt(context, lasting.end).entry.mark === 'from') return lasting
  const dated = datePiece(context, place)
  const clocked = clockPiece(context, place)
  const best = clocked && (!dated || clocked.end > dated.end) ? clocked : dated
  if (!best) return partPiece(context, place) ?? lasting
  const approximate = best.value.approximate || side.approximate || between.approximate
  return { ...best, value: { ...best.value, approximate } }
}

function zonePiece(context: Context, { side, index, at, first }: Place): Hit<Side> | null {
  if (first || at > index + 1 || side.zone || !(side.clock || side.part || side.bare || side.date)) return null
  const linked = isText(context, index, ',') || isText(context, index, 'in')
  const zone = readZone(context, index) ?? (linked ? readZone(context, at) : null)
  if (!zone) return null
  const timed = side.clock || side.bare || side.part
  return timed || linked || tokenAt(context, index).capital
    ? { value: { ...side, zone: zone.value }, end: zone.end }
    : null
}

/** May a clock time or a part of the day stand beside this date? */
export const takesClock = (date: DateValue): boolean => date.grain === 'day' && !date.stretch && date.kind !== 'instant'

function partPiece(context: Context, { side, index, at }: Place): Hit<Side> | null {
  if (side.part || side.length || (side.date && !takesClock(side.date))) return null
  const dated = side.date !== null
  const part = readPart(context, index, dated) ?? readPart(context, at, dated)
  if (!part || (part.value.day !== null && side.date)) return null
  return { value: { ...side, part: part.value }, end: part.end }
}

/** "for 2 hours", "for 3 days" beside a time makes it a range; "+ 10 days" moves it. */
function lengthPiece(context: Context, { side, index, at }: Place): Hit<Side> | null {
  if (side.date?.span && isText(context, index, '+')) return added(context, side, side.date.span.start, index + 1)
  if (side.length || at === index || !isText(context, at - 1, 'for')) return null
  const by = length(context, at)
  if (!by || by.value.parts.some(({ unit }) => unit.kind === 'night')) return null
  const opens = tokenAt(context, by.end).entry.mark === 'from'
  const short = by.value.parts.some(({ unit }) => finer(unit.grain, 'day'))
  const fits = opens || side.clock !== null || (side.date !== null && !short)
  return fits ? { value: { ...side, length: by.value }, end: by.end } : null
}

/** "next Tuesday + 10 days". */
function added(context: Context, side: Side, start: Wall, index: number): Hit<Side> | null {
  const by = length(context, index)
  if (!by || side.clock || finer(grainOf(by.value), 'day')) return null
  return { value: { ...side, date: settled('day', dayAt(shift(start, by.value, 1))) }, end: by.end }
}
