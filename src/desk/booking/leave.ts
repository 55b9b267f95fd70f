import { SECOND_MS } from '#kernel/units.ts'
import type { Booking } from '#store/bookings/bookings.ts'
import { settled } from '../views/settled.ts'
import { giveUp } from './choose.ts'
import { type BookingParts, CHANNEL, conversationOf, senderOf } from './parts.ts'
import { cancelId, handedOn, type Standing, standingOf } from './standing.ts'

const PATIENCE_MS = 4 * SECOND_MS

/**
 * A visitor takes their booking back. What is held is free at once, and so is what waits for the host; a meeting that stands in
 * the calendar is called off as the policy has it for anybody outside. Asked twice it is asked once.
 */
export async function leave(parts: BookingParts, secret: string): Promise<void> {
  const { context } = parts.desk
  const standing = await standingOf(parts, secret)
  if (!standing?.canLeave) return
  const { booking } = standing
  if (standing.state === 'held' || standing.state === 'mailed') {
    await context.sql.write(() => giveUp(booking, context.clock.nowMs()))
    return
  }
  const event = await (standing.state === 'requested' ? withdrawal(parts, booking) : cancellation(parts, standing))
  if (!event) return
  const { seq } = await parts.desk.receiveFromPage({
    channel: CHANNEL,
    conversation: conversationOf(booking),
    atMs: context.clock.nowMs(),
    ...event,
  })
  await settled(context, parts.hub, seq, PATIENCE_MS)
}

async function withdrawal({ desk }: BookingParts, booking: Booking) {
  const { flag, task } = await handedOn(desk.context, booking.task)
  if (flag?.state !== 'open' || !task) return null
  const { name, email } = task.task.principal
  return {
    id: `${booking.id}-withdraw`,
    kind: 'decision' as const,
    from: { ...senderOf(booking), ...(name && { name }), ...(email && { email }) },
    decision: { flag: flag.id, verb: 'decline' as const, note: 'the visitor took it back' },
  }
}

async function cancellation({ desk, openings }: BookingParts, { booking, state }: Standing) {
  if (state !== 'booked') return null
  const { action, task } = await handedOn(desk.context, booking.task)
  const event = action?.record ? await desk.context.calendar.get(action.record) : null
  if (!event || !task) return null
  const { name, email, assurance } = task.task.principal
  return {
    id: cancelId(booking, event),
    kind: 'message' as const,
    from: { ...senderOf(booking), ...(name && { name }), ...(email && { email }), assurance },
    job: openings.cancellation(event.id),
  }
}
