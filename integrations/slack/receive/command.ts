import type { InboundDraft } from '#kernel/inbound.ts'
import { conversationOf } from '../place.ts'
import type { Wiring } from '../wiring.ts'
import type { CommandBody, ShortcutBody } from './bodies.ts'
import { tsMs } from './bodies.ts'
import { textOf } from './message.ts'
import { alone } from './shared.ts'

/** The desk's own command; every other one the app has is a verb of its own (`/meet sam 25m`). */
const OWN = '/desk'

/** Said at once where a command was typed among others: they do not see the answer. */
export const ANSWERED_ALONE = 'Got it; the answer comes in our direct messages.'

/** A slash command. It is answered to whoever typed it, alone. */
export async function fromCommand(slack: Wiring, body: CommandBody): Promise<InboundDraft> {
  const words = await textOf(slack, body.text)
  return {
    id: `command:${body.trigger_id}`,
    channel: 'slack',
    account: slack.team,
    conversation: alone(slack, body.user_id),
    kind: 'message',
    from: await slack.directory.senderOf(body.user_id),
    text: words === '' && body.command === OWN ? 'help' : `${body.command} ${words}`.trim(),
    atMs: slack.kit.clock.nowMs(),
  }
}

/** The message shortcut of the manifest. */
export const HAND_OVER = 'hand_to_desk'

/**
 * A message that somebody of the team handed over. Words of an outsider stay theirs, and are answered where they stand; those of a
 * colleague are taken as said by whoever handed them over. Null from outsiders about other people's words.
 */
export async function fromShortcut(
  slack: Wiring,
  { user, channel, message }: ShortcutBody,
): Promise<InboundDraft | null> {
  if (!message.user || message.bot_id) return null
  const author = await slack.directory.senderOf(message.user)
  const handing = await slack.directory.senderOf(user.id)
  if (handing.kind !== 'member' && user.id !== message.user) return null
  const isDirect = channel.id.startsWith('D')
  const isTheirs = author.kind !== 'member'
  const place = isTheirs && !isDirect ? channel.id : isTheirs ? message.user : user.id
  const thread = isTheirs && !isDirect ? (message.thread_ts ?? message.ts) : null
  return {
    id: isTheirs ? `${channel.id}:${message.ts}` : `handed:${channel.id}:${message.ts}`,
    channel: 'slack',
    account: slack.team,
    conversation: conversationOf({ team: slack.team, place, thread }),
    kind: 'message',
    from: isTheirs ? author : handing,
    text: await textOf(slack, message.text),
    atMs: tsMs(message.ts),
  }
}
