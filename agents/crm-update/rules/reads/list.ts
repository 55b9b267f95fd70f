import type { RulingDraft } from '#kernel/ruling.ts'
import type { Query, Sort } from '../../request/query.ts'
import { touchedDay } from './days.ts'
import type { QueryFacts, Row } from './facts.ts'
import { pickAll, sayCount } from './kinds.ts'
import { nameOf } from './names.ts'
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
  const rows = sorted(picked.kept, query.sort ?? usualSort(query), facts)
  const wanted = query.limit === null ? rows : rows.slice(0, query.limit)
  const about = picked.said === '' ? '' : ` (${picked.said})`
  if (query.ask === 'count')
    return { type: 'answer', text: `${upper(sayCount(rows.length, set.of))}${about}.${gaps(picked, set.of)}` }
  const totals = set.of === 'deal' || set.of === 'lead' ? sayTotals(wanted, facts) : null
  if (query.ask === 'sum')
    return {
      type: 'answer',
      text:
        [`${upper(sayCount(wanted.length, set.of))}${about}.`, totals].filter((line) => line !== null).join(' ') +
        gaps(picked, set.of),
    }
  if (wanted.length === 0)
    return { type: 'answer', text: `There are no ${words(set.of)} like that${about}.${gaps(picked, set.of)}` }
  const page = wanted.slice(query.from, query.from + PAGE)
  const left = wanted.length - query.from - page.length
  const lines = page.map((row) => `- ${sayRow(row, facts)}`)
  const head =
    query.from === 0
      ? `${upper(sayCount(wanted.length, set.of))}${about}:`
      : `${query.from + 1} to ${query.from + page.length} of ${wanted.length}:`
  return {
    type: 'answer',
    text:
      [head, ...lines, ...(left > 0 ? [`and ${left} more`] : []), ...(totals && query.from === 0 ? [totals] : [])].join(
        '\n',
      ) + gaps(picked, set.of, '\n'),
    choices:
      left > 0
        ? [{ label: `Show ${Math.min(left, PAGE)} more`, value: `/crm more from ${query.from + PAGE}: ${query.words}` }]
        : [],
  }
}

/** A question about the pipeline, or what closes next, means what is still open, unless it says how a deal stands. */
function openOnly({ set }: Query): Query['set'] {
  const says = set.tests.some(({ test }) => test === 'state' || test === 'value')
  if (says || (set.of !== 'deal' && set.of !== 'task')) return set
  return { ...set, tests: [{ test: 'state', is: 'open', not: false }, ...set.tests] }
}

const words = (of: Query['set']['of']): string => sayCount(0, of).replace(/^no /, '')

/** What could not be told of some records is said: they are neither in the list nor out of it. */
export function gaps({ unknown }: Pick<Picked, 'unknown'>, of: Query['set']['of'], before = ' '): string {
  return unknown.length === 0
    ? ''
    : `${before}Of ${sayCount(unknown.length, of)} nothing on file tells; ${unknown.length === 1 ? 'it is' : 'they are'} left out.`
}

export const sayRiddles = (riddles: readonly string[], of: Query['set']['of']): string =>
  `I did not understand ${riddles.map((one) => `"${one}"`).join(' and ')}: no stage, status, field, account or person on file of ${words(of)} is called that. I can pick by owner, stage or status, amount, dates, your own fields, account, or how long nothing happened.`

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function usualSort({ set, ask }: Query): Sort | null {
  if (ask !== 'list') return null
  if (set.of === 'deal')
    return set.tests.some((test) => test.test === 'date') ? { by: 'close', desc: false } : { by: 'amount', desc: true }
  return set.of === 'task'
    ? { by: 'due', desc: false }
    : set.of === 'note'
      ? { by: 'touched', desc: true }
      : { by: 'name', desc: false }
}

/** Amounts of different currencies are ordered by what the policy's rates make of them, else each currency by itself. */
function sorted(rows: readonly Row[], sort: Sort | null, facts: QueryFacts): Row[] {
  if (!sort) return [...rows]
  const key = (row: Row): number | string => keyOf(row, sort.by, facts)
  const order = (a: Row, b: Row): number => {
    const [one, two] = [key(a), key(b)]
    if (one === two) return a.record.id < b.record.id ? -1 : 1
    if (one === '' || two === '') return one === '' ? 1 : -1
    return (one < two ? -1 : 1) * (sort.desc ? -1 : 1)
  }
  return [...rows].sort(order)
}

function keyOf(row: Row, by: Sort['by'], facts: QueryFacts): number | string {
  const { record } = row
  switch (by) {
    case 'amount': {
      if (!('amountMinor' in record) || record.amountMinor === null || record.currency === null) return ''
      const rate = record.currency === facts.currency ? 1 : (facts.rates[record.currency] ?? 1)
      return record.amountMinor * rate
    }
    case 'close':
      return ('closeDate' in record ? record.closeDate : null) ?? ''
    case 'due':
      return ('due' in record ? record.due : null) ?? ''
    case 'touched':
      return (row.kind === 'activity' ? row.record.at : touchedDay(row, facts)) ?? ''
    case 'name':
      return nameOf(row).toLowerCase()
  }
}
