import { DAY_MS } from '#kernel/units.ts'
import { type Block, spanOf } from './busy.ts'
import { spanOn, windowsOn } from './days.ts'
import { type Facts, isMember, type SchedulingPolicy } from './facts.ts'
import { holidayOf, hoursOn } from './hours.ts'
import { type Interval, overlaps } from './interval.ts'
import type { Seat } from './seat.ts'
import { cityOfZone, NO_WAYS, type Ways } from './travel.ts'
import { dayOf, halvesOf, zoneAt } from './whereabouts.ts'

/** Why a stated time does not simply work for somebody. */
export interface Obstacle {
  readonly seat: Seat
  readonly mine: boolean
  readonly what: 'busy' | 'travel' | 'holiday' | 'hours' | 'protected' | 'unreadable'
  /** What is there already, where `what` is busy; what the way leads from or to, where it is travel. */
  readonly block: Block | null
  /** Name of the public holiday, where `what` is holiday. */
  readonly holiday?: string
  /** The way that does not fit in; `far` where the block keeps them in another city that half of the day. */
  readonly way?: { readonly side: 'before' | 'after' | 'far'; readonly needMs: number; readonly place: string | null }
}

/** What is known of the event that goes to the stated time. */
interface Going {
  /** Ids of events that make way: the one that is moved (it may stay on the holiday it is on). */
  readonly ignore?: readonly string[]
  readonly ways?: Ways
  /** It is a meal: lunch time is where it belongs. */
  readonly meal?: boolean
}

/**
 * What stands against a stated time. The asker's own working hours and protected time stand against nothing: they said so
 * themself; a public holiday is easily overlooked, so it does. Tentative things stand against nothing.
 */
export function obstaclesTo(
  span: Interval,
  seats: readonly Seat[],
  facts: Facts,
  policy: SchedulingPolicy,
  { ignore = [], ways = NO_WAYS, meal = false }: Going = {},
): Obstacle[] {
  const moved = facts.events.filter((event) => ignore.includes(event.id))
  return seats.flatMap((seat): Obstacle[] => {
    const mine = isMember(facts) && seat.address === facts.me
    if (!seat.required) return []
    if (!seat.busy.readable) return mine ? [] : [{ seat, mine, what: 'unreadable', block: null }]
    const firm = seat.busy.firm.filter((one) => one.event === null || !ignore.includes(one.event))
    const block = firm.find((one) => overlaps(one, span))
    if (block) return [{ seat, mine, what: 'busy', block }]
    const travel = travelTo(span, seat, firm, ways)
    if (travel) return [{ seat, mine, what: 'travel', ...travel }]
    const day = dayOf(seat, span.startMs)
    const holiday = holidayOf(seat, day)
    if (holiday !== null)
      return moved.some((event) => overlaps(spanOf(event), day))
        ? []
        : [{ seat, mine, what: 'holiday', block: null, holiday }]
    if (mine) return []
    if (!worksAt(seat, span)) return [{ seat, mine, what: 'hours', block: null }]
    return isProtected(seat, span, policy, meal) ? [{ seat, mine, what: 'protected', block: null }] : []
  })
}

/** The first of somebody's other meetings between which and this one they could not get in time. */
function travelTo(
  span: Interval,
  seat: Seat,
  firm: readonly Block[],
  ways: Ways,
): Pick<Required<Obstacle>, 'block' | 'way'> | null {
  for (const block of firm) {
    if (block.endMs + DAY_MS <= span.startMs || block.startMs - DAY_MS >= span.endMs) continue
    const homeCity = cityOfZone(zoneAt(seat, block.startMs))
    if (ways.isFar(block, homeCity) && halvesOf(seat, block).some((half) => overlaps(half, span)))
      return { block, way: { side: 'far', needMs: 0, place: block.location } }
    const before = block.endMs <= span.startMs
    const needMs = before ? ways.toMs(block) : ways.fromMs(block)
    const gapMs = before ? span.startMs - block.endMs : block.startMs - span.endMs
    if (gapMs < needMs) return { block, way: { side: before ? 'before' : 'after', needMs, place: ways.placeOf(block) } }
  }
  return null
}

/** Whether the whole span lies in somebody's working hours, on their own wall. */
export function worksAt(seat: Seat, span: Interval): boolean {
  const day = dayOf(seat, span.startMs)
  return hoursOn(seat, day).some((window) => {
    const hours = spanOn(day, window)
    return hours.startMs <= span.startMs && span.endMs <= hours.endMs
  })
}

function isProtected(seat: Seat, span: Interval, policy: SchedulingPolicy, meal: boolean): boolean {
  const day = dayOf(seat, span.startMs)
  const inDeep =
    policy.protect.includes('deep') &&
    windowsOn(day, seat.energy.deep).some((window) => overlaps(spanOn(day, window), span))
  const inLunch =
    !meal && policy.protect.includes('lunch') && seat.lunch !== null && overlaps(spanOn(day, seat.lunch), span)
  return inDeep || inLunch
}
