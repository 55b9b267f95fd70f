import { quoted } from '#kernel/display.ts'
import type { RulingDraft } from '#kernel/ruling.ts'
import { DAY_MS, MINUTE_MS, WEEK_MS } from '#kernel/units.ts'
import type { Request, Wish } from '../request.ts'
import { sayClock, sayDay, saySlot } from '../say.ts'
import { sayWindow, windowOf } from './agenda.ts'
import type { Block } from './busy.ts'
import type { Facts, SchedulingPolicy } from './facts.ts'
import { holidayOf } from './hours.ts'
import { type Interval, intersect, merge, overlaps, subtract } from './interval.ts'
import { worksAt } from './obstacles.ts'
import { workingTimes } from './openings.ts'
import type { Seat } from './seat.ts'
import { dayOf, daysWhere } from './whereabouts.ts'

/** Gaps shorter than this are no free time worth telling. */
const SHORTEST_MS = 15 * MINUTE_MS
const MOST_LINES = 12

/** "Am I free at 3", "when is Sam free on Thursday". */
export function decideFree(request: Request, facts: Facts): RulingDraft {
  const span = windowOf(request.when, facts)
  const asked =
    request.people.length > 0 || request.everyone
      ? facts.seats.filter((seat) => seat.address !== facts.me)
      : facts.seats
  if (asked.length === 0) {
    const words = facts.doubts.map((doubt) => doubt.words).join(', ') || 'people outside the team'
    return { type: 'answer', text: `I can only see the calendars of the team, not of ${words}.` }
  }
  const atOnce = request.when?.clocked === true && !request.when.partOfDay && request.when.kind !== 'open'
  const lines = asked.map((seat) =>
    atOnce
      ? sayAt(seat, withLength(span, request), facts)
      : sayWindows(seat, clip(span, request.when, facts), request, facts),
  )
  return { type: 'answer', text: lines.join('\n') }
}

/** "Who is free now": everybody of the team, the longest free first. */
export function decideWhoIsFree(request: Request, facts: Facts, policy: SchedulingPolicy): RulingDraft {
  const fromMs = request.when?.startMs ?? facts.nowMs
  const span = { startMs: fromMs, endMs: fromMs + (request.lengthMs ?? 30 * MINUTE_MS) }
  const rated = facts.seats.map((seat) => ({ seat, untilMs: freeUntil(seat, span) }))
  const free = rated.filter(({ untilMs }) => untilMs !== null).sort((a, b) => (b.untilMs ?? 0) - (a.untilMs ?? 0))
  const focused = request.hotLead && policy.mayOverrideProtectFor.includes('hot_lead') ? inFocus(span, facts) : []
  if (free.length === 0 && focused.length === 0)
    return {
      type: 'answer',
      text: `Nobody of the team is free ${fromMs === facts.nowMs ? 'now' : saySlot(span, facts)}.`,
    }
  const say = ({ seat, untilMs }: (typeof free)[number]) =>
    `- ${seat.address === facts.me ? 'You' : seat.name}, until ${sayClock(untilMs ?? 0, facts.zone)}`
  const sayFocus = ({ seat, untilMs }: (typeof focused)[number]) =>
    `- ${seat.address === facts.me ? 'You' : seat.name}, focus until ${sayClock(untilMs, facts.zone)}`
  const when = fromMs === facts.nowMs ? 'now' : saySlot(span, facts)
  const lines = [
    ...(free.length > 0 ? [`Free ${when}:`, ...free.map(say)] : [`Nobody is simply free ${when}.`]),
    ...(focused.length > 0 ? ['In focus time, which a hot lead may interrupt:', ...focused.map(sayFocus)] : []),
  ]
  return { type: 'answer', text: lines.join('\n') }
}

/** Whom only their own focus time keeps from being free, and until when it does. */
function inFocus(span: Interval, facts: Facts): { seat: Seat; untilMs: number }[] {
  return facts.seats.flatMap((seat) => {
    const blocks = seat.busy.firm.filter((block) => overlaps(block, span))
    const focus = blocks.length > 0 && blocks.every((block) => block.what === 'focus')
    const untilMs = Math.max(...blocks.map((block) => block.endMs))
    return focus && seat.busy.readable && worksAt(seat, span) ? [{ seat, untilMs }] : []
  })
}

