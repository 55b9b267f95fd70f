const DAYS =
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|april|june|july|august|september|october|november|december'
const NAMED_DAY = new RegExp(`\\b(?:${DAYS})s?\\b`, 'giu')
const ENDS = /[.!?…:]["”')]*$/u

/** Dictated words as they are sent: a capital where a sentence begins, names of days as they are written, a stop. Nothing else is changed. */
export function asDictated(words: string): string {
  const said = words.trim()
  const capital = said
    .replace(/(^|[.!?]\s+|\n)(\p{Ll})/gu, (_all, before: string, letter: string) => before + letter.toUpperCase())
    .replace(NAMED_DAY, (day) => day.charAt(0).toUpperCase() + day.slice(1))
    .replace(/(^|\s)i(?=['’\s]|$)/gu, '$1I')
  return ENDS.test(capital) || capital === '' ? capital : `${capital}.`
}

/** A letter in its parts; without a greeting or a farewell these are empty. */
interface Letter {
  greeting: string
  body: string
  farewell: string
}

function partsOf(text: string): Letter {
  const parts = text.split('\n\n')
  const greeting =
    parts.length > 1 && (parts[0] ?? '').length < 60 && /,$/u.test(parts[0] ?? '') ? (parts.shift() ?? '') : ''
  const farewell = parts.length > 1 && (parts.at(-1) ?? '').length < 60 ? (parts.pop() ?? '') : ''
  return { greeting, body: parts.join('\n\n'), farewell }
}

const joined = ({ greeting, body, farewell }: Letter): string => [greeting, body, farewell].filter(Boolean).join('\n\n')

const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow'
const OTHER_DAY = new RegExp(
  `^(?:no,?\\s+)?(?:(?:say|make|put|write)\\s+)?(?:it(?:['’]s| is)?\\s+|on\\s+|by\\s+)?(${WEEKDAY})(?:\\s+(?:instead|rather))?[.!]*$`,
  'iu',
)
const SHORTER = /^(?:(?:make it|a bit|much|keep it)\s+)*(?:shorter|short|too long|brief(?:er)?)[.!]*$/iu
const NO_MARKS = /\bno exclamation (?:marks?|points?)\b/iu
const WITHOUT =
  /^(?:without|no|drop|leave out|remove)\s+(?:the\s+|a\s+)?(greeting|hello|sign[- ]?off|farewell|ending)[.!]*$/iu
const INSTEAD_OF = /^(?:(?:say|write|put)\s+)?["“]?(.{1,80}?)["”]?\s+instead of\s+["“]?(.{1,80}?)["”]?[.!]*$/iu
const ADD = /^(?:(?:and|also|please)\s+)*(?:add|append|mention)(?:\s+that)?\s*[:,-]?\s+([\s\S]{2,})$/iu
const SAY =
  /^(?:no,?\s+)?(?:(?:just|rather|please)\s+)*(?:say|write|make it say|change it to|new text|text|send)\s*(?::|\bthat\b)?\s+["“]?([\s\S]{2,}?)["”]?(?:\s+instead)?$/iu
const QUOTED = /^["“„]([\s\S]{2,})["”]$/u

/**
 * A letter as somebody who reads it wants it changed, in their words: "shorter", "add: ...", "say ... instead", "Thursday instead", "no
 * greeting". Null where the words are no such wish: nothing is guessed.
 */
export function reworded(text: string, wish: string): string | null {
  const said = wish.trim()
  const letter = partsOf(text)
  const day = OTHER_DAY.exec(said)?.[1]
  if (day) {
    const body = letter.body.replace(new RegExp(`\\b(?:${WEEKDAY})\\b(?: \\([^)]*\\))?`, 'iu'), asDay(day))
    return body === letter.body ? null : joined({ ...letter, body })
  }
  if (SHORTER.test(said)) return letter.greeting || letter.farewell ? letter.body : null
  const without = WITHOUT.exec(said)?.[1]
  if (without)
    return joined(/^(?:greeting|hello)$/iu.test(without) ? { ...letter, greeting: '' } : { ...letter, farewell: '' })
  if (NO_MARKS.test(said)) return text.includes('!') ? text.replace(/!+/gu, '.') : null
  const swap = INSTEAD_OF.exec(said)
  if (swap?.[1] && swap[2]) {
    const at = letter.body.toLowerCase().indexOf(swap[2].toLowerCase())
    if (at < 0) return null
    return joined({ ...letter, body: letter.body.slice(0, at) + swap[1] + letter.body.slice(at + swap[2].length) })
  }
  const added = ADD.exec(said)?.[1]
  if (added) {
    const more = asDictated(added)
    // The same wish that is heard again after a crash adds nothing.
    return letter.body.endsWith(more) ? text : joined({ ...letter, body: `${letter.body} ${more}` })
  }
  const anew = QUOTED.exec(said)?.[1] ?? SAY.exec(said)?.[1]
  return anew ? joined({ ...letter, body: asDictated(anew) }) : null
}

const asDay = (day: string): string =>
  /day$/iu.test(day) && !/^today$/iu.test(day)
    ? day.charAt(0).toUpperCase() + day.slice(1).toLowerCase()
    : day.toLowerCase()
