import { isAnd, type NameToken, nameTokens } from './name-tokens.ts'
import { PARTICLES } from './name-words.ts'
import { NAMES_TOO, SENTENCE_WORDS } from './sentence-words.ts'

const MOST_WORDS = 14
const SMALL = /^(?:of|for|the|at|law|on|in)$/

/** Whether a text can be a name and nothing else: few words, none of a message, no sentence's punctuation or writing. */
export function looksBare(text: string): boolean {
  const trimmed = text.trim()
  if (/[?!:=<>{}@\n\t]/.test(trimmed)) return false
  const tokens = nameTokens(trimmed)
  if (tokens.length > MOST_WORDS || (tokens.length === 1 && !/^\p{Lu}/u.test(trimmed))) return false
  return !tokens.some(isOfMessage) && !isSentenceCase(tokens)
}

const isOfMessage = ({ key }: NameToken, at: number): boolean => {
  const word = key.replaceAll("'", '')
  return SENTENCE_WORDS.has(word) && (!NAMES_TOO.has(word) || (word === 'i' && at === 0))
}

/** Capitals here and there, and several words without: names are written one way throughout. */
function isSentenceCase(tokens: readonly NameToken[]): boolean {
  const lower = tokens.filter(({ text, key }) => /^\p{Ll}/u.test(text) && !PARTICLES.has(key) && !SMALL.test(key))
  const capitals = tokens.some(({ text }) => /^\p{Lu}/u.test(text))
  return capitals && lower.filter((token) => !isAnd(token)).length >= 2
}
