/** What people call a channel, by its own name. */
const NAMES: readonly [RegExp, string][] = [
  [/^(?:whats ?app|wa)\b/iu, 'whatsapp'],
  [/^(?:e-?mail|mail)\b/iu, 'email'],
  [/^slack\b/iu, 'slack'],
  [/^discord\b/iu, 'discord'],
]
const NAMED = '(?:whats ?app|wa|e-?mail|mail|slack|discord)'
const BY = `(?:on|over|via|by|through|in|per|using)\\s+(?:an?\\s+|her\\s+|his\\s+|their\\s+)?`
const EARLY = new RegExp(`^\\s*(?:${BY})(${NAMED})\\b`, 'iu')
const LATE = new RegExp(`(?<![\\s,])[\\s,]+(?:${BY})(${NAMED})\\s*(?:please|pls)?\\s*[.!]?\\s*$`, 'iu')

const named = (words: string): string | null => NAMES.find(([name]) => name.test(words.trim()))?.[1] ?? null

/** "on whatsapp", right behind whom a message is for. */
export function channelAt(text: string): { channel: string; end: number } | null {
  const found = EARLY.exec(text)
  const channel = named(found?.[1] ?? '')
  return found && channel ? { channel, end: found[0].length } : null
}

/** The same at the end of what is to be said. */
export function withoutChannel(text: string): { text: string; channel: string } | null {
  const found = LATE.exec(text)
  const channel = named(found?.[1] ?? '')
  return found && channel ? { text: text.slice(0, found.index), channel } : null
}

/** The channel that a verb or what is sent names: "email jo", "send a whatsapp to jo"; null for "message", "text", "tell". */
export const channelOfVerb = (words: string): string | null =>
  named(words.replace(/^(?:(?:an?|the|another|quick|short|new|this)\s+)+/iu, ''))

/** A channel that a whole answer names. */
export const channelIn = (answer: string): string | null =>
  named(answer.replace(/^\W*(?:by|on|via|over|per|use|send (?:it )?(?:by|on|via))\s+/iu, ''))
