import type { Of, Selection, Test } from '../../request/query.ts'
import { takeAmounts } from './amounts.ts'
import { takeDates } from './dates.ts'
import { takeOwners } from './owners.ts'
import { fold, type QueryReading } from './reading.ts'
import { Sheet } from './sheet.ts'
import { takeMissing, takeStates } from './states.ts'
import { takeValues } from './values.ts'

const NOUNS: readonly [Of, RegExp][] = [
  ['deal', /\b(?:deals?|opportunit(?:y|ies)|oppos?|opps|pipeline|renewals?)\b/iu],
  ['task', /\b(?:tasks?|to-?dos?|follow-?ups?(?= (?:for|due|this|next|today|tomorrow))|action items?)\b/iu],
  ['note', /\b(?:notes?|calls?|activit(?:y|ies))\b/iu],
  ['account', /\b(?:accounts?|compan(?:y|ies)|organi[sz]ations?)\b/iu],
  ['contact', /\b(?:contacts?|people|persons?|customers?|clients?|prospects?)\b/iu],
  ['lead', /\bleads?\b(?!\s+(?:customers?|contacts?|clients?|deals?|people|stage|status))/iu],
]

/** Words that add nothing to a condition. */
const IDLE: ReadonlySet<string> = new Set(
  (
    'all any anything every each of the a an our we us i you me my it its them they their this that these those which who whose what whats is are was were be ' +
    'do does did has have had got in on at for to from by with and or but please pls there here crm file system hubspot records record data currently right now still also just ' +
    "show list give tell find get see look up check many much how can could would will need want let know about only out everything s 're so far total value worth stage status ones one rest ok hey hi thanks thank"
  ).split(' '),
)

/** The kind of record that a text names, and where; the first that stands in it. */
export function nounIn(text: string): { of: Of; at: number; end: number } | null {
  const found = NOUNS.flatMap(([of, pattern]) => {
    const match = pattern.exec(text)
    return match ? [{ of, at: match.index, end: match.index + match[0].length }] : []
  }).sort((a, b) => a.at - b.at)
  return found[0] ?? null
}

/** Reads a condition: which records of a kind are meant. What it is not sure of stands in `unread`. */
export function readSet(text: string, reading: QueryReading, otherwise: Of): Selection {
  const sheet = new Sheet(text)
  const noun = nounIn(text)
  const of = noun?.of ?? otherwise
  const tests: Test[] = []
  tests.push(...takeDates(sheet, of, reading), ...takeAmounts(sheet, reading), ...takeOwners(sheet, reading))
  tests.push(...takeMissing(sheet), ...takeStates(sheet, of))
  const before = noun ? adjectivesBefore(sheet, noun.at) : []
  if (noun) sheet.blank(noun.at, noun.end)
  tests.push(...takeValues(sheet, of), ...before)
  return { of: of === 'record' ? kindIn(tests) : of, tests, unread: leftIn(sheet.text) }
}

/** Where no kind was named, the conditions tell: what closes, or has an amount, is a deal; who is not spoken to, a contact. */
function kindIn(tests: readonly Test[]): Of {
  if (tests.some((one) => one.test === 'amount' || (one.test === 'date' && one.of === 'close'))) return 'deal'
  if (tests.some((one) => one.test === 'state' && (one.is === 'stale' || one.is === 'overdue'))) return 'deal'
  return tests.some((one) => one.test === 'quiet') ? 'contact' : 'record'
}

/** What stands right before the noun and is no idle word is a value: "lead customers", "nurture deals". */
function adjectivesBefore(sheet: Sheet, at: number): Test[] {
  const words = /((?:[\p{L}\p{N}_&-]+ +){1,2})$/u.exec(sheet.text.slice(0, at))
  const kept = (words?.[1] ?? '')
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '' && !IDLE.has(fold(word)))
  const run = kept.join(' ')
  if (run === '' || COUNTED.test(run)) return []
  const from = sheet.text.lastIndexOf(kept[0] ?? '', at)
  sheet.blank(from, at)
  return [{ test: 'value', words: run, field: null, not: false }]
}

const COUNTED = /^(?:\d+|top|biggest|largest|newest|latest|oldest|smallest|last|next|first|most)\b/iu

const leftIn = (text: string): string[] =>
  [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}_'’.-]*/gu)]
    .map(([word]) => word)
    .filter((word) => !IDLE.has(fold(word).replace(/'s$/, '').replace(/\.$/, '')))
