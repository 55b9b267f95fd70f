import { conversationOf } from '../place.ts'
import type { Wiring } from '../wiring.ts'

/**
 * The conversation about something said on a server: the thread it is said in, or else the one that hangs on it.
 * @returns `isBegun`: it is said in a thread
 * @throws what Discord's client throws
 */
export async function threadOf(
  { places }: Pick<Wiring, 'places'>,
  guild: string,
  channel: string,
  message: string | null,
): Promise<{ conversation: string; isBegun: boolean }> {
  const { parent } = await places.of(channel)
  if (parent === null)
    return { conversation: conversationOf({ guild, place: channel, thread: message }), isBegun: false }
  return { conversation: conversationOf({ guild, place: parent, thread: channel }), isBegun: true }
}
