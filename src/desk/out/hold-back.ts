import { toMs } from '#kernel/time.ts'
import { flagById } from '#store/flags/flag-rows.ts'
import { isOptedOut } from '#store/opt-outs.ts'
import { isOutcome, isReply, type OutboxRow } from '#store/outbox/outbox.ts'
import { takenOver } from '#store/taken-over.ts'
import type { DeskContext } from '../context.ts'

/** Whether a message is not to be sent any more: nobody wants it, or what it says is no longer so. */
export const isVoid = async (desk: DeskContext, row: OutboxRow): Promise<boolean> =>
  (await isOutdated(desk, row)) || (await isUnwanted(desk, row))

/** Somebody asked for silence: they get answers, and nothing that they did not ask for. */
const isUnwanted = async (desk: DeskContext, row: OutboxRow): Promise<boolean> =>
  !isReply(row) && desk.sql.read(() => isOptedOut(row))

/** Where a member has taken over, nothing of the desk's own accord is said to the outside: it waits until they give it back. */
export async function heldUntilMs(desk: DeskContext, row: OutboxRow): Promise<number | null> {
  if (row.to.length > 0 || isReply(row) || isOutcome(row)) return null
  return (await desk.sql.read(() => takenOver(row.conversation, desk.clock.nowMs())))?.untilMs ?? null
}

/** A card that was decided, or a reminder of a meeting that was moved, called off or has begun, while it waited to be sent. */
async function isOutdated(desk: DeskContext, { message }: OutboxRow): Promise<boolean> {
  if (message.type === 'card') {
    const flag = await desk.sql.read(() => flagById(message.card.flag))
    return flag !== undefined && flag.state !== 'open'
  }
  if (message.type === 'card_closed') return false
  const { meeting } = message
  if (!meeting) return false
  const event = await desk.calendar.get(meeting.event)
  if (event === null || event.status === 'cancelled' || event.start !== meeting.start) return true
  return toMs(event.start) <= desk.clock.nowMs()
}
