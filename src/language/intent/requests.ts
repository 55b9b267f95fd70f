import { COURTESY } from './small-talk.ts'
import { wordsOf } from './words.ts'

/** Verbs that begin a request whoever's job it is, so that a part which is nobody's job today still stands alone. */
const REQUESTS = new Set(
  (
    'tell send log draft email mail write note ask ping notify inform update add create make put set find check show list give share ' +
    'forward reply respond text message remind let invite book schedule plan cancel delete remove move change call thank apologize ' +
    'apologise congratulate chase follow mark record merge qualify summarize summarise prepare print order buy pay play turn open close ' +
    'confirm decline accept block hold undo translate score import export'
  ).split(' '),
)

/** Does the word, where a request may begin, begin one? */
export function isRequestWord(plain: string): boolean {
  return REQUESTS.has(plain)
}

/** Asked for, and done by the answer itself. */
const BY_THE_ANSWER =
  /^(?:let|tell|show|send|give|ping|remind) (?:me|us) (?:know|a confirmation|when|once|if|back)|^(?:confirm|thank|make sure|note that|let s)\b/u

/** Does a whole text begin like a request, behind courtesies, and ask for more than to be answered? */
export function isRequest(text: string): boolean {
  const words = wordsOf(text).map((word) => word.plain)
  const from = words.findIndex((word) => isRequestWord(word) || !(COURTESY.has(word) || LEADS.has(word)))
  const rest = words.slice(from)
  return from >= 0 && isRequestWord(rest[0] ?? '') && !BY_THE_ANSWER.test(rest.join(' '))
}

const LEADS = new Set('and then also just can could would you i need want to'.split(' '))
