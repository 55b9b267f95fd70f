import { DAY_MS } from '#kernel/units.ts'
import type { Window } from '#policy/spans.ts'
import type { Block } from './busy.ts'
import { type Day, spanOn, windowsOn } from './days.ts'
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
    merge([...takenBy(seat, search, relaxed), ...keptFree(seat, days, search, relaxed)]),
  )
}

/** Somebody's working hours on those days, as times. */
export function workingTimes(seat: Pick<Seat, 'hours' | 'holidays'>, days: readonly Day[]): Interval[] {
  return merge(days.flatMap((day) => hoursOn(seat, day).map((window) => spanOn(day, window))))
}

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
  const share = relaxed.has('buffers') ? 0.5 : 1
  const beforeMs = search.bufferBeforeMs * share
  const afterMs = search.bufferAfterMs * share
  const { ways } = search
  const taken: Interval[] = []
  for (const block of seat.busy.firm) {
    if (block.endMs + DAY_MS <= search.fromMs || block.startMs - DAY_MS >= search.toMs) continue
    if (relaxed.has('movable') && search.movable(block)) continue
    const paused = WITH_BUFFER.has(block.what)
    const toMs = Math.max(paused ? beforeMs : 0, ways.toMs(block))
    const fromMs = Math.max(paused ? afterMs : 0, ways.fromMs(block))
    if (block.location !== null && ways.isFar(block, cityOfZone(zoneAt(seat, block.startMs)))) {
      taken.push(...halvesOf(seat, block))
    }
    taken.push(toMs === 0 && fromMs === 0 ? block : { startMs: block.startMs - fromMs, endMs: block.endMs + toMs })
  }
  return taken
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
