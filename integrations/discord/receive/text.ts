import { toIso } from '#kernel/time.ts'
import { SECOND_MS } from '#kernel/units.ts'
import type { User } from '../directory.ts'

/** What Discord writes between angle brackets: people, roles, channels, pictures and moments. */
const MARK = /<(?:@!?(?<user>\d+)|(?<role>@&)\d+|#\d+|a?:(?<emoji>\w+):\d+|t:(?<seconds>-?\d{1,12})(?::\w)?)>/g

/**
 * The words somebody typed, out of Discord's own marks: people by name, moments as such.
 * @param bot user id of the desk: its own mention is no word
 * @param called how somebody is called
 */
export function wordsOf(text: string, bot: string, mentions: readonly User[], called: (user: User) => string): string {
  const plain = text.replace(MARK, (...found) => {
    const { user, role, emoji, seconds } = found.at(-1) as Record<string, string | undefined>
    if (user === bot) return ''
    if (user) return called(mentions.find(({ id }) => id === user) ?? { id: user, username: '' })
    if (emoji) return `:${emoji}:`
    if (seconds) return toIso(Number(seconds) * SECOND_MS)
    return role ? '@role' : '#channel'
  })
  return plain.replace(/ {2,}/g, ' ').trim()
}

/** Whether a text begins with somebody else's name. */
export const isToAnother = (text: string, bot: string): boolean => {
  const first = /^\s*<@!?(\d+)>/.exec(text)?.[1]
  return first !== undefined && first !== bot
}
