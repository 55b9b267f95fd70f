import type { Word } from './words.ts'

/** What follows says what the thing is about, whom it is with or what it is called. */
const OPENERS = new Set(
  (
    'about regarding re concerning discuss discussing called titled named entitled labeled labelled ' +
    'sobre concernant betreffend uber'
  ).split(' '),
)

/** "An appointment for ..." says what it is about too, and so does "a loan meeting". */
const MEETINGS = new Set('appointment appointments meeting meetings call session conference'.split(' '))

/** Does the word only say what kind of meeting it is? */
export function isKindOfMeeting(words: readonly Word[], at: number): boolean {
  return MEETINGS.has(words[at + 1]?.plain ?? '') && words[at + 1]?.opens === false
}

const COMPANY = new Set(['with', 'w/', 'con', 'avec', 'mit'])
const ENDS_COMPANY = new Set('to on at for from in into and then'.split(' '))

/**
 * Which words only say what something is about, whom it is with or where ("a call to discuss the invoice"), up to the end of the clause or
 * of the company. One flag a word.
 */
export function topicsOf(words: readonly Word[]): boolean[] {
  let inside = false
  let beside = false
  return words.map(({ plain, opens }, at) => {
    if (opens) inside = beside = false
    if (ENDS_COMPANY.has(plain)) beside = false
    const about = inside || beside
    if (OPENERS.has(plain) || (plain === 'for' && MEETINGS.has(words[at - 1]?.plain ?? ''))) inside = true
    if (COMPANY.has(plain)) beside = true
    return about || isPlace(words, at)
  })
}

const TO_PLACES = new Set('at from near in outside before after'.split(' '))

/** "at the hotel", "from the airport": the word behind, with its article. */
function isPlace(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.plain ?? ''
  return TO_PLACES.has(/^(?:the|a|an|my|our)$/.test(before) ? (words[at - 2]?.plain ?? '') : before)
}
