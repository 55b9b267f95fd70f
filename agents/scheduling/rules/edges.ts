import type { CalendarEvent } from '#kernel/event.ts'
import { ISO_WEEKDAYS, type WeekWindows, weekOf } from '#policy/spans.ts'
import { sitsAt, spanOf } from './busy.ts'
import { intersect } from './interval.ts'
import { worksAt } from './obstacles.ts'
import { workingTimes } from './openings.ts'
import type { SlotSearch } from './search.ts'
import type { Seat } from './seat.ts'
import { findSlots, type Slot } from './slots.ts'
import { WAKING } from './wanted.ts'
import { daysWhere } from './whereabouts.ts'

/** A time outside the hours of one person, who must agree to it. */
export interface EdgeSlot extends Slot {
  readonly bearer: Seat
}

/**
 * Where the working hours of a table never meet (London and Auckland): times at the waking edges of one person's day, that
 * person's who had to bear it least and longest ago. Nothing else is given up for them.
 * @param past meetings of the last weeks
 */
export function edgeSlots(
  search: SlotSearch,
  seats: readonly Seat[],
  past: readonly CalendarEvent[],
  count: number,
): EdgeSlot[] {
  const required = seats.filter((seat) => seat.required)
  if (required.length < 2 || meet(search, required)) return []
  const fairly = required
    .map((seat) => ({ seat, pain: painOf(seat, required, past) }))
    .sort((a, b) => a.pain.times - b.pain.times || a.pain.lastMs - b.pain.lastMs)
  for (const { seat: bearer } of fairly) {
    const stretched = seats.map((seat) =>
      seat === bearer ? { ...seat, hours: waking(seat.hours), lunch: null } : seat,
    )
    const found = findSlots({ ...search, movable: () => false }, stretched, count).slots.filter((slot) =>
      slot.relaxed.every((one) => one === 'part' || one === 'low_energy'),
    )
    if (found.length > 0) return found.map((slot) => ({ ...slot, bearer }))
  }
  return []
}

/** Whether all of them work at some time in the window, whatever they have on then. */
function meet(search: SlotSearch, seats: readonly Seat[]): boolean {
  const span = [{ startMs: search.fromMs, endMs: search.toMs }]
  const shared = seats.reduce(
    (open, seat) => intersect(open, workingTimes(seat, daysWhere(seat, search.fromMs, search.toMs))),
    span,
  )
  return shared.some(({ startMs, endMs }) => endMs - startMs >= search.lengthMs)
}

/** The days somebody works, from the first hour anybody may be called to the last. */
function waking(hours: WeekWindows): WeekWindows {
  return weekOf([{ days: ISO_WEEKDAYS.filter((day) => hours[day].length > 0), window: WAKING }])
}

/** How often, and when last, somebody sat with these very people outside their own hours. */
function painOf(seat: Seat, seats: readonly Seat[], past: readonly CalendarEvent[]): { times: number; lastMs: number } {
  const borne = past
    .filter((event) => event.kind === 'event' && seats.every(({ address }) => sitsAt(event, address)))
    .map(spanOf)
    .filter((span) => !worksAt(seat, span))
  return { times: borne.length, lastMs: Math.max(0, ...borne.map(({ startMs }) => startMs)) }
}
