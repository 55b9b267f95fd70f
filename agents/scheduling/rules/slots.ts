import type { Block } from './busy.ts'
import { type Day, dayAt, daysOf, minuteOf } from './days.ts'
import { type Interval, intersect, overlaps } from './interval.ts'
import { insideParts, openTimes, reachOf } from './openings.ts'
import { pointsOf, rankedSeat, type Why, whyOf } from './rank.ts'
import { RELAXATIONS, type Relaxation, type SlotSearch } from './search.ts'
import type { Seat } from './seat.ts'
import { daysWhere } from './whereabouts.ts'

/** A time that fits, with what speaks for and against it and what was given up for it. */
export interface Slot extends Interval {
  readonly points: number
  readonly why: readonly Why[]
  readonly relaxed: readonly Relaxation[]
  /** Names of optional people who cannot come. */
  readonly without: readonly string[]
  /** Meetings that would have to give way first. */
  readonly moves: readonly Block[]
}

export interface Found {
  readonly slots: readonly Slot[]
  /** Names of those whose calendar could not be read: unknown, not free. */
  readonly unreadable: readonly string[]
}

/** Slots are spread over days, and over the clock among those that are nearly as good as the best. */
const SPREAD = [
  { perDay: 2, apartMinutes: 90, withinPoints: 15 },
  { perDay: 2, apartMinutes: 0, withinPoints: Number.POSITIVE_INFINITY },
  { perDay: Number.POSITIVE_INFINITY, apartMinutes: 0, withinPoints: Number.POSITIVE_INFINITY },
]

/** The best times for everybody, giving up only what the declared order allows. */
export function findSlots(search: SlotSearch, seats: readonly Seat[], count: number): Found {
  const fits = slotFinder(search, seats)
  const unreadable = seats.filter((seat) => !seat.busy.readable).map((seat) => seat.name)
  const relaxed = new Set<Relaxation>()
  for (const next of [null, ...RELAXATIONS.filter((relaxation) => applies(relaxation, search, seats))]) {
    if (next) relaxed.add(next)
    const starts = fits.starts(relaxed)
    if (starts.length > 0) return { slots: fits.best(starts, relaxed, count), unreadable }
  }
  return { slots: [], unreadable }
}

/** The earliest times for everybody, without ranking and without giving anything up. */
export function firstSlots(search: SlotSearch, seats: readonly Seat[], count: number): Slot[] {
  const fits = slotFinder(search, seats)
  return fits
    .starts(new Set())
    .slice(0, count)
    .map((startMs) => fits.slotAt(startMs, new Set()))
}

