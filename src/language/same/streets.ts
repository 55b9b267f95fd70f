import type { Agreement } from './agreement.ts'
import { edits } from './edits.ts'
import { errorsIn, spelling } from './spellings.ts'
import { wordsOf } from './text.ts'

/** Kinds of streets and directions, short and long; they tell little and are written either way. */
const SHORT = new Map(
  `st street|str strasse|rd road|ave avenue|av avenue|blvd boulevard|bd boulevard|dr drive|pl place|ct court|crt court|cres crescent
  cct circuit|cir circle|hwy highway|ln lane|sq square|pkwy parkway|pde parade|tce terrace|ter terrace|cl close|gr grove|plz plaza
  n north|s south|e east|w west|nw northwest|ne northeast|sw southwest|se southeast|mt mount|ft fort
  first 1st|second 2nd|third 3rd|fourth 4th|fifth 5th|sixth 6th|seventh 7th|eighth 8th|ninth 9th|tenth 10th`
    .split(/\s*[|\n]\s*/)
    .map((pair) => pair.trim().split(' ') as [string, string]),
)
const KINDS = new Set([...SHORT.values()].filter((word) => !/^\d|north|south|east|west|mount|fort/.test(word)))
/** Words behind which an address only says what is near. */
const NEAR = new Set(['near', 'at', 'between', 'off', 'corner', 'opposite', 'bet', 'btw'])

interface Street {
  /** House number, where the line has one. */
  number: string
  /** The street's own words, written as one. */
  name: string
  /** With its kind. */
  whole: string
}

/** Lines of an address: house numbers, and names whatever the street's kind is called. */
export function compareStreets(a: string, b: string): Agreement | null {
  const [one, two] = [streetOf(a), streetOf(b)]
  if (!one.whole || !two.whole) return null
  if (one.whole === two.whole) return 'same'
  const other = one.number !== '' && two.number !== '' && one.number !== two.number
  const name = one.name && two.name ? spelling(one.name, two.name) : 'apart'
  const whole = spelling(one.whole, two.whole)
  if (other) return edits(one.number, two.number, 1) <= 1 && (name === 'same' || name === 'close') ? 'partly' : 'apart'
  if (name === 'same' || whole === 'close' || name === 'close') return one.number === two.number ? 'close' : 'partly'
  if (one.number && one.number === two.number && startsAlike(one.name, two.name)) return 'close'
  return name === 'partly' ? 'partly' : 'apart'
}

function streetOf(line: string): Street {
  const all = wordsOf(line)
  const near = all.findIndex((word, at) => at > 1 && NEAR.has(word))
  const words = (near > 0 ? all.slice(0, near) : all).map((word) => SHORT.get(word) ?? word)
  const number = /^\d+[a-z]?$/.test(words[0] ?? '') ? (words[0] as string) : ''
  const rest = number ? words.slice(1) : words
  const own = rest.filter((word) => !KINDS.has(word))
  return { number, name: own.join(''), whole: words.join('') }
}

const startsAlike = (a: string, b: string): boolean => {
  const length = Math.min(a.length, b.length)
  return length >= 4 && edits(a.slice(0, length), b.slice(0, length), errorsIn(length)) <= errorsIn(length)
}
