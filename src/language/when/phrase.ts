import { type Context, type Hit, isDash, isText, tokenAt } from './context.ts'
import type { Draft } from './draft.ts'
import { pass } from './elapsed.ts'
import { grainOf, type Length, length, shift } from './lengths.ts'
import { openMark } from './links.ts'
import { type Moment, momentOf } from './moment.ts'
import { isMoving } from './moving.ts'
import { type Joint, rangeOf } from './ranges.ts'
import { readSide, type Side } from './side.ts'
import { DAY, dayAt, finer } from './wall.ts'

/** A time found at `index`: a point, a range, or one open side. `start` is the token its own words begin with. */
export interface Phrase extends Hit<Draft> {
  start: number
}

/** What opens a phrase: nothing, a range word, or a word that leaves one side open. */
interface Opener {
  end: number
  range: boolean
  open: 'after' | 'before' | null
  /** "since", "from", "by", "until": the unit named belongs to it. */
  including: boolean
}

const LEADS: readonly (readonly [readonly string[], Omit<Opener, 'end'>])[] = [
  [['as', 'late', 'as'], { range: false, open: 'before', including: true }],
  [['as', 'early', 'as'], { range: false, open: 'after', including: true }],
  [['up', 'to'], { range: false, open: 'before', including: true }],
  [['as', 'of'], { range: false, open: 'after', including: true }],
  [['starting', 'on'], { range: false, open: 'after', including: true }],
  [['starting', 'from'], { range: false, open: 'after', including: true }],
  [['starting', 'at'], { range: false, open: 'after', including: true }],
  [['beginning', 'on'], { range: false, open: 'after', including: true }],
]

function opener(context: Context, index: number): Opener | null {
  for (const [words, lead] of LEADS)
    if (words.every((word, offset) => isText(context, index + offset, word)))
      return { ...lead, end: index + words.length }
  if (isText(context, index + 1, 'of')) return null
  const { mark } = tokenAt(context, index).entry
  if (mark === 'between') return { end: index + 1, range: true, open: null, including: false }
  if (isText(context, index, 'in') && isText(context, index + 1, 'between'))
    return { end: index + 2, range: true, open: null, including: false }
  if (mark === 'from') return { end: index + 1, range: true, open: 'after', including: true }
  if (mark === 'until' || isText(context, index, 'through'))
    return { end: index + 1, range: false, open: 'before', including: true }
  const open = openMark(context, index)
  if (!open) return mark === 'since' ? { end: index + 1, range: false, open: 'after', including: true } : null
  const including = mark === 'by' || mark === 'since' || isText(context, index, 'until')
  return { end: open.end, range: false, open: open.value, including }
}

export function readPhrase(context: Context, index: number): Phrase | null {
  const moving = isMoving(context, index)
  if (moving && (isText(context, index, 'from') || isText(context, index, 'to'))) {
    const moved = movedSide(context, index)
    if (moved) return moved
  }
  const lead = opener(context, index)
  if (lead) {
    const opened = ranged(context, lead.end, { opened: true, inclusive: false })
    if (opened && lead.range) return { ...opened, start: index }
    if (opened && lead.open && !lead.range) return opened
    const one = lead.open ? openSide(context, index, lead) : null
    if (one) return one
  }
  const phrase = ranged(context, index, { opened: false, inclusive: false }) ?? single(context, index)
  return phrase && { ...phrase, start: withLinks(context, index, phrase.start) }
}

/** Little words before a time belong to its words ("at 3", "on Friday"), brackets do not. */
function withLinks(context: Context, index: number, start: number): number {
  let first = start
  while (first > index && tokenAt(context, first - 1).kind === 'word') first--
  return first
}

/** One of the two times of a move: "from 3", "to Friday"; behind "to" a range may stand ("to 3-4pm"). */
function movedSide(context: Context, index: number): Phrase | null {
  const range = isText(context, index, 'to') ? ranged(context, index + 1, { opened: true, inclusive: false }) : null
  if (range) return { ...range, start: index + 1 }
  const side = readSide(context, index + 1, { range: false, expected: true, right: false })
  const plain = side && sideOf(side.value, false)
  const moment = plain && momentOf(context, plain)
  return side && plain && moment
    ? { value: pointDraft(context, plain, moment), start: side.start, end: side.end }
    : null
}

