import { joinNames } from '#kernel/actions/calendar-facts.ts'
import { sayMoment } from '#kernel/time.ts'
import type { Asked } from './contract.ts'
import { holds } from './named.ts'
import type { Known } from './rows.ts'

/** Rows that one answer holds; the rest is counted. */
const MOST = 15

/** Where the question was more than what is answered. */
const NOT_ALL_READ =
  'I did not understand all of that. Ask me for instance "what happened with Acme this week?" or "what did you do yesterday?".'

/** The answer of the rules: each row as it is on file, when it was, and the id by which it can be asked about. */
export function summaryOf(
  { names, rows }: Known,
  { called, about, whole }: Asked,
  { zone, nowMs }: { zone: string; nowMs: number },
) {
  const of = about === null ? '' : ` with ${about}${takenFor(about, names)}`
  const unread = whole ? [] : [NOT_ALL_READ]
  if (rows.length === 0) return [`Nothing that I know of${of}, ${called}.`, ...unread].join('\n')
  const told = rows.slice(-MOST)
  const left = rows.length - told.length
  const lines = told.map(({ id, atMs, text }) => `- ${sayMoment(atMs, zone, nowMs)}: ${text} [${id}]`)
  const more = left === 0 ? [] : [`${left} more before that.`]
  return [`What happened${of}, ${called}:`, ...lines, ...more, ...unread].join('\n')
}

/** ` (Acme Ltd and Acme Corp)`: whom a name was taken for, where that is several or not plain from it. */
const takenFor = (about: string, names: readonly string[]): string =>
  names.length === 0 || (names.length === 1 && holds(names[0] ?? '', about)) ? '' : ` (${joinNames(names)})`
