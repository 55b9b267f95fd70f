/**
 * Where something is said on Discord, as a conversation of the desk: `discord:@dm:USER`, `discord:GUILD:CHANNEL` or
 * `discord:GUILD:CHANNEL:THREAD`. The place of a direct message is the person, so that their words, commands and cards are one
 * conversation. A thread bears the id of the message it hangs on, so it has its name before it is there.
 */
export interface Place {
  /** Id of the server, or `@dm`. */
  guild: string
  /** Id of the channel; of the person where it is a direct message. */
  place: string
  thread: string | null
}

export const DIRECT = '@dm'

export const conversationOf = ({ guild, place, thread }: Place): string =>
  ['discord', guild, place, ...(thread ? [thread] : [])].join(':')

/** The conversation with a person alone. */
export const alone = (user: string): string => conversationOf({ guild: DIRECT, place: user, thread: null })

/** The place of a conversation, or null where it is none of Discord's. */
export function placeOf(conversation: string): Place | null {
  const [channel, guild, place, thread] = conversation.split(':')
  return channel === 'discord' && guild && place ? { guild, place, thread: thread ?? null } : null
}

/** First moment of Discord's ids (https://docs.discord.com/developers/reference#snowflakes). */
const EPOCH_MS = 1_420_070_400_000
const CLOCK_SHIFT = 22n

/** When something came to be, by its id. */
export const bornMs = (id: string): number => Number(BigInt(id) >> CLOCK_SHIFT) + EPOCH_MS

/** The first id that something of a moment may have. */
export const firstIdAt = (atMs: number): bigint => BigInt(Math.max(0, atMs - EPOCH_MS)) << CLOCK_SHIFT