function slotFinder(search: SlotSearch, seats: readonly Seat[]) {
  const days = new Map<string, Day[]>()
  for (const zone of new Set([search.zone, ...seats.map((seat) => seat.zone)])) {
    days.set(zone, daysOf(zone, search.fromMs, search.toMs))
  }
  const daysIn = (zone: string): Day[] => days.get(zone) ?? []
  const lived = new Map(seats.map((seat) => [seat, daysWhere(seat, search.fromMs, search.toMs, daysIn(seat.zone))]))
  const daysFor = (seat: Seat): readonly Day[] => lived.get(seat) ?? []
  const ranked = seats.map((seat) => rankedSeat(seat, daysFor(seat)))

  function starts(relaxed: ReadonlySet<Relaxation>): number[] {
    let open = insideParts(daysIn(search.zone), search, relaxed)
    for (const seat of seats) {
      if (!seat.required && (relaxed.has('optional') || !seat.busy.readable)) continue
      open = intersect(open, openTimes(seat, daysFor(seat), search, relaxed))
    }
    const anchorMs = daysIn(search.zone)[0]?.startMs ?? 0
    const found: number[] = []
    for (const { startMs, endMs } of open) {
      const firstMs = anchorMs + Math.ceil((startMs - anchorMs) / search.stepMs) * search.stepMs
      for (let atMs = firstMs; atMs + search.lengthMs <= endMs; atMs += search.stepMs) found.push(atMs)
    }
    return found
  }

  function slotAt(startMs: number, relaxed: ReadonlySet<Relaxation>): Slot {
    const span = { startMs, endMs: startMs + search.lengthMs }
    const without = seats
      .filter((seat) => !seat.required && !fitsIn(openTimes(seat, daysFor(seat), search, relaxed), span))
      .map((seat) => seat.name)
    const moves = relaxed.has('movable')
      ? seats
          .filter((seat) => seat.required || !without.includes(seat.name))
          .flatMap((seat) => seat.busy.firm)
          .filter((block) => search.movable(block) && overlaps(reachOf(block, search, relaxed), span))
      : []
    const why = whyOf(span, ranked, search)
    const broken = [...relaxed].filter((relaxation) => breaks(relaxation, span, without, moves))
    return { ...span, points: pointsOf(why), why, relaxed: broken, without, moves }
  }

  /** Whether the slot really gives this up, so that only what was given up is said. */
  function breaks(
    relaxation: Relaxation,
    span: Interval,
    without: readonly string[],
    moves: readonly Block[],
  ): boolean {
    const only = (kept: Relaxation) => new Set(RELAXATIONS.filter((one) => one !== kept))
    if (relaxation === 'optional') return without.length > 0
    if (relaxation === 'movable') return moves.length > 0
    if (relaxation === 'part' || relaxation === 'bounds') {
      return !fitsIn(insideParts(daysIn(search.zone), search, only(relaxation)), span)
    }
    return seats.some(
      (seat) =>
        (seat.required || !without.includes(seat.name)) &&
        !fitsIn(openTimes(seat, daysFor(seat), search, only(relaxation)), span),
    )
  }

  /** Minutes between two times on the clock of whoever asks, whatever their days. */
  function clockDistance(aMs: number, bMs: number): number {
    const minute = (ms: number): number => {
      const day = dayAt(daysIn(search.zone), ms)
      return day ? minuteOf(day, ms) : 0
    }
    return Math.abs(minute(aMs) - minute(bMs))
  }

  function best(found: readonly number[], relaxed: ReadonlySet<Relaxation>, count: number): Slot[] {
    const rated = found
      .map((startMs) => ({
        startMs,
        points: pointsOf(whyOf({ startMs, endMs: startMs + search.lengthMs }, ranked, search)),
      }))
      .sort((a, b) => b.points - a.points || a.startMs - b.startMs)
    const taken: Interval[] = []
    const perDay = new Map<number, number>()
    const dayOf = (ms: number): number => daysIn(search.zone).findIndex(({ endMs }) => ms < endMs)
    const most = rated[0]?.points ?? 0
    const take = (limits: (typeof SPREAD)[number]): void => {
      for (const { startMs, points } of rated) {
        if (taken.length >= count || points < most - limits.withinPoints) return
        const span = { startMs, endMs: startMs + search.lengthMs }
        const day = dayOf(startMs)
        if ((perDay.get(day) ?? 0) >= limits.perDay || taken.some((one) => overlaps(one, span))) continue
        if (taken.some((one) => clockDistance(one.startMs, startMs) < limits.apartMinutes)) continue
        perDay.set(day, (perDay.get(day) ?? 0) + 1)
        taken.push(span)
      }
    }
    for (const limits of SPREAD) take(limits)
    return taken.map(({ startMs }) => slotAt(startMs, relaxed))
  }

  return { starts, slotAt, best }
}

const fitsIn = (open: readonly Interval[], span: Interval): boolean =>
  intersect(open, [span]).some(({ startMs, endMs }) => startMs === span.startMs && endMs === span.endMs)

function applies(relaxation: Relaxation, search: SlotSearch, seats: readonly Seat[]): boolean {
  if (relaxation === 'optional') return seats.some((seat) => !seat.required)
  if (relaxation === 'part') return search.part !== null
  if (relaxation === 'bounds') return search.bounds !== null
  if (relaxation === 'buffers') return search.bufferBeforeMs + search.bufferAfterMs > 0
  if (relaxation === 'low_energy') return search.energy === 'high'
  return seats.some((seat) => seat.busy.firm.some(search.movable))
}
