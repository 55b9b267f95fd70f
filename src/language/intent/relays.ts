import type { Seen } from './phrases.ts'
import { isRequestWord } from './request-words.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Verbs that pass something on or write it up: what follows is what is to be said, not what is to be done. */
const PASSES_ON = set(
  'tell ask inform notify message text email mail dm draft summarize summarise apologize apologise reply respond congratulate forward',
)
/** The same, where they say what: "note that ...", "log that ...". */
const WRITES_UP = set('note log record write')
/** To the speaker, or about what is asked: that is a question. */
const TO_ME = set('me us when if what whether how who where which')

/**
 * The index from which a message only says what somebody else is to be told or what is to be written up ("tell Sam the call
 * is moved"), or its length where it says nothing of the kind. "Tell me ..." asks.
 */
export function relayFrom({ words, heads }: Seen): number {
  const at = words.findIndex(({ plain }, i) => heads[i] && passesOn(plain, words[i + 1]?.plain, words.slice(i)))
  return at < 0 ? words.length : at
}

const BEFORE = set(
  'please can could would will you i we need want like to just also and then so ok okay hi hey hello yes',
)

/** Does the message begin with it, courtesies aside? */
export function isRelay(seen: Seen): boolean {
  const at = relayFrom(seen)
  return at < seen.words.length && seen.words.slice(0, at).every(({ plain }) => BEFORE.has(plain))
}

function passesOn(plain: string, next: string | undefined, rest: Seen['words']): boolean {
  if (next === undefined || TO_ME.has(next)) return false
  if (PASSES_ON.has(plain)) return true
  if (WRITES_UP.has(plain)) return next === 'that'
  return plain === 'let' && rest.slice(2, 5).some((word) => word.plain === 'know')
}

/** What is sent, or kept, in words: "send Pia a message: ...", "add a note to Jo: ...". */
const IN_WORDS = set('message msg note email mail text whatsapp reply response answer comment update')
const ENDS_A_SENTENCE = set('. ! ? \n')

/**
 * Which words stand behind a colon and are what somebody is to be told or what is to be written down ("tell Sam: move it to 3"), up to
 * the end of their sentence. One flag a word.
 */
export function dictatedOf({ words, heads }: Seen): boolean[] {
  let from = 0
  let inside = false
  return words.map(({ stop }, at) => {
    if (ENDS_A_SENTENCE.has(stop)) {
      inside = false
      from = at
    }
    if (stop === ':') inside ||= givesWords(words.slice(from, at), heads.slice(from, at))
    return inside
  })
}

/** "tell Pia", "send Pia a message", and somebody or something behind the verb. */
function givesWords(words: Seen['words'], heads: readonly boolean[]): boolean {
  return words.some(({ plain }, i) => {
    if (!heads[i] || i === words.length - 1) return false
    const rest = words.slice(i)
    return (
      passesOn(plain, words[i + 1]?.plain, rest) ||
      (isRequestWord(plain) &&
        !TO_ME.has(words[i + 1]?.plain ?? '') &&
        rest.slice(1).some((word) => IN_WORDS.has(word.plain)))
    )
  })
}
