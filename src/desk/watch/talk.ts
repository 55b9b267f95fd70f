import type { Contact } from '#kernel/contact.ts'
import { Inbound } from '#kernel/inbound.ts'
import type { Talk } from '#ports/lookups.ts'
import { conversationsWith, saidIn } from '#store/journal/history.ts'
import { isReply, messagesIn } from '#store/outbox/outbox.ts'
import type { DeskContext } from '../context.ts'

/** Messages of each side that are handed back. */
const MOST = 20
/** What is further apart than this was another talk. */
const PAUSE_MS = 12 * 60 * 60 * 1000

/**
 * What was last said with a contact: their newest conversation over a channel, back to the first long silence, both sides,
 * oldest first. Who they are is told by the journal: it names the contact only where the channel vouched for the sender.
 */
export async function lastTalk(
  desk: Pick<DeskContext, 'sql'>,
  contact: Contact,
  channel: string | null,
): Promise<Talk | null> {
  const found = await desk.sql.read(() => conversationsWith(contact.id))
  const last = found.find((one) => channel === null || one.channel === channel)
  if (!last) return null
  const [theirs, ours] = await desk.sql.read(function* () {
    return [yield* saidIn(last.conversation, MOST), yield* messagesIn(last.conversation, MOST)] as const
  })
  const said = [
    ...theirs.flatMap(({ body, atMs }) => {
      const event = Inbound.safeParse(JSON.parse(body))
      return event.success && event.data.from.kind !== 'member'
        ? [{ by: 'them' as const, text: event.data.text, atMs }]
        : []
    }),
    ...ours.flatMap((row) =>
      isReply(row) && 'text' in row.message
        ? [{ by: 'desk' as const, text: row.message.text, atMs: row.createdMs }]
        : [],
    ),
  ].sort((a, b) => a.atMs - b.atMs)
  const begins = said.findLastIndex((one, at) => at > 0 && one.atMs - (said[at - 1]?.atMs ?? one.atMs) > PAUSE_MS)
  return { channel: last.channel, conversation: last.conversation, said: said.slice(Math.max(0, begins)).slice(-MOST) }
}
