import { type Context, type Hit, isDash, isText, tokenAt } from './context.ts'
import { combineDates, type DateValue } from './date.ts'
import { readWholeDate } from './dates.ts'
import type { Draft } from './draft.ts'
import { impossibleDraft, openDraft, opened, pointDraft } from './drafts.ts'
import { pass } from './elapsed.ts'
import { grainOf, length } from './lengths.ts'
import { isPast, pastMoment } from './looking-back.ts'
import { momentOf, nowFor } from './moment.ts'
import { isMoving } from './moving.ts'
import { type Opener, opener } from './openers.ts'
import { type Joint, rangeOf } from './ranges.ts'
import { isPacked, readSide, type Side } from './side.ts'
import { DAY, dayAt, finer, floor } from './wall.ts'

/** A time found at `index`: a point, a range, or one open side. `start` is the token its own words begin with. */
export interface Phrase extends Hit<Draft> {
  start: number
}

export function readPhrase(context: Context, index: number): Phrase | null {
  const moving = isMoving(context, index)
  if (moving && (isText(context, index, 'from') || isText(context, index, 'to'))) {
    const moved = movedSide(context, index)
    if (moved) return moved
  }
  const lead = opener(context, index)
  if (lead) {
    const between = lead.range && lead.open === null
    const opened = ranged(context, lead.end, { opened: true, inclusive: false, between })
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
  const mode = { range: true, expected: true, right: true, dayDone: left.value.dayFirst, packed: isPacked(left.value) }
  const all = readSide(context, joint.end, mode)
  const apart = all && hoursApart(context, left.value, all)
  const right = apart ? readSide(context, joint.end, { ...mode, daysOnly: true }) : all
  if (!right || !rightFits(left.value, right.value)) return null
  if (isDash(context, right.end) && tokenAt(context, right.end).glued && tokenAt(context, right.end + 1).glued)
    return null
  const inside = pickedBehind(context, left.value.date, right.end)
  const from = inside ? { ...left.value, date: inside.value } : left.value
  const draft = rangeOf(context, from, right.value, { ...opened, inclusive: joint.value })
  return draft && { value: draft, start: left.start, end: inside ? inside.end : right.end }
}

/** "Monday to Friday, 9am to 5pm": both ends are days, and what follows the second one begins a range of hours. */
const hoursApart = (context: Context, left: Side, right: Hit<Side>): boolean =>
  !left.clock && (left.date ?? left.bare) !== null && right.value.dayFirst && jointAt(context, right.end, true) !== null

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
  const moment = plain && (lead.past ? pastMoment(context, plain) : momentOf(laterFor(context, plain, lead), plain))
  if (!plain || !moment || !lead.open) return null
  if (plain.length) return single(context, index)
  const wide = !moment.clocked && (moment.stretch || finer('day', moment.grain))
  if (lead.range && (wide || (moment.dated && !moment.clocked && lastsShort(context, index))))
    return { value: pointDraft(context, plain, moment), start: lead.end, end: side.end }
  const value = opened(context, plain, moment, { open: lead.open, including: lead.including })
  return { value: lead.deadline ? fromNow(context, plain, value) : value, start: index, end: side.end }
}

/** "Before Friday" said on a Friday is before the next one. */
const laterFor = (context: Context, side: Side, lead: Opener): Context =>
  side.date?.kind === 'weekday' && lead.open === 'before' && !lead.including && !side.clock
    ? { ...context, today: context.today + DAY }
    : context

/** "3 minutes from today" are on that day, not from it on. */
const lastsShort = (context: Context, index: number): boolean => {
  const { unit } = tokenAt(context, index - 1).entry
  return unit !== undefined && finer(unit.grain, 'day')
}

/** What is due "by Friday" lies between now and then; "before Friday" may lie behind. */
function fromNow(context: Context, side: Side, draft: Draft): Draft {
  const now = floor(nowFor(context, side), 'second')
  return draft.end !== null && draft.end > now ? { ...draft, start: now } : draft
}

/** A bare number is an hour behind "after" or "by", but not behind "from". */
function sideOf(side: Side, range: boolean): Side | null {
  if (!side.bare) return side
  return range ? null : { ...side, clock: side.bare.clock, bare: null }
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
  const moment = isPast(context, index) ? pastMoment(context, value, true) : momentOf(context, value)
  if (!moment) return null
  const suffix = suffixAt(context, side.end)
  if (suffix) {
    const more = readSide(context, suffix.end, { range: false, expected: false, right: false })
    const day = more?.value.date && !value.date && !more.value.clock && !more.value.part ? more : null
    const whole = day ? { ...value, date: day.value.date } : value
    const at = day ? momentOf(context, whole) : moment
    if (at)
      return {
        value: opened(context, whole, at, { open: suffix.value, including: true }),
        start,
        end: day ? day.end : suffix.end,
      }
  }
  const open = value.open ?? value.date?.open
  if (open) return { value: opened(context, value, moment, { open, including: true }), start, end: side.end }
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
  const right = joint && readSide(context, joint.end, { range: true, expected: true, right: true, dayDone: true })
  if (!left || !joint || !right) return null
  if (!lead?.range && tokenAt(context, joint.end - 1).entry.mark === 'and') return null
  const inside = pickedBehind(context, side.date, right.end)
  const date = inside ? inside.value : side.date
  const draft = rangeOf(context, { ...left.value, date, part: left.value.part ?? side.part }, right.value, {
    opened: true,
    inclusive: joint.value,
  })
  return draft && { value: draft, end: inside ? inside.end : right.end }
}

/** "The first Monday 1pm to 3pm of next month": what it is the first of comes behind the hours. */
function pickedBehind(context: Context, date: DateValue | null, index: number): Hit<DateValue> | null {
  const whole = date?.pick && isText(context, index, 'of') ? readWholeDate(context, index + 1) : null
  const joined = date && whole && combineDates(date, whole.value, context)
  return joined && whole ? { value: joined, end: whole.end } : null
}

function suffixAt(context: Context, index: number): Hit<'after' | 'before'> | null {
  const linked = tokenAt(context, index).entry.mark === 'or' || tokenAt(context, index).entry.mark === 'and'
  const { text } = tokenAt(context, linked ? index + 1 : index)
  if (text === 'onwards' || text === 'onward') return { value: 'after', end: linked ? index + 2 : index + 1 }
  if (!linked) return null
  if (text === 'later' || text === 'after' || text === 'beyond') return { value: 'after', end: index + 2 }
  return text === 'earlier' || text === 'before' ? { value: 'before', end: index + 2 } : null
}
