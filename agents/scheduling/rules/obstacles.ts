import { type Block, spanOf } from './busy.ts'
import { dayIn, spanOn, windowsOn } from './days.ts'
import { type Facts, isMember, type SchedulingPolicy } from './facts.ts'
import { holidayOf, hoursOn } from './hours.ts'
import { type Interval, overlaps } from './interval.ts'
import type { Seat } from './seat.ts'

/** Why a stated time does not simply work for somebody. */
export interface Obstacle {
  readonly seat: Seat
  readonly mine: boolean
  readonly what: 'busy' | 'holiday' | 'hours' | 'protected' | 'unreadable'
  /** What is there already, where `what` is busy. */
  readonly block: Block | null
  /** Name of the public holiday, where `what` is holiday. */
  readonly holiday?: string
}

/**
 * What stands against a stated time. The asker's own working hours and protected time stand against nothing: they said so
 * themself; a public holiday is easily overlooked, so it does. Tentative things stand against nothing.
 * @param ignore ids of events that make way (the one that is moved: it may stay on the holiday it is on)
 */
export function obstaclesTo(
  span: Interval,
  seats: readonly Seat[],
  facts: Facts,
  policy: SchedulingPolicy,
  ignore: readonly string[] = [],
): Obstacle[] {
  const moved = facts.events.filter((event) => ignore.includes(event.id))
  return seats.flatMap((seat): Obstacle[] => {
    const mine = isMember(facts) && seat.address === facts.me
    if (!seat.required) return []
    if (!seat.busy.readable) return mine ? [] : [{ seat, mine, what: 'unreadable', block: null }]
    const block = seat.busy.firm.find(
      (one) => overlaps(one, span) && !(one.event !== null && ignore.includes(one.event)),
    )
    if (block) return [{ seat, mine, what: 'busy', block }]
    const day = dayIn(seat.zone, span.startMs)
    const holiday = holidayOf(seat, day)
    if (holiday !== null && !moved.some((event) => overlaps(spanOf(event), day)))
      return [{ seat, mine, what: 'holiday', block: null, holiday }]
    if (mine) return []
    if (!worksAt(seat, span)) return [{ seat, mine, what: 'hours', block: null }]
    return isProtected(seat, span, policy) ? [{ seat, mine, what: 'protected', block: null }] : []
  })
}

/** Whether the whole span lies in somebody's working hours, on their own wall. */
export function worksAt(seat: Seat, span: Interval): boolean {
  const day = dayIn(seat.zone, span.startMs)
  return hoursOn(seat, day).some((window) => {
    const hours = spanOn(day, window)
    return hours.startMs <= span.startMs && span.endMs <= hours.endMs
  })
}

function isProtected(seat: Seat, span: Interval, policy: SchedulingPolicy): boolean {
  const day = dayIn(seat.zone, span.startMs)
  const inDeep =
    policy.protect.includes('deep') &&
    windowsOn(day, seat.energy.deep).some((window) => overlaps(spanOn(day, window), span))
  const inLunch = policy.protect.includes('lunch') && seat.lunch !== null && overlaps(spanOn(day, seat.lunch), span)
  return inDeep || inLunch
}
