import { toMs } from '#kernel/time.ts'
import { DAY_MS, SECOND_MS } from '#kernel/units.ts'
import { isOptedOut } from '#store/opt-outs.ts'
import {
  dueMessages,
  isOutcome,
  isReply,
  markSent,
  markUnsent,
  nextSendMs,
  type OutboxRow,
  sendLater,
} from '#store/outbox/outbox.ts'
import { takenOver } from '#store/taken-over.ts'
import type { DeskContext } from '../context.ts'
import { faultFields } from '../watch/fault-fields.ts'

const FIRST_WAIT_MS = 2 * SECOND_MS
const LONGEST_WAIT_MS = 300 * SECOND_MS
/** A message that could not be sent for a day is no news any more. */
const GIVE_UP_AFTER_MS = DAY_MS
const PAGE = 50

/** Sends what is due, oldest first, each with its key; what fails is tried again later, and longer each time. */
export async function deliverDue(desk: DeskContext): Promise<void> {
  for (;;) {
    const due = await desk.sql.read(() => dueMessages(desk.clock.nowMs(), PAGE))
    for (const message of due) await deliverOne(desk, message)
    if (due.length < PAGE) return
  }
}

/** When the next message waits to be sent, or null. */
export const nextDelivery = (desk: DeskContext): Promise<number | null> => desk.sql.read(nextSendMs)

async function deliverOne(desk: DeskContext, row: OutboxRow): Promise<void> {
  const channel = desk.channels.get(row.channel)
  if (!channel) {
    await desk.sql.write(() => sendLater(row.id, row.attempts, 0, true), { lazy: true })
    return
  }
  if ((await isOutdated(desk, row)) || (await isUnwanted(desk, row))) {
    await desk.sql.write(() => sendLater(row.id, row.attempts, 0, true), { lazy: true })
    return
  }
  const heldMs = await heldUntilMs(desk, row)
  if (heldMs !== null) {
    await desk.sql.write(() => sendLater(row.id, row.attempts, heldMs, false), { lazy: true })
    return
  }
  try {
    const sent = await channel.send({
      key: row.key,
      conversation: row.conversation,
      to: row.to,
      message: row.message,
    })
    desk.trip.reach('after-outbox-send')
    await desk.sql.write(
      () => ('unsent' in sent ? markUnsent(row.id, sent.unsent) : markSent(row.id, sent.providerId)),
      { lazy: true },
    )
    desk.changed({ topic: 'conversation', id: row.conversation })
  } catch (error) {
    const nowMs = desk.clock.nowMs()
    const attempts = row.attempts + 1
    const waitMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** row.attempts)
    desk.log.warn({ channel: row.channel, attempts, ...faultFields(error) }, 'a message could not be sent yet')
    await desk.sql.write(() => sendLater(row.id, attempts, nowMs + waitMs, nowMs - row.createdMs > GIVE_UP_AFTER_MS))
  }
}

/** Somebody asked for silence: they get answers, and nothing that they did not ask for. */
const isUnwanted = async (desk: DeskContext, row: OutboxRow): Promise<boolean> =>
  !isReply(row) && desk.sql.read(() => isOptedOut(row))

/** Where a member has taken over, nothing of the desk's own accord is said to the outside: it waits until they give it back. */
async function heldUntilMs(desk: DeskContext, row: OutboxRow): Promise<number | null> {
  if (row.to.length > 0 || isReply(row) || isOutcome(row)) return null
  return (await desk.sql.read(() => takenOver(row.conversation, desk.clock.nowMs())))?.untilMs ?? null
}

/** A reminder of a meeting that was moved, called off or has begun while the message waited to be sent. */
async function isOutdated(desk: DeskContext, { message }: OutboxRow): Promise<boolean> {
  if (message.type !== 'reply' && message.type !== 'notice') return false
  const { meeting } = message
  if (!meeting) return false
  const event = await desk.calendar.get(meeting.event)
  if (event === null || event.status === 'cancelled' || event.start !== meeting.start) return true
  return toMs(event.start) <= desk.clock.nowMs()
}
