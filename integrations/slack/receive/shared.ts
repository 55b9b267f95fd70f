import { conversationOf } from '../place.ts'
import type { Wiring } from '../wiring.ts'
import type { EventBody } from './bodies.ts'

const nameOf = (channel: string): string => `shared:${channel}`

/**
 * Notes whether people of other companies read a channel (Slack Connect): every event of it says so, a press of a button in it does
 * not, and comes perhaps to another process.
 */
export async function noteShared(
  { desk }: Pick<Wiring, 'desk'>,
  { event: { channel }, is_ext_shared_channel: isShared }: EventBody,
): Promise<void> {
  if (!channel || isShared === (await isSharedChannel({ desk }, channel))) return
  await desk.keep(nameOf(channel), isShared ? 'yes' : null)
}

/** Whether people of other companies read a channel, as it was told last. */
export const isSharedChannel = async ({ desk }: Pick<Wiring, 'desk'>, channel: string): Promise<boolean> =>
  (await desk.kept(nameOf(channel))) !== null

/** The conversation with somebody alone. */
export const alone = ({ team }: Pick<Wiring, 'team'>, user: string): string =>
  conversationOf({ team, place: user, thread: null })
