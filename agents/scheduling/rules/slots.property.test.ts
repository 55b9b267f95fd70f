import fc from 'fast-check'
import { DateTime } from 'luxon'
import { expect, test } from 'vitest'
import { MINUTE_MS } from '#kernel/units.ts'
import { ISO_WEEKDAYS, type WeekWindows, type Window, weekOf } from '#policy/spans.ts'
import type { Block } from './busy.ts'
import { policy } from './facts.fixture.ts'
import { at, search, seat } from './fixture.ts'
import type { Protected } from './search.ts'
import type { Seat } from './seat.ts'
import { findSlots, firstSlots, type Slot } from './slots.ts'
import { type TravelPolicy, waysTo } from './travel.ts'

/*
 * Every slot that is offered is looked at again here, quarter by quarter of an hour (all windows keep to quarters) and as plainly as it can be said, without any of the
 * code that found it.
 */

/** Mondays of weeks in which clocks change, or in which there is something to celebrate. */
const WEEKS = [
  '2026-03-02',
  '2026-03-23',
  '2026-04-01',
  '2026-10-19',
  '2026-10-26',
  '2026-11-23',
  '2026-12-21',
  '2026-12-28',
]
const ZONES = ['Europe/London', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'UTC']
const HOLIDAYS: Record<string, readonly string[]> = {
  'GB-ENG': ['2026-04-03', '2026-04-06', '2026-12-25', '2026-12-26', '2026-12-28', '2027-01-01'],
  US: ['2026-11-26', '2026-12-25', '2027-01-01'],
  'DE-BE': ['2026-03-08', '2026-04-03', '2026-04-06', '2026-12-25', '2026-12-26', '2027-01-01'],
}
const PLACES = ['Alpha House', 'Beta Hall']
const WAY_MINUTES: Record<string, number> = { 'Alpha House': 20, 'Beta Hall': 50 }

const minuteOfDay = (from: number, to: number) =>
  fc.integer({ min: from / 15, max: to / 15 }).map((quarter) => quarter * 15)
const windowIn = (from: number, to: number): fc.Arbitrary<Window> =>
  fc
    .tuple(minuteOfDay(from, to - 60), minuteOfDay(60, 240))
    .map(([fromMinute, length]) => ({ fromMinute, toMinute: Math.min(to, fromMinute + length) }))
const weekWith = (window: fc.Arbitrary<Window>): fc.Arbitrary<WeekWindows> =>
  fc
    .tuple(fc.uniqueArray(fc.constantFrom(...ISO_WEEKDAYS), { minLength: 1 }), window)
    .map(([days, one]) => weekOf([{ days, window: one }]))

const travels: fc.Arbitrary<TravelPolicy> = fc.record({
  mode: fc.constantFrom('fixed' as const, 'matrix' as const),
  defaultMs: fc.constantFrom(0, 30 * MINUTE_MS),
  marginMs: fc.constantFrom(0, 5 * MINUTE_MS),
  airportMarginMs: fc.constant(0),
  flightMs: fc.constant(0),
  base: fc.constant('Base'),
  placesMs: fc.constant({
    Base: Object.fromEntries(PLACES.map((place) => [place, (WAY_MINUTES[place] ?? 0) * MINUTE_MS])),
  }),
  aliases: fc.constant({}),
  blocks: fc.constant(true),
  callsOk: fc.boolean(),
})

const blocksFrom = (weekMs: number): fc.Arbitrary<Block[]> =>
  fc
    .array(
      fc.record({
        startMs: fc.integer({ min: -96, max: 96 * 7 }).map((quarter) => weekMs + quarter * 15 * MINUTE_MS),
        minutes: fc.constantFrom(5, 15, 30, 60, 180),
        what: fc.constantFrom('event', 'out_of_office', 'focus', 'travel', 'hold', 'unknown'),
        location: fc.constantFrom(null, null, null, 'Zoom', ...PLACES),
        event: fc.constantFrom('movable', 'fixed'),
      }),
      { maxLength: 14 },
    )
    .map((blocks) =>
      blocks
        .map(({ minutes, startMs, ...rest }): Block => {
          const what = rest.what as Block['what']
          return { ...rest, what, title: null, startMs, endMs: startMs + minutes * MINUTE_MS }
        })
        .sort((a, b) => a.startMs - b.startMs),
    )

