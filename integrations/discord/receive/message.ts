import { MessageType } from 'discord.js'
import type { InboundDraft } from '#kernel/inbound.ts'
import { alone, bornMs } from '../place.ts'
import { LEFT_ALONE, type Wiring } from '../wiring.ts'
import type { Message } from './bodies.ts'
import { isToAnother, wordsOf } from './text.ts'
import { threadOf } from './thread.ts'

/** Kinds of message that people write; everything else is Discord telling of itself. */
const WRITTEN: ReadonlySet<number> = new Set([MessageType.Default, MessageType.Reply])

/**
 * A message as the desk's event, or null where it is not for the desk: of a bot, in a place where nobody spoke to it, or without
 * words, as messages are that the desk may not read.
 * @throws what Discord's client throws
 */
export async function fromMessage(discord: Wiring, message: Message): Promise<InboundDraft | null> {
  const { author, content, guild_id: guild } = message
  if (!author || author.id === discord.bot) return null
  const isNamed = message.mentions.some(({ id }) => id === discord.bot)
  if (author.bot || message.webhook_id) {
    if (isNamed || !guild) discord.kit.log.info({ reason: 'bot' }, LEFT_ALONE)
    return null
  }
  if (!WRITTEN.has(message.type) || content.trim() === '') return null
  if (!guild) discord.directory.noteDirect(author.id, message.channel_id)
  const there = guild ? await heardIn(discord, message, guild, isNamed) : alone(author.id)
  if (there === null) return null
  const from = discord.directory.senderOf(author)
  const isOverheard = guild && from.kind === 'member' && (await discord.places.of(message.channel_id)).others.length > 0
  return {
    id: `${message.channel_id}:${message.id}`,
    channel: 'discord',
    account: discord.app,
    // Where others read along, a colleague is answered alone.
    conversation: isOverheard ? alone(author.id) : there,
    kind: 'message',
    from,
    text: wordsOf(content, discord.bot, message.mentions, (user) => discord.directory.calledIn(user)),
    addressed: !guild || isNamed,
    atMs: bornMs(message.id),
  }
}

/**
 * The conversation in which something is said on a server, or null where it is not for the desk. What is said to it in a channel
 * begins a thread; in one it takes part in, it need not be named, and words to somebody else by name are not for it.
 */
async function heardIn(discord: Wiring, message: Message, guild: string, isNamed: boolean): Promise<string | null> {
  const { conversation, isBegun } = await threadOf(discord, guild, message.channel_id, message.id)
  if (isNamed) return conversation
  if (!isBegun || isToAnother(message.content, discord.bot)) return null
  return (await discord.desk.takesPart(conversation)) ? conversation : null
}

/** An edited text; a link that Discord drew a picture of is none. */
export async function fromEdit(discord: Wiring, message: Message): Promise<InboundDraft | null> {
  if (!message.edited_timestamp) return null
  const draft = await fromMessage(discord, message)
  return draft && { ...draft, id: `${draft.id}:${message.edited_timestamp}`, replaces: draft.id }
}
