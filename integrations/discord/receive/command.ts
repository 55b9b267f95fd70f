import type { InboundDraft } from '#kernel/inbound.ts'
import { alone, bornMs } from '../place.ts'
import type { Wiring } from '../wiring.ts'
import { type Command, type Message, subcommandOf, userOf } from './bodies.ts'
import { wordsOf } from './text.ts'
import { threadOf } from './thread.ts'

/** Takes any words, as they would be typed in a message. */
export const ANYTHING = 'ask'

/** The command in the menu of messages. */
export const HAND_OVER = 'Hand to the desk'

/** A verb as the name of a subcommand, which has no spaces. */
export const nameOfVerb = (verb: string): string => verb.replaceAll(' ', '_')

/** What a command says, in the words that are typed elsewhere. */
function wordsIn(command: Command): string {
  const subcommand = subcommandOf(command)
  const words = (subcommand?.options ?? []).map(({ value }) => String(value ?? '')).join(' ')
  if (!subcommand || (subcommand.name === ANYTHING && words === '')) return 'help'
  return (subcommand.name === ANYTHING ? words : `/${subcommand.name.replaceAll('_', ' ')} ${words}`).trim()
}

/** `/desk …`. It is answered to whoever typed it, alone. */
export function fromCommand(discord: Wiring, command: Command): InboundDraft {
  const user = userOf(command)
  return {
    id: `command:${command.id}`,
    channel: 'discord',
    account: discord.app,
    conversation: alone(user.id),
    kind: 'message',
    from: discord.directory.senderOf(user),
    text: wordsOf(wordsIn(command), discord.bot, [], (one) => discord.directory.calledIn(one)),
    atMs: discord.kit.clock.nowMs(),
  }
}

/** The message that a command of the message's own menu was used on, or null. */
const targetOf = ({ data }: Command): Message | null => data.resolved?.messages[data.target_id ?? ''] ?? null

/**
 * A message that somebody of the team handed over. Words of an outsider stay theirs, and are answered where they stand; those of a
 * colleague are taken as said by whoever handed them over. Null from outsiders about other people's words.
 */
export async function fromHandOver(discord: Wiring, command: Command): Promise<InboundDraft | null> {
  const [message, user] = [targetOf(command), userOf(command)]
  if (!message?.author || message.author.bot || message.webhook_id || message.content.trim() === '') return null
  const author = discord.directory.senderOf(message.author)
  const handing = discord.directory.senderOf(user)
  if (handing.kind !== 'member' && user.id !== message.author.id) return null
  const isTheirs = author.kind !== 'member'
  const guild = command.guild_id
  const there = guild
    ? (await threadOf(discord, guild, message.channel_id, message.id)).conversation
    : alone(message.author.id)
  const id = `${message.channel_id}:${message.id}`
  return {
    id: isTheirs ? id : `handed:${id}`,
    channel: 'discord',
    account: discord.app,
    conversation: isTheirs ? there : alone(user.id),
    kind: 'message',
    from: isTheirs ? author : handing,
    text: wordsOf(message.content, discord.bot, message.mentions, (one) => discord.directory.calledIn(one)),
    atMs: bornMs(message.id),
  }
}
