import { DAY_MS } from '#kernel/units.ts'
import type { Window } from '#policy/spans.ts'
import { type Block, isMeeting } from './busy.ts'
import { type Day, dayAt, spanOn, windowsOn } from './days.ts'
import { hoursOn } from './hours.ts'
import { type Interval, intersect, merge, subtract } from './interval.ts'
import type { Relaxation, SlotSearch } from './search.ts'
import type { Seat } from './seat.ts'
import { cityOfZone } from './travel.ts'
import { halvesOf, zoneAt } from './whereabouts.ts'

/** Kinds of blocks that people walk in and out of with a pause; a day off or a hold needs none. */
const WITH_BUFFER: ReadonlySet<Block['what']> = new Set(['event', 'unknown', 'travel'])

/** When somebody can be met: working hours without what takes their time and what the policy protects. */
export function openTimes(
  seat: Seat,
  days: readonly Day[],
  search: SlotSearch,
  relaxed: ReadonlySet<Relaxation>,
): Interval[] {
  if (!seat.busy.readable) return []
  return subtract(
    workingTimes(seat, days),
    merge([...takenBy(seat, search, relaxed), ...keptFree(seat, days, search, relaxed), ...fullDays(seat, days)]),
  )
}

/** Somebody's working hours on those days, as times; a day that is cut short by a journey has only what is left of it. */
export function workingTimes(seat: Pick<Seat, 'hours' | 'holidays'>, days: readonly Day[]): Interval[] {
  return merge(days.flatMap((day) => hoursOn(seat, day).map((window) => within(day, spanOn(day, window)))))
}

const within = (day: Day, { startMs, endMs }: Interval): Interval => ({
  startMs: Math.max(startMs, day.startMs),
  endMs: Math.min(endMs, day.endMs),
})

/** The part of each day, on the wall of whoever asks, in which a slot may lie. */
export function insideParts(days: readonly Day[], search: SlotSearch, relaxed: ReadonlySet<Relaxation>): Interval[] {
  const inside = (window: Window | null, relaxation: Relaxation, times: Interval[]) =>
    window && !relaxed.has(relaxation)
      ? intersect(
          times,
          days.map((day) => spanOn(day, window)),
        )
      : times
  return inside(search.part, 'part', inside(search.bounds, 'bounds', [{ startMs: search.fromMs, endMs: search.toMs }]))
}

function takenBy(seat: Seat, search: SlotSearch, relaxed: ReadonlySet<Relaxation>): Interval[] {
  const taken: Interval[] = []
  for (const block of seat.busy.firm) {
    if (block.endMs + DAY_MS <= search.fromMs || block.startMs - DAY_MS >= search.toMs) continue
    if (relaxed.has('movable') && search.movable(block)) continue
    if (block.location !== null && search.ways.isFar(block, cityOfZone(zoneAt(seat, block.startMs)))) {
      taken.push(...halvesOf(seat, block))
    }
    taken.push(reachOf(block, search, relaxed))
  }
  return taken
}

/** A block with what has to lie between it and a meeting: a pause, or the way. */
export function reachOf(
  block: Block,
  { bufferBeforeMs, bufferAfterMs, ways }: SlotSearch,
  relaxed: ReadonlySet<Relaxation>,
): Interval {
  const share = !WITH_BUFFER.has(block.what) ? 0 : relaxed.has('buffers') ? 0.5 : 1
  const toMs = Math.max(bufferBeforeMs * share, ways.toMs(block))
  const fromMs = Math.max(bufferAfterMs * share, ways.fromMs(block))
  return toMs === 0 && fromMs === 0 ? block : { startMs: block.startMs - fromMs, endMs: block.endMs + toMs }
}

/** Days on which somebody has as many meetings as they want. */
function fullDays(seat: Seat, days: readonly Day[]): readonly Day[] {
  const most = seat.maxMeetingsPerDay
  if (most === null) return []
  const load = meetingsByDay(seat, days)
  return days.filter((day) => (load.get(day.date) ?? 0) >= most)
}

/** How many meetings begin on each day, by date. */
export function meetingsByDay(seat: Seat, days: readonly Day[]): Map<string, number> {
  const meetings = new Map<string, number>()
  for (const block of seat.busy.firm) {
    const day = isMeeting(block) ? dayAt(days, block.startMs) : undefined
    if (day) meetings.set(day.date, (meetings.get(day.date) ?? 0) + 1)
  }
  return meetings
}

/** Time nobody books over: what the policy protects, and low-energy time where the meeting wants better. */
function keptFree(seat: Seat, days: readonly Day[], search: SlotSearch, relaxed: ReadonlySet<Relaxation>): Interval[] {
  const kept: Interval[] = []
  for (const day of days) {
    if (search.protect.has('deep') && search.energy !== 'deep') {
      for (const window of windowsOn(day, seat.energy.deep)) kept.push(spanOn(day, window))
    }
    if (search.protect.has('lunch') && seat.lunch && !search.meal) kept.push(spanOn(day, seat.lunch))
    if (search.energy === 'high' && !relaxed.has('low_energy')) {
      for (const window of windowsOn(day, seat.energy.low)) kept.push(spanOn(day, window))
    }
  }
  return kept
}
