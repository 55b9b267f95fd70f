import type { Seen } from './phrases.ts'

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
