import { minorDigits } from '#kernel/money.ts'
import type { Query, Sort } from '../../request/query.ts'
import { touchedDay } from './days.ts'
import type { QueryFacts, Row } from './facts.ts'
import { nameOf } from './names.ts'
import { rateOf } from './pick.ts'

/** Records in the order that was asked for, as many of them as were asked for. */
export interface Ordered {
  rows: Row[]
  /** Amounts of currencies that no rate joins: each currency is ordered, and cut, by itself. */
  apart: boolean
}

export function ordered(rows: readonly Row[], query: Query, facts: QueryFacts): Ordered {
  const sort = query.sort ?? usualSort(query)
  if (!sort) return { rows: [...rows], apart: false }
  const sorted = [...rows].sort(by((row) => keyOf(row, sort.by, facts), sort.desc))
  const limit = query.limit ?? Number.POSITIVE_INFINITY
  const currencies = new Set(rows.flatMap((row) => currencyOf(row) ?? []))
  const apart =
    sort.by === 'amount' && currencies.size > 1 && [...currencies].some((one) => rateOf(one, facts) === null)
  if (!apart) return { rows: sorted.slice(0, limit), apart }
  const own = [facts.currency, ...[...currencies].filter((one) => one !== facts.currency).sort(), null]
  return {
    rows: own.flatMap((currency) => sorted.filter((row) => currencyOf(row) === currency).slice(0, limit)),
    apart,
  }
}

const currencyOf = ({ record }: Row): string | null =>
  'amountMinor' in record && record.amountMinor !== null ? record.currency : null

/** What says nothing stands last, whichever way the rest goes. */
function by(key: (row: Row) => number | string | null, desc: boolean): (a: Row, b: Row) => number {
  return (a, b) => {
    const [one, two] = [key(a), key(b)]
    if (one === two) return a.record.id < b.record.id ? -1 : 1
    if (one === null || two === null) return one === null ? 1 : -1
    return (one < two ? -1 : 1) * (desc ? -1 : 1)
  }
}

function usualSort({ set, ask }: Query): Sort | null {
  if (ask !== 'list') return null
  switch (set.of) {
    case 'deal': {
      const dated = set.tests.some(({ test }) => test === 'date')
      return dated ? { by: 'close', desc: false } : { by: 'amount', desc: true }
    }
    case 'task':
      return { by: 'due', desc: false }
    case 'note':
      return { by: 'touched', desc: true }
    default:
      return { by: 'name', desc: false }
  }
}

function keyOf(row: Row, by: Sort['by'], facts: QueryFacts): number | string | null {
  const { record } = row
  switch (by) {
    case 'amount': {
      if (!('amountMinor' in record) || record.amountMinor === null || record.currency === null) return null
      return (record.amountMinor / 10 ** minorDigits(record.currency)) * (rateOf(record.currency, facts) ?? 1)
    }
    case 'close':
      return 'closeDate' in record ? record.closeDate : null
    case 'due':
      return 'due' in record ? record.due : null
    case 'touched':
      return row.kind === 'activity' ? row.record.at : touchedDay(row, facts)
    case 'name':
      return nameOf(row).toLowerCase()
  }
}
