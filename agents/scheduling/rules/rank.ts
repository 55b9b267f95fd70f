import { DAY_MS, HOUR_MS, MINUTE_MS, sayDuration } from '#kernel/units.ts'
import { attendancePoints } from './attendance.ts'
import { isMeeting } from './busy.ts'
import { type Day, dayAt, minuteOf, spanOn, windowsOn } from './days.ts'
import { type Interval, intersect, lastStartingBy, meetsAny, merge, overlaps } from './interval.ts'
import { meetingsByDay, workingTimes } from './openings.ts'
import type { Energy, SlotSearch } from './search.ts'
import type { Seat } from './seat.ts'

/** One ground for or against a slot, in words for "why". */
export interface Why {
  readonly points: number
  readonly text: string
}

/** A free block this long is worth keeping in one piece. */
const LONG_BLOCK_MS = 90 * MINUTE_MS
/** Meetings with less than this between them are back to back. */
const BACK_TO_BACK_MS = 15 * MINUTE_MS
/** Meetings a day from which each one more weighs. */
const LOAD_FREE = 3
const LATE_FRIDAY_MINUTE = 15 * 60

/** A seat with what ranking asks of it again and again worked out once. */
export interface RankedSeat {
  readonly seat: Seat
  readonly days: readonly Day[]
  readonly busy: readonly Interval[]
  /** Meetings by their start, not merged: those that touch are a row. */
  readonly rows: readonly Interval[]
  readonly soft: readonly Interval[]
  /** Named days ("Release week"): worth avoiding, not worth waiting for. */
  readonly named: readonly Interval[]
  readonly working: readonly Interval[]
  readonly meetings: ReadonlyMap<string, number>
}

/** Works out what ranking asks of a seat for every slot. */
export function rankedSeat(seat: Seat, days: readonly Day[]): RankedSeat {
  return {
    seat,
    days,
    busy: merge(seat.busy.firm),
    rows: seat.busy.firm.filter(isMeeting),
    soft: merge(seat.busy.soft.filter((block) => block.what !== 'all_day')),
    named: merge(seat.busy.soft.filter((block) => block.what === 'all_day')),
    working: workingTimes(seat, days),
    meetings: meetingsByDay(seat, days),
  }
}

/** Every ground for and against a slot; their points add up to its rank. Weights: DOMAIN 4.3. */
export function whyOf(slot: Interval, seats: readonly RankedSeat[], search: SlotSearch): Why[] {
  const why: Why[] = []
  const daysAhead = Math.floor((slot.startMs - search.fromMs) / DAY_MS)
  if (search.soon) why.push({ points: 25 - 5 * daysAhead, text: 'soon, for somebody who will not wait' })
  else if (daysAhead > 0) why.push({ points: -2 * daysAhead, text: `${sayDuration(daysAhead * DAY_MS)} away` })
  if (slot.startMs % HOUR_MS === 0) why.push({ points: 1, text: 'starts on the hour' })
  for (const ranked of seats) weighFor(slot, ranked, search, why)
  return why
}

export const pointsOf = (why: readonly Why[]): number => why.reduce((sum, { points }) => sum + points, 0)

function weighFor(slot: Interval, ranked: RankedSeat, search: SlotSearch, why: Why[]): void {
  const { seat } = ranked
  const day = dayAt(ranked.days, slot.startMs)
  if (!day) return
  const say = (points: number, text: string) => why.push({ points, text: `${seat.name}: ${text}` })
  const minute = minuteOf(day, slot.startMs)

  const energy = energyAt(slot, seat, day)
  if (search.energy && energy === search.energy) say(30, `${energy}-energy time, as this meeting wants`)
  else if (search.energy && energy) say(-30, `${energy}-energy time`)
  else if (energy === 'deep') say(-30, 'time for deep work')

  if (seat.ignoresBeforeMinute !== null && minute < seat.ignoresBeforeMinute)
    say(-40, 'earlier than they usually turn up')

  if (seat.attendance.size > 0) {
    const { points, turnout } = attendancePoints(seat.attendance, minute)
    const asked = turnout.came + turnout.missed
    if (points !== 0) say(points, `came to ${turnout.came} of ${asked} meetings around that time of day`)
  }

  const load = ranked.meetings.get(day.date) ?? 0
  if (load >= LOAD_FREE) say(-5 * (load - LOAD_FREE + 1), `${load} meetings that day already`)

  const row = 1 + rowLength(slot, ranked.rows, -1) + rowLength(slot, ranked.rows, 1)
  if (seat.maxBackToBack !== null && row > seat.maxBackToBack) say(-20, `${row} meetings in a row`)

  if (seat.lunch && !search.meal && overlaps(slot, spanOn(day, seat.lunch))) say(-20, 'over lunch')
  if (search.external && day.weekday === 5 && minute >= LATE_FRIDAY_MINUTE) say(-10, 'late on a Friday')
  if (meetsAny(ranked.soft, slot)) say(-25, 'over something tentative')

  if (meetsAny(ranked.named, slot)) say(-5, 'on a day that has a name of its own')

  const shape = shapeOf(slot, ranked)
  if (shape === 'tidy') say(10, 'next to another meeting, a long free block stays whole')
  if (shape === 'broken') say(-15, 'breaks up a long free block')
}

/** A slot is in high-energy time only as a whole; it spoils deep or low time wherever it touches it. */
function energyAt(slot: Interval, seat: Seat, day: Day): Energy | null {
  const touches = (energy: Energy) =>
    windowsOn(day, seat.energy[energy]).some((window) => overlaps(slot, spanOn(day, window)))
  if (touches('deep')) return 'deep'
  if (touches('low')) return 'low'
  const inHigh = windowsOn(day, seat.energy.high).some((window) => {
    const span = spanOn(day, window)
    return span.startMs <= slot.startMs && slot.endMs <= span.endMs
  })
  return inHigh ? 'high' : null
}

/** How many meetings touch the slot one after another, looking back (-1) or ahead (1). */
function rowLength(slot: Interval, busy: readonly Interval[], direction: -1 | 1): number {
  let at = lastStartingBy(busy, slot.startMs) + (direction === 1 ? 1 : 0)
  let edgeMs = direction === 1 ? slot.endMs : slot.startMs
  let count = 0
  for (let block = busy[at]; block; block = busy[at]) {
    const gapMs = direction === 1 ? block.startMs - edgeMs : edgeMs - block.endMs
    if (gapMs >= BACK_TO_BACK_MS) break
    edgeMs = direction === 1 ? block.endMs : block.startMs
    count += 1
    at += direction
  }
  return count
}

/** What the slot does to the free block it lies in. */
function shapeOf(slot: Interval, { busy, working }: RankedSeat): 'tidy' | 'broken' | 'plain' {
  const window = working[lastStartingBy(working, slot.startMs)]
  if (!window) return 'plain'
  const before = lastStartingBy(busy, slot.startMs)
  const fromMs = Math.max(window.startMs, busy[before]?.endMs ?? window.startMs)
  const toMs = Math.min(window.endMs, busy[before + 1]?.startMs ?? window.endMs)
  if (intersect([slot], [{ startMs: fromMs, endMs: toMs }]).length === 0) return 'plain'
  const longest = Math.max(slot.startMs - fromMs, toMs - slot.endMs)
  const shortest = Math.min(slot.startMs - fromMs, toMs - slot.endMs)
  if (longest >= LONG_BLOCK_MS) return shortest <= BACK_TO_BACK_MS ? 'tidy' : 'plain'
  return toMs - fromMs >= LONG_BLOCK_MS ? 'broken' : 'plain'
}
