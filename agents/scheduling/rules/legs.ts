import type { CalendarEvent } from '#kernel/event.ts'
import type { Proposed } from '#kernel/ruling.ts'
import { toIso } from '#kernel/time.ts'
import { HOUR_MS, MINUTE_MS } from '#kernel/units.ts'
import { sitsAt, spanOf } from './busy.ts'
import { type Facts, isMember, type SchedulingPolicy } from './facts.ts'
import { type Interval, overlaps } from './interval.ts'
import type { Seat } from './seat.ts'
import { type Spot, type Where, wayMs, whereOf } from './travel.ts'
import { zoneAt } from './whereabouts.ts'

/** One way of one person, to a meeting or back from it. */
interface Leg extends Interval {
  readonly seat: Seat
  readonly to: boolean
}

/** Who was at another place this shortly before comes from there; after a longer gap they come from their usual one. */
const STRAIGHT_ON_MS = 2 * HOUR_MS
/** What is left of a way between two other things is no entry of its own below this. */
const SHORTEST_MS = 5 * MINUTE_MS

/**
 * The ways to and from a meeting, for each member at it, as calendar entries. They are worked out anew wherever the meeting
 * goes, and belong to nobody's plans: what stands in the calendar already is never overlapped. Outsiders get none: a
 * member's ways are not theirs to see.
 * @param ignore ids of events that make way
 */
export function bookLegs(
  location: string | null,
  span: Interval,
  facts: Facts,
  policy: SchedulingPolicy,
  ignore: readonly string[] = [],
): Proposed[] {
  const where = whereOf(location, policy.travel)
  if (typeof where === 'string' || !policy.travel.blocks || !isMember(facts)) return []
  return legsOf(where, span, facts, policy, ignore).map((leg) => createLeg(leg, where))
}

/** What marks an entry as the way of a meeting; a journey of its own bears no such words. */
export const LEG = 'On the way to a meeting or back; it goes with it.'

/** The entries of the ways that were made with a meeting: marked, touching it, of people who sit at it. */
export const legsAt = (event: CalendarEvent, facts: Facts): CalendarEvent[] =>
  facts.events.filter(
    (one) => isLeg(one) && sitsAt(event, one.organizer) && (one.end === event.start || one.start === event.end),
  )

/**
 * Ways of other meetings that a meeting at a place makes needless: whoever goes straight on does not go home in between. They
 * are taken out before it, and its own ways lead from and to its neighbours.
 */
export function yieldingLegs(span: Interval, where: Where, facts: Facts, policy: SchedulingPolicy): CalendarEvent[] {
  if (typeof where === 'string' || !policy.travel.blocks || !isMember(facts)) return []
  const reachMs = wayMs('here', where, policy.travel)
  const around = { startMs: span.startMs - reachMs, endMs: span.endMs + reachMs }
  return facts.events.filter(
    (one) => isLeg(one) && facts.seats.some((seat) => seat.address === one.organizer) && overlaps(spanOf(one), around),
  )
}

const isLeg = (event: CalendarEvent): boolean =>
  event.kind === 'travel' &&
  event.madeBy !== null &&
  event.description === LEG &&
  event.status !== 'cancelled' &&
  event.attendees.length === 0

/**
 * The ways of a meeting that goes to another time: kept entries are moved and needless ones taken out before it, so that it
 * does not meet its own way back; missing ones are made after it.
 */
export function moveLegs(event: CalendarEvent, span: Interval, facts: Facts, policy: SchedulingPolicy): Moved {
  const old = legsAt(event, facts)
  const where = whereOf(event.location, policy.travel)
  if (typeof where === 'string' || old.length === 0) return { before: [], after: [] }
  const ids = [event.id, ...old.map((leg) => leg.id)]
  const before: Proposed[] = []
  const after: Proposed[] = []
  const left = new Set(old)
  for (const leg of legsOf(where, span, facts, policy, ids)) {
    const there = old.find((one) => one.organizer === leg.seat.address && (one.end === event.start) === leg.to)
    if (there) before.push(moveLeg(there, leg))
    else after.push(createLeg(leg, where))
    if (there) left.delete(there)
  }
  return { before: [...[...left].map(cancelLeg), ...before], after }
}

/** What is done about the ways before and after the meeting itself is moved. */
interface Moved {
  readonly before: Proposed[]
  readonly after: Proposed[]
}

/** @param own only the ways of these addresses; null for everybody's */
export const cancelLegs = (event: CalendarEvent, facts: Facts, own: readonly string[] | null = null): Proposed[] =>
  legsAt(event, facts)
    .filter((leg) => own === null || own.includes(leg.organizer))
    .map(cancelLeg)

function legsOf(where: Spot, span: Interval, facts: Facts, policy: SchedulingPolicy, ignore: readonly string[]): Leg[] {
  return facts.seats.flatMap((seat): Leg[] => {
    const firm = seat.busy.firm.filter((one) => one.event === null || !ignore.includes(one.event))
    const last = firm.filter((one) => one.endMs <= span.startMs).sort((a, b) => b.endMs - a.endMs)[0]
    const next = firm.find((one) => one.startMs >= span.endMs)
    const near = (one: typeof last, gapMs: number) =>
      one && gapMs < STRAIGHT_ON_MS ? whereOf(one.location, policy.travel) : 'here'
    const from = near(last, span.startMs - (last?.endMs ?? 0))
    const onTo = near(next, (next?.startMs ?? 0) - span.endMs)
    const there = {
      seat,
      to: true,
      startMs: Math.max(span.startMs - wayMs(from, where, policy.travel), last?.endMs ?? 0),
      endMs: span.startMs,
    }
    const back = {
      seat,
      to: false,
      startMs: span.endMs,
      endMs: Math.min(span.endMs + wayMs(where, onTo, policy.travel), next?.startMs ?? Number.POSITIVE_INFINITY),
    }
    return [there, back].filter((leg) => leg.endMs - leg.startMs >= SHORTEST_MS)
  })
}

const createLeg = ({ seat, to, startMs, endMs }: Leg, where: Spot): Proposed => ({
  kind: 'calendar.create',
  args: {
    event: {
      title: `Travel ${to ? 'to' : 'from'} ${where.name}`,
      start: toIso(startMs),
      end: toIso(endMs),
      zone: zoneAt(seat, startMs),
      organizer: seat.address,
      attendees: [],
      location: null,
      description: LEG,
      kind: 'travel',
      shows: 'busy',
      status: 'confirmed',
      recurrence: null,
    },
    overlap: false,
  },
  because: 'the way to a meeting and back takes time (scheduling.travel)',
})

const moveLeg = (there: CalendarEvent, { startMs, endMs }: Leg): Proposed => ({
  kind: 'calendar.move',
  args: { id: there.id, version: there.version, start: toIso(startMs), end: toIso(endMs), overlap: true },
  because: 'it goes with its meeting',
})

export const cancelLeg = (leg: CalendarEvent): Proposed => ({
  kind: 'calendar.cancel',
  args: { id: leg.id, version: leg.version },
  because: 'it goes with its meeting',
})
