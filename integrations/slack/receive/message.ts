import type { InboundDraft } from '#kernel/inbound.ts'
import { conversationOf } from '../place.ts'
import { LEFT_ALONE, type Wiring } from '../wiring.ts'
import { type EventBody, type SlackEvent, tsMs } from './bodies.ts'
import { alone } from './shared.ts'
import { mentionsIn, wordsOf } from './text.ts'

/** Kinds of message that people write; everything else is Slack telling of itself. */
const WRITTEN: ReadonlySet<string | undefined> = new Set([undefined, 'thread_broadcast', 'file_share'])

/**
 * A message as the desk's event, or null where it is not for the desk: of a bot, in a place where nobody spoke to it. A message has
 * one id however it arrives (as a mention, as a message, again).
 * @throws DeskError INTEGRATION_DOWN, RATE_LIMITED
 */
export async function fromMessage(slack: Wiring, body: EventBody): Promise<InboundDraft | null> {
  const { event } = body
  if (event.subtype === 'message_changed') return fromEdit(slack, body)
  if (event.subtype === 'message_deleted') return fromDeletion(slack, body)
  const said = { user: event.user, text: event.text ?? '', ts: event.ts ?? '', thread_ts: event.thread_ts }
  // Bots of an older kind are nobody, and say so by the kind of their message.
  if (event.bot_id || event.subtype === 'bot_message') return leaveBot(slack, body, said)
  if (!WRITTEN.has(event.subtype) || !said.ts) return null
  return draftOf(slack, body, said)
}

type Said = NonNullable<SlackEvent['message']>

/**
 * What a bot says to the desk is left alone, with one line in the log: of a mention, which comes as a message too, that one. What it
 * says to others, and what the desk says itself, is no news.
 */
function leaveBot(slack: Wiring, { event }: EventBody, { user, text }: Said): null {
  const isToDesk = isSaidAlone(event) || mentionsIn(text).includes(slack.bot)
  if (isToDesk && event.type === 'message' && user !== slack.bot) slack.kit.log.info({ reason: 'bot' }, LEFT_ALONE)
  return null
}

/** An edited text; a link that Slack drew a picture of is none. */
async function fromEdit(slack: Wiring, body: EventBody): Promise<InboundDraft | null> {
  const { message, previous_message: before } = body.event
  if (!message || (before && message.text === before.text)) return null
  if (message.bot_id) return leaveBot(slack, body, message)
  const draft = await draftOf(slack, body, message)
  return draft && { ...draft, id: `${draft.id}:${body.event_id}`, replaces: draft.id }
}

async function fromDeletion(slack: Wiring, body: EventBody): Promise<InboundDraft | null> {
  const { previous_message: before, deleted_ts } = body.event
  if (!before || before.bot_id || !deleted_ts) return null
  const draft = await draftOf(slack, body, { ...before, ts: deleted_ts })
  return draft && { ...draft, id: `${draft.id}:${body.event_id}`, text: '', replaces: draft.id }
}

async function draftOf(slack: Wiring, body: EventBody, said: Said): Promise<InboundDraft | null> {
  const { channel = '', type } = body.event
  const { user } = said
  if (!user || user === slack.bot || !channel) return null
  const isDirect = isSaidAlone(body.event)
  const mentions = mentionsIn(said.text)
  const isMentioned = type === 'app_mention' || mentions.includes(slack.bot)
  const thread = said.thread_ts ?? (isDirect ? null : said.ts)
  const there = conversationOf({ team: slack.team, place: isDirect ? user : channel, thread })
  if (!isDirect && !isMentioned) {
    // In a thread the desk takes part in, words to somebody else by name are not for it.
    if (!said.thread_ts || /^\s*<@/.test(said.text) || !(await slack.desk.takesPart(there))) return null
  }
  const from = await slack.directory.senderOf(user)
  const isOverheard = body.is_ext_shared_channel && from.kind === 'member' && !isDirect
  return {
    id: `${channel}:${said.ts}`,
    channel: 'slack',
    account: slack.team,
    // Where people of other companies read along, a colleague is answered alone.
    conversation: isOverheard ? alone(slack, user) : there,
    kind: 'message',
    from,
    text: await textOf(slack, said.text, mentions),
    addressed: isDirect || isMentioned,
    atMs: tsMs(said.ts),
  }
}

/** It is said to the desk alone. */
const isSaidAlone = ({ channel, channel_type }: SlackEvent): boolean =>
  channel_type === 'im' || channel?.startsWith('D') === true

/** Words without Slack's marks. */
export async function textOf(slack: Wiring, text: string, mentions = mentionsIn(text)): Promise<string> {
  const names = new Map<string, string>()
  for (const user of mentions) if (user !== slack.bot) names.set(user, await slack.directory.nameOf(user))
  return wordsOf(text, slack.bot, names)
}
