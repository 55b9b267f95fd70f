import { isRequestWord } from './request-words.ts'
import { COURTESY } from './small-talk.ts'
import { wordsOf } from './words.ts'

/** Asked for, and done by the answer itself. */
const BY_THE_ANSWER =
  /^(?:let|tell|show|send|give|ping|remind) (?:me|us) (?:know|a confirmation|when|once|if|back)|^(?:confirm|thanks|thank (?:you|u)|make sure|note that|let s)\b/u

/** Does a whole text begin like a request, behind courtesies, and ask for more than to be answered? */
export function isRequest(text: string): boolean {
  const words = wordsOf(text).map((word) => word.plain)
  const from = words.findIndex((word) => isRequestWord(word) || !(COURTESY.has(word) || LEADS.has(word)))
  const rest = words.slice(from)
  return from >= 0 && isRequestWord(rest[0] ?? '') && !BY_THE_ANSWER.test(rest.join(' '))
}

const LEADS = new Set('and then also just can could would you i need want to'.split(' '))
