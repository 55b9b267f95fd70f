import { MINUTE_MS } from '#kernel/units.ts'
import type { Request, Wish } from '../request.ts'
import type { Interval } from './interval.ts'
import type { SlotSearch } from './search.ts'
import type { Seat } from './seat.ts'
import { firstSlots } from './slots.ts'

/** "3ish" is anywhere within this of three. */
const ISH_MS = 30 * MINUTE_MS

/**
 * The very span that was stated, or null where only a window was: "tomorrow at 3" and "from 2 to 4" state one, "tomorrow",
 * "the afternoon" and "30 min between 2 and 4" do not.
 */
export function statedSpan(request: Request, wish: Wish, lengthMs: number): Interval | null {
  if (!wish.clocked || wish.partOfDay || wish.kind === 'open') return null
  if (wish.kind === 'point') return { startMs: wish.startMs, endMs: wish.startMs + lengthMs }
  if (request.lengthMs === wish.endMs - wish.startMs) return { startMs: wish.startMs, endMs: wish.endMs }
  const window = request.lengthMs !== null || request.kind === 'find' || request.earliest || request.choose
  return window ? null : { startMs: wish.startMs, endMs: wish.endMs }
}

/** For a time said loosely: the nearest one within half an hour that suits everybody, else the one that was said. */
export function nearby(span: Interval, search: SlotSearch, seats: readonly Seat[]): Interval {
  const lengthMs = span.endMs - span.startMs
  const fromMs = span.startMs - ISH_MS
  const around = { ...search, lengthMs, fromMs, toMs: span.endMs + ISH_MS, part: null, bounds: null }
  const [nearest] = firstSlots(around, seats, 50).sort(
    (a, b) => Math.abs(a.startMs - span.startMs) - Math.abs(b.startMs - span.startMs),
  )
  return nearest ? { startMs: nearest.startMs, endMs: nearest.endMs } : span
}