/** "X to Y", "X - Y", and with between "X and Y". */
function ranged(context: Context, index: number, opened: Joint): Phrase | null {
  if (!jointAhead(context, index)) return null
  const left = readSide(context, index, { range: true, expected: opened.opened, right: false })
  if (!left) return null
  const joint = jointAt(context, left.end, opened.opened)
  if (!joint) return null
  if (isText(context, joint.end - 1, 'to') && !isText(context, index - 1, 'to') && isMoving(context, index)) return null
  const right = readSide(context, joint.end, { range: true, expected: true, right: true })
  if (!right || !rightFits(left.value, right.value)) return null
  if (isDash(context, right.end) && tokenAt(context, right.end).glued && tokenAt(context, right.end + 1).glued)
    return null
  const draft = rangeOf(context, left.value, right.value, { ...opened, inclusive: joint.value })
  return draft && { value: draft, start: left.start, end: right.end }
}

/** How many tokens the left side of a range may have. */
const LONGEST_SIDE = 16

function jointAhead(context: Context, index: number): boolean {
  for (let at = index + 1; at < Math.min(index + LONGEST_SIDE, context.tokens.length); at++)
    if (jointAt(context, at, true)) return true
  return false
}

const rightFits = (left: Side, right: Side): boolean => !right.loneYear || left.loneYear || left.date !== null

function jointAt(context: Context, index: number, opened: boolean): Hit<boolean> | null {
  const dot = isText(context, index, '.') && isText(context, index + 1, 'bis')
  const at = dot || isText(context, index, ',') ? index + 1 : index
  const { entry, text } = tokenAt(context, at)
  if (isDash(context, at) || (text === '/' && tokenAt(context, at).glued)) return { value: false, end: at + 1 }
  if (text === 'but' && isText(context, at + 1, 'before')) return { value: false, end: at + 2 }
  if (entry.mark === 'to') return { value: text !== 'to', end: at + 1 }
  if (entry.mark === 'until') return { value: false, end: at + 1 }
  return entry.mark === 'and' && opened ? { value: false, end: at + 1 } : null
}

/** "after 3pm", "before lunch", "by Friday", "since 2014", "after 5 days". */
function openSide(context: Context, index: number, lead: Opener): Phrase | null {
  const by = isText(context, index, 'after') ? length(context, lead.end) : null
  if (by && tokenAt(context, by.end).entry.mark === undefined) {
    const wall = pass(context, context.now, by.value, 1)
    const fine = finer(grainOf(by.value), 'day')
    const start = fine ? wall : dayAt(wall).start
    return {
      value: { ...openDraft('after', start), grain: fine ? 'minute' : 'day', dated: !fine, clocked: fine },
      start: index,
      end: by.end,
    }
  }
  const side = readSide(context, lead.end, { range: false, expected: true, right: false })
  if (!side) return null
  const plain = sideOf(side.value, lead.range)
  const later = plain?.date?.kind === 'weekday' && lead.open === 'before' && !lead.including && !plain.clock
  const moment = plain && momentOf(later ? { ...context, today: context.today + DAY } : context, plain)
  if (!plain || !moment || !lead.open) return null
  if (plain.length) return single(context, index)
  const wide = !moment.clocked && (moment.stretch || finer('day', moment.grain))
  if (lead.range && wide) return { value: pointDraft(context, plain, moment), start: lead.end, end: side.end }
  return { value: opened(plain, moment, lead.open, lead.including), start: index, end: side.end }
}

/** A bare number is an hour behind "after" or "by", but not behind "from". */
function sideOf(side: Side, range: boolean): Side | null {
  if (!side.bare) return side
  return range ? null : { ...side, clock: side.bare.clock, bare: null }
}

const openDraft = (open: 'after' | 'before', edge: number): Draft => ({
  kind: 'open',
  start: open === 'after' ? edge : null,
  end: open === 'before' ? edge : null,
  grain: 'minute',
  open,
  dated: false,
  clocked: false,
  approximate: false,
  others: [],
})

function opened(side: Side, moment: Moment, open: 'after' | 'before', including: boolean): Draft {
  const late = open === 'after' ? !including : including
  const clock = moment.clocked
  const edged = side.date?.point !== undefined && open === 'before'
  const edge = clock ? moment.start : edged && !including ? moment.lower : late ? moment.end : moment.start
  const part = moment.part !== null && moment.part !== 'eod' && open === 'before' ? moment.start : edge
  return {
    ...openDraft(open, part),
    grain: moment.grain,
    dated: moment.dated,
    clocked: clock,
    ...(moment.part ? { part: moment.part } : {}),
    approximate: side.approximate,
    others: moment.others,
    ...(side.zone ? { zone: side.zone } : {}),
  }
}

