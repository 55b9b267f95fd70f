import { bareHour, type Clock, readClock } from './clock.ts'
import { type Context, endsClean, type Hit, isDash, isText, startsClean, tokenAt } from './context.ts'
import { combineDates, type DateValue, repeating, settled } from './date.ts'
import { readDate } from './dates.ts'
import { grainOf, type Length, length, shift } from './lengths.ts'
import { readNumericDate } from './numeric.ts'
import { type Part, readPart } from './parts.ts'
import { dayOfMonth } from './series.ts'
import { dayAt, finer, type Wall, weekdayOf } from './wall.ts'
import { readYear } from './year-parts.ts'
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
}

interface Mode {
  /** A range is expected, so a bare number may open or close it. */
  range: boolean
  /** A word before said that a time follows ("at", "before", "from"). */
  expected: boolean
  /** The right side of a range: it may begin right behind a dash. */
  right: boolean
}

/** Little words and signs read over between two pieces, and what they promise. */
interface Links {
  end: number
  at: boolean
  comma: boolean
  dash: boolean
  from: boolean
  /** `on`, `in`, `this`...: a date in loose form may follow ("on 5.12"). */
  on: boolean
  open: 'after' | 'before' | null
  approximate: boolean
}

const MOST_LINKS = 5
/** Words for a day: "on 5.12", "am 3.4.". */
const ON = new Set(['on', 'am', 'el', 'le', 'vom'])

const PHRASES: readonly (readonly string[])[] = [
  ['how', 'about'],
  ['what', 'about'],
  ['preferably'],
  ['ideally'],
  ['maybe'],
  ['anytime'],
  ['sometime'],
  ['que', 'viene'],
]

/** One more link at `found.end`, added to `found`; false where none stands there. */
function addLink(context: Context, found: Links, first: boolean): boolean {
  const { entry, text } = tokenAt(context, found.end)
  const phrase = first
    ? undefined
    : PHRASES.find((words) => words.every((word, offset) => isText(context, found.end + offset, word)))
  const mark = first ? null : openMark(context, found.end)
  if (phrase) found.end += phrase.length
  else if (mark) {
    found.open = mark.value
    found.end = mark.end
  } else if (entry.mark === 'from' && !first) {
    found.from = true
    found.end++
  } else if (
    entry.fill ||
    entry.at ||
    text === '@' ||
    text === '~' ||
    text === '(' ||
    text === ')' ||
    entry.mark === 'in'
  ) {
    found.at ||= entry.at === true || text === '@'
    found.on ||= ON.has(text)
    found.approximate ||= entry.approx === true || text === '~'
    found.end++
  } else if (!first && (text === ',' || isDash(context, found.end) || text === ':')) {
    found.comma ||= text === ','
    found.dash ||= isDash(context, found.end)
    found.end++
  } else return false
  return true
}

const OPEN: readonly (readonly [readonly string[], 'after' | 'before'])[] = [
  [['no', 'later', 'than'], 'before'],
  [['not', 'later', 'than'], 'before'],
  [['no', 'earlier', 'than'], 'after'],
  [['not', 'before'], 'after'],
  [['but', 'before'], 'before'],
  [['later', 'than'], 'after'],
  [['greater', 'than'], 'after'],
  [['earlier', 'than'], 'before'],
  [['prior', 'to'], 'before'],
  [['any', 'time', 'after'], 'after'],
  [['anytime', 'after'], 'after'],
  [['any', 'time', 'before'], 'before'],
  [['anytime', 'before'], 'before'],
]

/** A word that opens one side of a time, between its date and its clock time. */
export function openMark(context: Context, index: number): Hit<'after' | 'before'> | null {
  const { mark } = tokenAt(context, index).entry
  const next = isText(context, index + 1, 'de') ? index + 2 : index + 1
  if (mark === 'after' || mark === 'since') return { value: 'after', end: next }
  if (mark === 'before' || mark === 'by' || mark === 'until') return { value: 'before', end: next }
  for (const [words, value] of OPEN)
    if (words.every((word, offset) => isText(context, index + offset, word)))
      return { value, end: index + words.length }
  return null
}

const EMPTY: Side = {
  date: null,
  clock: null,
  part: null,
  zone: null,
  length: null,
  bare: null,
  open: null,
  approximate: false,
  loneYear: false,
}

