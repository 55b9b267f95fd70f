import { quoted } from '#kernel/display.ts'
import type { CalendarEvent } from '#kernel/event.ts'
import type { Proposed } from '#kernel/ruling.ts'
import { toIso } from '#kernel/time.ts'
import { WEEK_MS } from '#kernel/units.ts'
import { sayAt, sayClock, sayDay } from '../say.ts'
import { type Block, sitsAt, spanOf } from './busy.ts'
import { dayIn } from './days.ts'
import type { Facts, SchedulingPolicy } from './facts.ts'
import { type Interval, overlaps } from './interval.ts'
import { reachOf } from './openings.ts'
import type { Relaxation, SlotSearch } from './search.ts'
import type { Seat } from './seat.ts'
import { findSlots } from './slots.ts'
import { waysTo } from './travel.ts'

/** A meeting of the team that gives way, and where it goes. */
export interface Giving {
  readonly event: CalendarEvent
  readonly to: Interval
}

const PAUSES_HALVED = new Set<Relaxation>(['buffers'])

/**
 * The movable meetings that stand in a span for those who must be there, or too near to it; null where something else stands
 * there too. Pauses are halved before anything is asked to give way.
 */
export function inTheWay(span: Interval, seats: readonly Seat[], search: SlotSearch): Block[] | null {
  const firm = seats.filter((seat) => seat.required).flatMap((seat) => seat.busy.firm)
  if (firm.some((block) => !search.movable(block) && overlaps(block, span))) return null
  return firm.filter((block) => search.movable(block) && overlaps(reachOf(block, search, PAUSES_HALVED), span))
}

/**
 * Where the meetings that stand in a span would go: each to the best time of its day, else of the week after it, that suits
 * everybody at it and meets nothing else. Null where one of them has nowhere to go, or somebody at it cannot be seen.
 */
export function makeWay(
  span: Interval,
  blocks: readonly Block[],
  search: SlotSearch,
  facts: Facts,
  policy: SchedulingPolicy,
): Giving[] | null {
  const given: Giving[] = []
  const ids = [...new Set(blocks.map((block) => block.event))]
  for (const id of ids) {
    const event = facts.events.find((one) => one.id === id)
    const to = event && newTime(event, [span, ...given.map((one) => one.to)], ids, search, facts, policy)
    if (!event || !to) return null
    given.push({ event, to })
  }
  return given
}

function newTime(
  event: CalendarEvent,
  taken: readonly Interval[],
  leaving: readonly (string | null)[],
  search: SlotSearch,
  facts: Facts,
  policy: SchedulingPolicy,
): Interval | null {
  const table = [event.organizer, ...event.attendees.map((one) => one.address)]
  const known = new Map([...facts.aside, ...facts.seats].map((seat) => [seat.address, seat]))
  const seats = [...new Set(table)].map((address) => known.get(address))
  if (!seats.every((seat) => seat?.busy.readable === true)) return null
  const { startMs, endMs } = spanOf(event)
  const held = taken.map(({ startMs: fromMs, endMs: toMs }): Block => {
    return { startMs: fromMs, endMs: toMs, what: 'event', title: null, event: null, location: null }
  })
  const around: SlotSearch = {
    ...search,
    fromMs: Math.max(facts.nowMs, startMs - (startMs % search.stepMs)),
    toMs: dayIn(search.zone, startMs).endMs,
    lengthMs: endMs - startMs,
    part: null,
    bounds: null,
    energy: null,
    external: false,
    meal: false,
    soon: true,
    ways: waysTo(event.location, policy.travel),
    movable: () => false,
  }
  const free = seats.flatMap((seat) => (seat ? [without(seat, leaving, held)] : []))
  for (const toMs of [around.toMs, startMs + WEEK_MS]) {
    const [best] = findSlots({ ...around, toMs }, free, 1).slots
    if (best && best.relaxed.length === 0) return { startMs: best.startMs, endMs: best.endMs }
  }
  return null
}

/** A seat without the meetings that leave, and with what is taken instead. */
function without(seat: Seat, leaving: readonly (string | null)[], held: readonly Block[]): Seat {
  const firm = [...seat.busy.firm.filter((block) => block.event === null || !leaving.includes(block.event)), ...held]
  return { ...seat, busy: { ...seat.busy, firm: firm.sort((a, b) => a.startMs - b.startMs) } }
}

/** The moves that clear a span, to be done before anything is put there. */
export const givingActions = (given: readonly Giving[], title: string): Proposed[] =>
  given.map(({ event, to }) => ({
    kind: 'calendar.move',
    args: { id: event.id, version: event.version, start: toIso(to.startMs), end: toIso(to.endMs), overlap: false },
    because: `it gives way to ${quoted(title)}; the policy lets meetings of its type move`,
  }))

/** `moves "1:1 Sam" to 15:30` */
export const sayGiving = (given: readonly Giving[], facts: Facts): string =>
  given
    .map(({ event, to }) => {
      const sameDay = sayDay(spanOf(event).startMs, facts) === sayDay(to.startMs, facts)
      return `moves ${quoted(event.title)} to ${sameDay ? sayClock(to.startMs, facts.zone) : sayAt(to.startMs, facts.zone, facts)}`
    })
    .join(', ')

/** Members at the movable meetings of these people, who are not at the table themselves. */
export const asideOf = (events: readonly CalendarEvent[], addresses: readonly string[]): string[] => [
  ...new Set(
    events
      .filter((event) => addresses.some((address) => sitsAt(event, address)))
      .flatMap((event) => [event.organizer, ...event.attendees.map((one) => one.address)])
      .filter((address) => !addresses.includes(address)),
  ),
]