/** When somebody stops being free, or null where they are not free for the whole span. */
function freeUntil(seat: Seat, span: Interval): number | null {
  if (!seat.busy.readable || !worksAt(seat, span) || seat.busy.firm.some((block) => overlaps(block, span))) return null
  const days = daysWhere(seat, span.startMs, span.endMs)
  const open = subtract(workingTimes(seat, days), merge(seat.busy.firm))
  return open.find((one) => one.startMs <= span.startMs && span.endMs <= one.endMs)?.endMs ?? null
}

function sayAt(seat: Seat, span: Interval, facts: Facts): string {
  const mine = seat.address === facts.me
  const who = mine ? 'You are' : `${seat.name} is`
  const when = saySlot(span, facts)
  if (!seat.busy.readable) return `I could not read ${mine ? 'your' : `${seat.name}'s`} calendar, so I cannot tell.`
  const block = seat.busy.firm.find((one) => overlaps(one, span))
  if (block) return `No: ${mine ? 'you have' : `${seat.name} has`} ${sayBlock(block, facts)}.`
  const soft = seat.busy.soft.find((one) => overlaps(one, span))
  const maybe = soft ? ` There is only ${sayBlock(soft, facts)}, which is not firm.` : ''
  const holiday = holidayOf(seat, dayOf(seat, span.startMs))
  const hours = holiday === null ? `outside ${mine ? 'your' : 'their'} working hours` : `it is ${holiday}`
  const off = worksAt(seat, span) ? '' : ` (${hours})`
  return `Yes: ${who} free ${when}${off}.${maybe}`
}

function sayWindows(seat: Seat, span: Interval, request: Request, facts: Facts): string {
  const mine = seat.address === facts.me
  if (!seat.busy.readable) return `I could not read ${mine ? 'your' : `${seat.name}'s`} calendar, so I cannot tell.`
  const days = daysWhere(seat, span.startMs, span.endMs)
  const open = subtract(intersect(workingTimes(seat, days), [span]), merge(seat.busy.firm)).filter(
    (gap) => gap.endMs - gap.startMs >= (request.lengthMs ?? SHORTEST_MS),
  )
  const who = mine ? 'You are' : `${seat.name} is`
  if (open.length === 0) return `${who} not free ${sayWindow(span, facts)} (working hours only).`
  return `${who} free ${sayGaps(open.slice(0, MOST_LINES), facts)}.`
}

/** `Thu 26 Nov 09:30-11:00, 14:00-18:00; Fri 27 Nov 09:30-16:00` */
function sayGaps(gaps: readonly Interval[], facts: Facts): string {
  const byDay = Map.groupBy(gaps, (gap) => sayDay(gap.startMs, facts))
  return [...byDay]
    .map(
      ([day, ones]) =>
        `${day} ${ones.map((one) => `${sayClock(one.startMs, facts.zone)}-${sayClock(one.endMs, facts.zone)}`).join(', ')}`,
    )
    .join('; ')
}

const sayBlock = (block: Block, facts: Facts): string =>
  `${block.title ? quoted(block.title) : 'something'} ${block.endMs - block.startMs < DAY_MS ? saySlot(block, facts) : 'all day'}`

function withLength(span: Interval, request: Request): Interval {
  const stated = request.when?.kind === 'range' ? span.endMs - span.startMs : null
  return { startMs: span.startMs, endMs: span.startMs + (request.lengthMs ?? stated ?? 30 * MINUTE_MS) }
}

/** Free time is told from now on, and for no more than a week. */
function clip(span: Interval, wish: Wish | null, facts: Facts): Interval {
  const startMs = Math.max(span.startMs, facts.nowMs)
  return { startMs, endMs: Math.min(Math.max(span.endMs, startMs), wish ? startMs + 2 * WEEK_MS : startMs + WEEK_MS) }
}
