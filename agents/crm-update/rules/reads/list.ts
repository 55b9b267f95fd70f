import type { RulingDraft } from '#kernel/ruling.ts'
import type { Query } from '../../request/query.ts'
import type { QueryFacts } from './facts.ts'
import { pickAll, sayCount } from './kinds.ts'
import { ordered } from './order.ts'
import type { Picked } from './pick.ts'
import { sayRow } from './say.ts'
import { sayTotals } from './totals.ts'

/** Lines of a list that are said at once. */
export const PAGE = 10

/** Answers a question about many records: the list, how many, what they come to. */
export function answerMany(query: Query, facts: QueryFacts): RulingDraft {
  const set = openOnly(query)
  const picked = pickAll(set, facts)
  if (picked.riddles.length > 0) return { type: 'answer', text: sayRiddles(picked.riddles, set.of) }
  const { rows, apart } = ordered(picked.kept, query, facts)
  const head = `${upper(sayCount(rows.length, set.of))}${picked.said === '' ? '' : ` (${picked.said})`}`
  const unknown = gaps(picked, set.of)
  const totals = set.of === 'deal' || set.of === 'lead' ? sayTotals(rows, facts) : null
  if (query.ask === 'count' || rows.length === 0) return { type: 'answer', text: `${head}.${unknown}` }
  if (query.ask === 'sum') return { type: 'answer', text: `${head}. ${totals ?? ''}`.trim() + unknown }
  const page = rows.slice(query.from, query.from + PAGE)
  const left = rows.length - query.from - page.length
  const first = query.from === 0
  const lines = [
    first ? `${head}:` : `${query.from + 1} to ${query.from + page.length} of ${rows.length}:`,
    ...page.map((row) => `- ${sayRow(row, facts)}`),
    left > 0 ? `and ${left} more` : null,
    first ? totals : null,
    first && apart ? 'No rate joins these currencies, so each currency by itself.' : null,
    first && unknown !== '' ? unknown.trim() : null,
  ]
  const more = {
    label: `Show ${Math.min(left, PAGE)} more`,
    value: `/crm more from ${query.from + PAGE}: ${query.words}`,
  }
  return { type: 'answer', text: lines.filter((line) => line !== null).join('\n'), choices: left > 0 ? [more] : [] }
}

/** A question about the pipeline, or what closes next, means what is still open, unless it says how a deal stands. */
function openOnly({ set }: Query): Query['set'] {
  const says = set.tests.some(({ test }) => test === 'state' || test === 'value')
  if (says || (set.of !== 'deal' && set.of !== 'task')) return set
  return { ...set, tests: [{ test: 'state', is: 'open', not: false }, ...set.tests] }
}

const words = (of: Query['set']['of']): string => sayCount(0, of).replace(/^no /, '')

/** What could not be told of some records is said: they are neither in the list nor out of it. */
export function gaps({ unknown }: Pick<Picked, 'unknown'>, of: Query['set']['of']): string {
  return unknown.length === 0
    ? ''
    : ` Of ${sayCount(unknown.length, of)} nothing on file tells; ${unknown.length === 1 ? 'it is' : 'they are'} left out.`
}

export const sayRiddles = (riddles: readonly string[], of: Query['set']['of']): string =>
  `I did not understand ${riddles.map((one) => `"${one}"`).join(' and ')}: no stage, status, field, account or person on file of ${words(of)} is called that. I can pick by owner, stage or status, amount, dates, your own fields, account, or how long nothing happened.`

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
