import { DAY_MS, SECOND_MS } from '#kernel/units.ts'
import { dueMessages, markSent, nextSendMs, type OutboxRow, sendLater } from '#store/outbox/outbox.ts'
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
  try {
    const { providerId } = await channel.send({
      key: row.key,
      conversation: row.conversation,
      to: row.to,
      message: row.message,
    })
    desk.trip.reach('after-outbox-send')
    await desk.sql.write(() => markSent(row.id, providerId), { lazy: true })
    desk.changed({ topic: 'conversation', id: row.conversation })
  } catch (error) {
    const nowMs = desk.clock.nowMs()
    const attempts = row.attempts + 1
    const waitMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** row.attempts)
    desk.log.warn({ channel: row.channel, attempts, ...faultFields(error) }, 'a message could not be sent yet')
    await desk.sql.write(() => sendLater(row.id, attempts, nowMs + waitMs, nowMs - row.createdMs > GIVE_UP_AFTER_MS))
  }
}