/** Collects the pieces of one time in whatever order they are said. */
export function readSide(context: Context, index: number, mode: Mode): (Hit<Side> & { start: number }) | null {
  let side: Side = EMPTY
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
  const between: Links = {
    end: index,
    at: false,
    comma: false,
    dash: false,
    from: false,
    on: false,
    open: null,
    approximate: false,
  }
  for (let steps = 0; steps <= MOST_LINKS; steps++) {
    const clean = !first || mode.right || startsClean(context, between.end)
    const next = clean ? piece(context, side, index, between, mode, first) : null
    if (next) return { ...next, start: between.end }
    if (side.bare && tokenAt(context, between.end).entry.mark === 'to') return null
    if (!addLink(context, between, first)) return null
  }
  return null
}

function piece(
  context: Context,
  side: Side,
  index: number,
  between: Links,
  mode: Mode,
  first: boolean,
): Hit<Side> | null {
  const at = between.end
  const approximate = side.approximate || between.approximate
  const zone = first || at > index + 1 ? null : zonePiece(context, side, index, at)
  if (zone) return zone
  const lasting = isText(context, at - 1, 'for') ? lengthPiece(context, side, at, index) : null
  if (lasting && tokenAt(context, lasting.end).entry.mark === 'from') return lasting
  const dated = datePiece(context, side, at, between, mode, first)
  const clocked = clockPiece(context, side, at, between, mode, first)
  const best = clocked && (!dated || clocked.end > dated.end) ? clocked : dated
  if (best) return { ...best, value: { ...best.value, approximate: best.value.approximate || approximate } }
  return partPiece(context, side, index, at) ?? lengthPiece(context, side, at, index)
}

function zonePiece(context: Context, side: Side, index: number, at: number): Hit<Side> | null {
  if (side.zone || !(side.clock || side.part || side.bare || side.date)) return null
  const zone =
    readZone(context, index) ??
    (isText(context, index, ',') || isText(context, index, 'in') ? readZone(context, at) : null)
  if (!zone) return null
  const upper = side.clock || side.bare || side.part || tokenAt(context, index).capital || isText(context, index, ',')
  return upper ? { value: { ...side, zone: zone.value }, end: zone.end } : null
}

function datePiece(
  context: Context,
  side: Side,
  at: number,
  between: Links,
  mode: Mode,
  first: boolean,
): Hit<Side> | null {
  if ((between.open && !first) || (side.bare && between.dash)) return null
  const beside = side.date?.kind === 'weekday' || (side.date?.kind === 'day' && side.date.weekday !== undefined)
  const loose =
    beside || between.on || (mode.expected && !mode.right) || tokenAt(context, at - 1).entry.rel !== undefined
  const lenient = loose && (first || beside) ? readNumericDate(context, at, true) : null
  const said = readDate(context, at)
  const plain =
    lenient && beside && isText(context, at + 1, '-') && !fallsOn(context, lenient.value, side)
      ? said
      : said && lenient
        ? lenient.end > said.end
          ? lenient
          : said
        : (said ?? lenient)
  const weekdayDay = side.date?.kind === 'weekday' || isText(context, at - 1, 'the') ? lateDay(context, at) : null
  const yearly = weekdayDay ?? readYear(context, at)
  const date = yearly && (!plain || yearly.end >= plain.end) ? yearly : plain
  if (!date) return null
  if (date.value.kind === 'month' && !monthFits(context, at, date, mode, side)) return null
  if (date.value.kind === 'weekday' && !weekdayFits(context, at, date, side, mode)) return null
  if (!side.date) {
    if (side.clock && (finer('day', date.value.grain) || date.value.kind === 'instant' || date.value.stretch))
      return null
    if (date.value.kind === 'year' && !yearFits(context, at, side, mode)) return null
    const lone =
      date.value.kind === 'year' &&
      !mode.expected &&
      !between.on &&
      tokenAt(context, at).kind === 'digits' &&
      tokenAt(context, at - 1).entry.mark === undefined &&
      !isText(context, at - 1, 'in') &&
      !isText(context, at - 1, 'of')
    return { value: { ...side, date: date.value, loneYear: lone }, end: date.end }
  }
  if (
    between.dash &&
    date.value.kind === 'monthDay' &&
    side.date.kind !== 'weekday' &&
    !(side.date.weekday !== undefined)
  )
    return null
  const joined = combineDates(side.date, date.value, context)
  return joined && { value: { ...side, date: joined }, end: date.end }
}