const seatsFrom = (weekMs: number): fc.Arbitrary<Seat[]> =>
  fc.array(
    fc
      .record({
        zone: fc.constantFrom(...ZONES),
        away: fc.option(fc.constantFrom(...ZONES), { nil: null, freq: 3 }),
        required: fc.boolean(),
        hours: weekWith(
          fc.record({ fromMinute: minuteOfDay(6 * 60, 10 * 60), toMinute: minuteOfDay(14 * 60, 20 * 60) }),
        ),
        deep: weekWith(windowIn(8 * 60, 18 * 60)),
        low: weekWith(windowIn(8 * 60, 18 * 60)),
        lunch: fc.option(windowIn(11 * 60, 15 * 60), { nil: null }),
        holidays: fc.subarray(Object.keys(HOLIDAYS)),
        maxMeetingsPerDay: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }),
        firm: blocksFrom(weekMs),
      })
      .map(({ away, deep, low, firm, ...rest }) => {
        const date = (days: number) => DateTime.fromMillis(weekMs, { zone: 'UTC' }).plus({ days }).toISODate() ?? ''
        const trips = away && away !== rest.zone ? [{ from: date(1), to: date(4), zone: away }] : []
        // To which date the hours between two zones belong is nobody's to say, so caps are looked at without trips.
        const maxMeetingsPerDay = trips.length > 0 ? null : rest.maxMeetingsPerDay
        return seat('Ann', { ...rest, maxMeetingsPerDay, trips, energy: { deep, high: weekOf([]), low }, firm })
      }),
    { minLength: 1, maxLength: 3 },
  )

const worlds = fc.constantFrom(...WEEKS).chain((monday) => {
  const weekMs = at(`${monday}T00:00:00Z`)
  return fc
    .record({
      seats: seatsFrom(weekMs),
      travel: travels,
      location: fc.constantFrom(null, null, 'Zoom', ...PLACES),
      zone: fc.constantFrom(...ZONES),
      fromMs: fc.integer({ min: 0, max: 48 }).map((quarter) => weekMs + quarter * 15 * MINUTE_MS),
      days: fc.integer({ min: 1, max: 7 }),
      lengthMs: fc.constantFrom(15, 30, 45, 90).map((minutes) => minutes * MINUTE_MS),
      part: fc.option(fc.constant({ fromMinute: 13 * 60, toMinute: 17 * 60 }), { nil: null }),
      bounds: fc.option(fc.constant({ fromMinute: 9 * 60 + 30, toMinute: 18 * 60 }), { nil: null }),
      bufferBeforeMs: fc.constantFrom(0, 10 * MINUTE_MS, 15 * MINUTE_MS),
      bufferAfterMs: fc.constantFrom(0, 10 * MINUTE_MS),
      protect: fc.subarray<Protected>(['deep', 'lunch']),
      energy: fc.constantFrom(null, 'high' as const, 'deep' as const),
      meal: fc.boolean(),
    })
    .map(({ seats, travel, location, days, fromMs, protect, ...rest }) => ({
      seats: seats.map((one, index) => ({ ...one, name: `P${index}`, required: index === 0 || one.required })),
      travel: { ...policy.travel, ...travel },
      location,
      wish: search('2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', {
        ...rest,
        fromMs,
        toMs: fromMs + days * 24 * 60 * MINUTE_MS,
        protect: new Set(protect),
        ways: waysTo(location, { ...policy.travel, ...travel }),
        movable: (block) => block.event === 'movable' && block.what === 'event',
      }),
    }))
})
type World = typeof worlds extends fc.Arbitrary<infer One> ? One : never

const wallAt = (one: Seat, ms: number): DateTime => {
  const trip = one.trips.find(({ from, to, zone }) => {
    const date = DateTime.fromMillis(ms, { zone }).toISODate() ?? ''
    return from <= date && date < to
  })
  return DateTime.fromMillis(ms, { zone: trip?.zone ?? one.zone })
}
const inWindow = (wall: DateTime, windows: readonly Window[]): boolean => {
  const minute = wall.hour * 60 + wall.minute
  return windows.some(({ fromMinute, toMinute }) => fromMinute <= minute && minute < toMinute)
}
const on = (wall: DateTime, week: WeekWindows): readonly Window[] => week[ISO_WEEKDAYS[wall.weekday - 1] ?? 1]

/** Minutes on the way between two locations, worked out from the figures above. */
function wayMinutes(from: string | null, to: string | null, travel: TravelPolicy): number {
  if (travel.callsOk && (from === 'Zoom' || to === 'Zoom')) return 0
  const places = [from, to].map((one) => (one !== null && PLACES.includes(one) ? one : null))
  const [a = null, b = null] = places
  if (a === b) return 0
  const known = travel.mode === 'matrix' && (a === null || b === null) ? WAY_MINUTES[a ?? b ?? ''] : undefined
  const minutes = (known ?? travel.defaultMs / MINUTE_MS) + travel.marginMs / MINUTE_MS
  return Math.ceil(minutes / 5) * 5
}

