import { quoted } from '#kernel/display.ts'
import { DAY_MS } from '#kernel/units.ts'
import { sayAt } from '../say.ts'
import { dayIn } from './days.ts'
import type { Facts } from './facts.ts'
import { type Interval, overlaps } from './interval.ts'
import { openTimes } from './openings.ts'
import { pointsOf, type RankedSeat, rankedSeat, type Why, whyOf } from './rank.ts'
import type { SlotSearch } from './search.ts'
import type { Seat } from './seat.ts'
import { firstSlots } from './slots.ts'
import { daysWhere } from './whereabouts.ts'

/** Better times that could not be had are named up to this many. */
const MOST_BETTER = 2
const MOST_TIMES = 400

const signed = ({ points, text }: Why): string => `${points > 0 ? '+' : ''}${points} ${text}`

/** What speaks for and against a time, weightiest first: `+10 Mia: next to another meeting`. */
export function grounds(span: Interval, seats: readonly Seat[], search: SlotSearch): string[] {
  const ranked = seats.map((seat) => ranks(seat, span))
  return whyOf(span, ranked, search)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .map(signed)
}

/** Times of that day that would have ranked higher, each with what kept it from being taken: "Tue 10:00 would be better, but Sam has ...". */
export function ruledOut(span: Interval, seats: readonly Seat[], search: SlotSearch, facts: Facts): string[] {
  const day = dayIn(facts.zone, span.startMs)
  const around: SlotSearch = {
    ...search,
    fromMs: Math.max(day.startMs, facts.nowMs),
    toMs: day.endMs,
    part: null,
    lengthMs: span.endMs - span.startMs,
  }
  const bare = seats.map((seat) => ({ ...seat, busy: { ...seat.busy, readable: true, firm: [] } }))
  const ranked = seats.map((seat) => ranks(seat, day))
  const rate = (slot: Interval) => pointsOf(whyOf(slot, ranked, around))
  const least = rate(span)
  const better = firstSlots(around, bare, MOST_TIMES)
    .map((slot) => ({ slot, points: rate(slot) }))
    .filter(({ points }) => points > least)
    .sort((a, b) => b.points - a.points || a.slot.startMs - b.slot.startMs)
  const told = new Map<string, string>()
  for (const { slot, points } of better) {
    if (told.size >= MOST_BETTER) break
    const reason = whyNot(slot, seats, around, facts)
    if (reason !== null && !told.has(reason))
      told.set(reason, `${sayAt(slot.startMs, facts.zone, facts)} had ${points - least} more, but ${reason}`)
  }
  return [...told.values()]
}

/** Why a time was taken, to be kept with the booking: it is true of the calendars as they were then. */
export function explained(
  why: string,
  span: Interval,
  seats: readonly Seat[],
  search: SlotSearch,
  facts: Facts,
): string {
  const readable = seats.filter((seat) => seat.busy.readable)
  const lines = [...grounds(span, readable, search), ...ruledOut(span, readable, search, facts)]
  return lines.length > 0 ? `${why}: ${lines.join('; ')}` : why
}

/** What keeps a time from being had, the first person's first. */
function whyNot(slot: Interval, seats: readonly Seat[], search: SlotSearch, facts: Facts): string | null {
  for (const seat of seats) {
    const open = openTimes(seat, daysWhere(seat, search.fromMs, search.toMs), search, new Set())
    if (open.some((one) => one.startMs <= slot.startMs && slot.endMs <= one.endMs)) continue
    const who = facts.own.includes(seat.address) ? 'you' : seat.name
    const block = seat.busy.firm.find((one) => overlaps(one, slot))
    if (!block) return `${who === 'you' ? 'you need' : `${who} needs`} a pause or the way around something else`
    const what = block.title === null ? 'something on' : quoted(block.title)
    return `${who === 'you' ? 'you have' : `${who} has`} ${what}`
  }
  return null
}

const ranks = (seat: Seat, span: Interval): RankedSeat =>
  rankedSeat(seat, daysWhere(seat, span.startMs - DAY_MS, span.endMs + DAY_MS))