/** "Friday 23", "the 17": a number too big for an hour, or said with its article, is a day of the month. */
function lateDay(context: Context, at: number): Hit<DateValue> | null {
  const { value, kind } = tokenAt(context, at)
  const next = tokenAt(context, at + 1)
  const fits = kind === 'digits' && value >= 13 && value <= 31 && endsClean(context, at + 1)
  if (
    !fits ||
    next.entry.unit ||
    next.entry.month ||
    next.text === '-' ||
    (next.kind === 'word' && !next.entry.fill && !next.entry.mark && !next.entry.at)
  )
    return null
  return { value: repeating('dayOfMonth', dayOfMonth(value), { day: value }), end: at + 1 }
}

/** "Friday 7-6" is a date where 6 July is a Friday, else hours. */
function fallsOn(context: Context, date: DateValue, side: Side): boolean {
  const span = date.series?.from(context.today)
  return span !== null && span !== undefined && weekdayOf(span.start) === side.date?.weekday
}

/** "may", "march", "sat" are also plain words: alone they need a word of place or their capital letter. */
function monthFits(context: Context, at: number, date: Hit<DateValue>, mode: Mode, side: Side): boolean {
  const token = tokenAt(context, at)
  if (token.entry.rel === 0) return tokenAt(context, at + 1).text !== 'may' || tokenAt(context, at + 1).capital
  if (!token.entry.weak || date.end > at + 1) return true
  const before = tokenAt(context, at - 1)
  if (token.capital && context.tokens.length <= 2) return true
  if (token.text !== 'may' && token.text !== 'march' && token.text !== 'mar') return token.text.length > 2
  const linked = before.entry.mark === 'and' || before.entry.mark === 'or' || before.entry.mark === 'to'
  const placed =
    before.entry.fill === true || before.entry.edge !== undefined || (before.entry.mark !== undefined && !linked)
  if (placed || mode.expected) return token.capital || !linked
  return token.capital && mode.range && side.date === null
}

function weekdayFits(context: Context, at: number, date: Hit<DateValue>, side: Side, mode: Mode): boolean {
  const token = tokenAt(context, at)
  if (!token.entry.weak || date.end > at + 1 || side.date || side.clock || mode.expected || mode.range) return true
  const before = tokenAt(context, at - 1)
  const after = tokenAt(context, at + 1)
  return (
    before.entry.fill === true ||
    before.entry.mark !== undefined ||
    before.text === ',' ||
    after.kind === 'digits' ||
    after.entry.part !== undefined ||
    after.entry.month !== undefined ||
    context.tokens.length <= 2
  )
}

function yearFits(context: Context, at: number, side: Side, mode: Mode): boolean {
  if (tokenAt(context, at).kind === 'word')
    return isText(context, at, 'year') || isText(context, at, 'cy') || mode.expected
  if (side.clock || side.bare) return side.bare !== null
  const { value } = tokenAt(context, at)
  const before = tokenAt(context, at - 1)
  const marked =
    mode.expected ||
    (before.entry.mark !== undefined && before.entry.mark !== 'or') ||
    before.text === 'of' ||
    before.text === 'on' ||
    before.text === 'during'
  return marked ? value >= 1000 : mode.range && value >= 1900 && value < 2100
}