/** One date, one clock time, or both; "or later" behind it opens a side, "for 2 hours" makes it a range. */
function single(context: Context, index: number): Phrase | null {
  const side = readSide(context, index, { range: false, expected: false, right: false })
  if (!side) return null
  const { value, start } = side
  if (value.clock?.bare && isDash(context, side.end) && tokenAt(context, side.end + 1).kind === 'digits') return null
  if (value.loneYear && !suffixAt(context, side.end)) return null
  if (value.date?.kind === 'impossible') return { value: impossibleDraft(value), start, end: side.end }
  const joined = (value.date || value.part) && !value.clock ? clocksBehind(context, value, side.end) : null
  if (joined) return { ...joined, start }
  const moment = momentOf(context, value)
  if (!moment) return null
  const suffix = suffixAt(context, side.end)
  if (suffix) {
    const more = readSide(context, suffix.end, { range: false, expected: false, right: false })
    const day = more?.value.date && !value.date && !more.value.clock && !more.value.part ? more : null
    const whole = day ? { ...value, date: day.value.date } : value
    const at = day ? momentOf(context, whole) : moment
    if (at) return { value: opened(whole, at, suffix.value, true), start, end: day ? day.end : suffix.end }
  }
  const open = value.open ?? value.date?.open
  if (open) return { value: opened(value, moment, open, true), start, end: side.end }
  return { value: pointDraft(context, value, moment), start, end: side.end }
}

/** "tomorrow from 10 to 11", "Thursday between 3 and 5": a range of hours behind its day. */
function clocksBehind(context: Context, side: Side, end: number): Hit<Draft> | null {
  let at = end
  while (isText(context, at, ',') || isDash(context, at) || isText(context, at, 'at') || isText(context, at, '(')) at++
  const lead = opener(context, at)
  const hours = ranged(context, lead?.range ? lead.end : at, { opened: true, inclusive: false })
  if (!hours?.value.clocked || hours.value.dated || (side.date && (side.date.grain !== 'day' || side.date.stretch)))
    return null
  const left = readSide(context, lead?.range ? lead.end : at, { range: true, expected: true, right: true })
  const joint = left && jointAt(context, left.end, true)
  const right = joint && readSide(context, joint.end, { range: true, expected: true, right: true })
  if (!left || !joint || !right) return null
  const draft = rangeOf(context, { ...left.value, date: side.date, part: left.value.part ?? side.part }, right.value, {
    opened: true,
    inclusive: joint.value,
  })
  return draft && { value: draft, end: right.end }
}

function suffixAt(context: Context, index: number): Hit<'after' | 'before'> | null {
  const linked = tokenAt(context, index).entry.mark === 'or' || tokenAt(context, index).entry.mark === 'and'
  const { text } = tokenAt(context, linked ? index + 1 : index)
  if (text === 'onwards' || text === 'onward') return { value: 'after', end: linked ? index + 2 : index + 1 }
  if (!linked) return null
  if (text === 'later' || text === 'after' || text === 'beyond') return { value: 'after', end: index + 2 }
  return text === 'earlier' || text === 'before' ? { value: 'before', end: index + 2 } : null
}

/** The end of "4pm for 2 hours"; in a named zone the clock is simply moved. */
const endOf = (context: Context, side: Side, moment: Moment, by: Length): number =>
  side.zone ? shift(moment.start, by, 1) : pass(context, moment.start, by, 1)

function pointDraft(context: Context, side: Side, moment: Moment): Draft {
  const end = side.length ? endOf(context, side, moment, side.length) : moment.end
  const ranged = side.length !== null || moment.stretch
  return {
    kind: ranged ? 'range' : 'point',
    start: moment.start,
    end,
    grain: moment.grain,
    dated: moment.dated,
    clocked: moment.clocked,
    ...(moment.part ? { part: moment.part } : {}),
    approximate: side.approximate || side.clock?.approximate === true,
    others: moment.others,
    ...(side.date?.kind === 'weekday' && !side.date.span ? { loneWeekday: true } : {}),
    ...(side.date?.weekStart !== undefined ? { weekStart: side.date.weekStart } : {}),
    ...(side.length ? { length: side.length } : {}),
    ...(side.zone ? { zone: side.zone } : {}),
  }
}

const impossibleDraft = (side: Side): Draft => ({
  kind: 'point',
  start: null,
  end: null,
  grain: 'day',
  dated: true,
  clocked: side.clock !== null,
  approximate: false,
  others: [],
  impossible: true,
})