/** What is wrong with a slot for somebody who must be there; null where nothing is. */
function wrongFor(one: Seat, slot: Slot, { wish, travel, location }: World): string | null {
  const relaxed = new Set(slot.relaxed)
  for (let ms = slot.startMs; ms < slot.endMs; ms += 15 * MINUTE_MS) {
    const wall = wallAt(one, ms)
    if (!inWindow(wall, on(wall, one.hours))) return `${wall.toISO()} is outside their hours`
    if (one.holidays.some((region) => HOLIDAYS[region]?.includes(wall.toISODate() ?? ''))) return 'a holiday'
    if (wish.protect.has('deep') && wish.energy !== 'deep' && inWindow(wall, on(wall, one.energy.deep)))
      return 'deep work'
    if (wish.protect.has('lunch') && !wish.meal && one.lunch && inWindow(wall, [one.lunch])) return 'lunch'
    if (wish.energy === 'high' && !relaxed.has('low_energy') && inWindow(wall, on(wall, one.energy.low)))
      return 'low energy'
  }
  const share = relaxed.has('buffers') ? 0.5 : 1
  for (const block of one.busy.firm) {
    if (relaxed.has('movable') && wish.movable(block)) continue
    if (block.startMs < slot.endMs && slot.startMs < block.endMs) return `over ${block.what}`
    const paused = block.what === 'event' || block.what === 'unknown' || block.what === 'travel'
    const before = block.endMs <= slot.startMs
    const gapMs = before ? slot.startMs - block.endMs : block.startMs - slot.endMs
    if (paused && gapMs < (before ? wish.bufferBeforeMs : wish.bufferAfterMs) * share) return 'no pause'
    const way = before ? wayMinutes(block.location, location, travel) : wayMinutes(location, block.location, travel)
    if (gapMs < way * MINUTE_MS) return `${way} min of travel in ${gapMs / MINUTE_MS} min`
  }
  const day = wallAt(one, slot.startMs).toISODate()
  const load = one.busy.firm.filter(
    ({ what, startMs }) => (what === 'event' || what === 'unknown') && wallAt(one, startMs).toISODate() === day,
  )
  if (one.maxMeetingsPerDay !== null && load.length >= one.maxMeetingsPerDay) return 'more meetings than they want'
  return null
}

/** What is wrong with a slot for whoever asked. */
function wrongWith(slot: Slot, { wish }: World): string | null {
  if (slot.startMs < wish.fromMs || slot.endMs > wish.toMs) return 'outside the window'
  if (slot.endMs - slot.startMs !== wish.lengthMs) return 'another length'
  for (let ms = slot.startMs; ms < slot.endMs; ms += 15 * MINUTE_MS) {
    const wall = DateTime.fromMillis(ms, { zone: wish.zone })
    if (wish.bounds && !slot.relaxed.includes('bounds') && !inWindow(wall, [wish.bounds]))
      return 'outside the clock said'
    if (wish.part && !slot.relaxed.includes('part') && !inWindow(wall, [wish.part]))
      return 'outside the part of the day'
  }
  return null
}

function check(slots: readonly Slot[], world: World): void {
  for (const slot of slots) {
    const shown = DateTime.fromMillis(slot.startMs, { zone: 'UTC' }).toISO()
    expect(wrongWith(slot, world), `${shown}`).toBeNull()
    for (const one of world.seats) {
      const wrong = wrongFor(one, slot, world)
      const left = !one.required && slot.relaxed.includes('optional')
      if (!left) expect(wrong, `${shown} for ${one.name} in ${one.zone}`).toBeNull()
    }
  }
}

test('every offered time keeps every hard constraint that was not given up for it', { timeout: 90_000 }, () => {
  let offered = 0
  fc.assert(
    fc.property(worlds, (world) => {
      const { slots } = findSlots(world.wish, world.seats, 3)
      offered += slots.length
      check(slots, world)
    }),
    { numRuns: 1000 },
  )
  expect(offered, 'the worlds leave times to offer').toBeGreaterThan(300)
})

test('the earliest times give nothing up', { timeout: 90_000 }, () => {
  fc.assert(
    fc.property(worlds, (world) => {
      const slots = firstSlots(world.wish, world.seats, 3)
      for (const slot of slots) expect(slot.relaxed).toEqual([])
      check(slots, world)
    }),
    { numRuns: 300 },
  )
})
