import { messageOfKey } from '#store/actions/messages.ts'
import { lastHeard } from '#store/heard.ts'
import type { OutboxRow } from '#store/outbox/outbox.ts'
import { actionKeyOf } from '#store/outbox/updates.ts'
import type { DeskContext } from '../context.ts'
import { awakeMs } from '../watch/reach.ts'
import { placeOf } from './window.ts'

/**
 * From when on a message may go that a member dictated, where it comes out of a wait (for a conversation to be given back, for a
 * provider) in the quiet hours of whoever it is for; now for every other message. Answers go at any hour.
 */
export async function quietUntilMs(desk: DeskContext, row: OutboxRow): Promise<number> {
  const key = actionKeyOf(row)
  if (key === null) return desk.clock.nowMs()
  const { sent, heardMs } = await desk.sql.read(function* () {
    return { sent: yield* messageOfKey(key), heardMs: yield* lastHeard(placeOf(row)) }
  })
  return awakeMs(desk, String(sent?.args.to), heardMs)
}