function clockPiece(
  context: Context,
  side: Side,
  at: number,
  between: Links,
  mode: Mode,
  first: boolean,
): Hit<Side> | null {
  if (side.clock || side.bare || (side.date && !takesClock(side.date))) return null
  const afterAt = between.at || mode.expected || between.open !== null
  const iso = side.date && isText(context, at, 't') && tokenAt(context, at).glued ? at + 1 : at
  const shown = readClock(context, iso, afterAt || mode.range)
  const open = between.open ?? side.open
  if (shown && !isLengthInstead(context, at, shown.end))
    return {
      value: { ...side, clock: shown.value, open, approximate: side.approximate || shown.value.approximate },
      end: shown.end,
    }
  const bare = bareHour(context, at)
  if (!bare || notAnHour(context, bare.end)) return null
  const clock = bare.value
  const parted = readPart(context, bare.end)
  const linkedPart = tokenAt(context, bare.end).entry.part === undefined || isText(context, bare.end, 'tonight')
  const byPart =
    parted !== null && linkedPart && clock.hour <= 12 && parted.value.name !== 'lunch' && !decimalBefore(context, at)
  const dated =
    side.date !== null &&
    side.date.grain === 'day' &&
    !between.comma &&
    !between.dash &&
    clock.hour <= 12 &&
    clock.hour > 0 &&
    !between.from
  if (
    between.at ||
    between.open ||
    byPart ||
    dated ||
    (side.part !== null && !between.comma) ||
    (side.length && between.from)
  ) {
    if (!first || between.at || byPart || mode.range || mode.expected)
      return { value: { ...side, clock, open, approximate: side.approximate || clock.approximate }, end: bare.end }
  }
  if (mode.expected && first && tokenAt(context, at).value < 25)
    return { value: { ...side, bare: { clock, day: dayNumber(context, at) } }, end: bare.end }
  const lone = first || (!between.dash && !between.comma && side.date?.kind !== 'monthDay')
  return (mode.range && lone) || (side.date && between.from)
    ? { value: { ...side, bare: { clock, day: dayNumber(context, at) } }, end: bare.end }
    : null
}

const dayNumber = (context: Context, index: number): number => {
  const { value, entry } = tokenAt(context, index)
  return value >= 0 ? value : (entry.number ?? 0)
}

const decimalBefore = (context: Context, index: number): boolean =>
  tokenAt(context, index).glued && isText(context, index - 1, '.')

/** "2h" in "2h ago" and "in 2h" is a length. */
function isLengthInstead(context: Context, index: number, end: number): boolean {
  if (tokenAt(context, end - 1).text !== 'h') return false
  const mark = tokenAt(context, end).entry.mark
  return mark === 'ago' || mark === 'later' || tokenAt(context, index - 1).entry.mark === 'within'
}

const takesClock = (date: DateValue): boolean => date.grain === 'day' && !date.stretch && date.kind !== 'instant'

/** Words behind a number that make it a count: units, signs, names of things in the plural. */
function notAnHour(context: Context, index: number): boolean {
  const token = tokenAt(context, index)
  if (token.entry.unit && token.text.length > 1) return true
  if (token.entry.part && !isText(context, index, 'tonight')) return true
  if (token.entry.month !== undefined && !token.entry.weak) return true
  if (!endsClean(context, index)) return true
  if (token.text === '%' || token.text === '$' || token.text === '€' || token.text === '£') return true
  return (
    token.kind === 'word' &&
    token.text.length > 4 &&
    /[^s]s$/.test(token.text) &&
    !token.entry.weekday &&
    !token.entry.day &&
    !token.entry.part &&
    token.text !== 'works' &&
    token.text !== 'thanks'
  )
}

function partPiece(context: Context, side: Side, index: number, at: number): Hit<Side> | null {
  if (side.part || side.length || (side.date && !takesClock(side.date))) return null
  const part = readPart(context, index) ?? readPart(context, at)
  if (!part) return null
  if (part.value.day !== null && side.date) return null
  return { value: { ...side, part: part.value }, end: part.end }
}

/** "for 2 hours", "for 3 days" beside a time makes it a range. */
function lengthPiece(context: Context, side: Side, at: number, index: number): Hit<Side> | null {
  if (side.date?.span && isText(context, index, '+')) return added(context, side, side.date.span.start, index + 1)
  if (side.length || !isText(context, at - 1, 'for') || at === index) return null
  const by = length(context, at)
  if (!by || by.value.parts.some(({ unit }) => unit.kind === 'night')) return null
  const short = by.value.parts.some(({ unit }) => finer(unit.grain, 'day'))
  if (side.date && !side.clock && short && tokenAt(context, by.end).entry.mark !== 'from') return null
  if (!side.date && !side.clock && tokenAt(context, by.end).entry.mark !== 'from') return null
  return { value: { ...side, length: by.value }, end: by.end }
}

/** "next Tuesday + 10 days". */
function added(context: Context, side: Side, start: Wall, index: number): Hit<Side> | null {
  const by = length(context, index)
  if (!by || side.clock || finer(grainOf(by.value), 'day')) return null
  return { value: { ...side, date: settled('day', dayAt(shift(start, by.value, 1))) }, end: by.end }
}
