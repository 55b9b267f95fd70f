import { minorDigits } from '#kernel/money.ts'
import { sayDate } from '#kernel/time.ts'
import { isClosedStage, plainWords } from '#language/record-words.ts'
import type { Selection, Test } from '../../request/query.ts'
import { contactedDay, dayAt, dayIn, touchedDay } from './days.ts'
import { ownerOf, type QueryFacts, type Row, rowsOf } from './facts.ts'
import { type Found, resolveValue, withNamed } from './values.ts'

/** What a condition picks. */
export interface Picked {
  kept: Row[]
  /** Records of which nothing tells whether they meet it. */
  unknown: Row[]
  /** The condition in words, as it was understood: `open, of Raj`. */
  said: string
  /** Words of it that mean nothing on file. */
  riddles: string[]
}

/** Picks the records of a kind that meet every test. */
export function pick(set: Selection, kind: Row['kind'], facts: QueryFacts): Picked {
  const riddles: string[] = [...set.unread]
  const found = set.tests.flatMap((test): Found[] => {
    const one = foundFor(test, kind, facts)
    if (!one && 'words' in test) riddles.push(test.words)
    return one ? [one] : []
  })
  const kept: Row[] = []
  const unknown: Row[] = []
  for (const row of rowsOf(facts, kind)) {
    const answers = found.map((one) => one.holds(row))
    if (answers.includes(false)) continue
    if (answers.includes(null)) unknown.push(row)
    else kept.push(row)
  }
  return { kept, unknown, said: found.map((one) => one.said).join(', '), riddles }
}

function foundFor(test: Test, kind: Row['kind'], facts: QueryFacts): Found | null {
  switch (test.test) {
    case 'owner':
      return ownerTest(test, facts)
    case 'amount':
      return amountTest(test, facts)
    case 'date':
      return dateTest(test, kind, facts)
    case 'quiet':
      return quietTest(test.since, kind, facts)
    case 'state':
      return stateTest(test, kind, facts)
    case 'missing':
      return missingTest(test)
    case 'value':
      return resolveValue(test, kind, facts)
    case 'with':
      return withNamed(test.words, test.not, facts)
  }
}

type Of<K extends Test['test']> = Extract<Test, { test: K }>

function ownerTest({ who, not }: Of<'owner'>, facts: QueryFacts): Found {
  const name = facts.members.find(({ id }) => id === who)?.name ?? who
  return {
    said: who === null ? 'without an owner' : `${not ? 'not ' : ''}${who === facts.self ? 'yours' : `${name}'s`}`,
    holds: (row) => (ownerOf(row, facts) === who) !== not,
  }
}

const ORDERS = {
  over: { said: 'over', holds: (a: number, b: number) => a > b },
  atLeast: { said: 'of at least', holds: (a: number, b: number) => a >= b },
  under: { said: 'under', holds: (a: number, b: number) => a < b },
  atMost: { said: 'of at most', holds: (a: number, b: number) => a <= b },
  about: { said: 'of about', holds: (a: number, b: number) => Math.abs(a - b) <= Math.abs(b) / 10 },
} as const

/** An amount in another currency compares by the policy's rates, or not at all. */
function amountTest({ is, amount, currency }: Of<'amount'>, facts: QueryFacts): Found {
  const { said, holds } = ORDERS[is]
  const shown = new Intl.NumberFormat('en-GB').format(amount)
  return {
    said: `${said} ${shown} ${currency ?? 'in their own currency'}`,
    holds: ({ record }) => {
      if (!('amountMinor' in record) || record.amountMinor === null || record.currency === null) return null
      const own = record.amountMinor / 10 ** minorDigits(record.currency)
      if (currency === null || currency === record.currency) return holds(own, amount)
      const [theirs, wanted] = [rateOf(record.currency, facts), rateOf(currency, facts)]
      return theirs === null || wanted === null ? null : holds(own * theirs, amount * wanted)
    },
  }
}

/** What one unit is worth in the company's currency; null where the policy does not say. */
export const rateOf = (currency: string, facts: Pick<QueryFacts, 'currency' | 'rates'>): number | null =>
  currency === facts.currency ? 1 : (facts.rates[currency] ?? null)

function dateTest({ of, from, to, not }: Of<'date'>, kind: Row['kind'], facts: QueryFacts): Found | null {
  const field = dateField(of, kind, facts)
  if (!field) return null
  const first = from === null ? null : sayDate(from, facts.nowMs)
  const last = to === null ? null : sayDate(dayBefore(to), facts.nowMs)
  const span =
    first && last ? (first === last ? `on ${first}` : `${first} to ${last}`) : first ? `from ${first}` : `up to ${last}`
  return {
    said: `${field.said} ${span}`,
    holds: (row) => {
      const day = field.day(row)
      if (day === null) return null
      return ((from === null || day >= from) && (to === null || day < to)) !== not
    },
  }
}

function dateField(
  of: string,
  kind: Row['kind'],
  facts: QueryFacts,
): { said: string; day(row: Row): string | null } | null {
  if (of === 'touched') return { said: 'last touched', day: (row) => touchedDay(row, facts) }
  if (of === 'close' && kind === 'deal')
    return { said: 'closing', day: ({ record }) => ('closeDate' in record ? record.closeDate : null) }
  if (of === 'due' && kind === 'activity')
    return { said: 'due', day: ({ record }) => ('due' in record ? record.due : null) }
  const wanted = plainWords(of)
  const own = [
    ...new Set(rowsOf(facts, kind).flatMap(({ record }) => ('custom' in record ? Object.keys(record.custom) : []))),
  ]
  const names = own.filter((name) => plainWords(name) === wanted || plainWords(name).startsWith(`${wanted} `))
  const [name] = names
  if (name === undefined) return null
  return {
    said: plainWords(name),
    day: ({ record }) =>
      'custom' in record && Object.hasOwn(record.custom, name) ? dayIn(record.custom[name] ?? '', facts) : null,
  }
}

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)

/** Of people, when they were last spoken to; of deals and companies, when anything last happened. */
function quietTest(since: string, kind: Row['kind'], facts: QueryFacts): Found {
  const people = kind === 'contact' || kind === 'lead'
  return {
    said: `${people ? 'not contacted' : 'without anything said or changed'} since ${sayDate(since, facts.nowMs)}`,
    holds: (row) => {
      const day = people ? contactedDay(row, facts) : touchedDay(row, facts)
      return day === null ? null : day < since
    },
  }
}

const isOver = (row: Row): boolean => row.kind === 'deal' && isClosedStage(row.record.stage)

function stateTest({ is, not }: Of<'state'>, kind: Row['kind'], facts: QueryFacts): Found | null {
  const today = dayAt(facts.nowMs, facts.zone)
  const staleFrom = dayAt(facts.nowMs - facts.staleMs, facts.zone)
  const holds = (row: Row): boolean | null => {
    const { record } = row
    switch (is) {
      case 'open':
        return row.kind === 'activity' ? row.record.kind === 'task' && !row.record.done : !isOver(row)
      case 'closed':
        return isOver(row)
      case 'won':
      case 'lost':
        return (
          row.kind === 'deal' &&
          plainWords(row.record.stage ?? '')
            .split(' ')
            .includes(is)
        )
      case 'done':
        return 'done' in record && record.done
      case 'overdue': {
        const day = row.kind === 'deal' ? row.record.closeDate : row.kind === 'activity' ? row.record.due : null
        return day === null
          ? row.kind === 'deal'
            ? null
            : false
          : day < today && !isOver(row) && !('done' in record && record.done)
      }
      case 'stale': {
        if (isOver(row)) return false
        const day = kind === 'contact' || kind === 'lead' ? contactedDay(row, facts) : touchedDay(row, facts)
        return day === null ? null : day < staleFrom
      }
    }
  }
  const said = is === 'stale' ? `stale (nothing said or changed since ${sayDate(staleFrom, facts.nowMs)})` : is
  return {
    said: `${not ? 'not ' : ''}${said}`,
    holds: (row) => {
      const held = holds(row)
      return held === null ? null : held !== not
    },
  }
}

const FIELDS: Readonly<Record<string, string>> = {
  email: 'emails',
  'e mail': 'emails',
  mail: 'emails',
  'email address': 'emails',
  'e mail address': 'emails',
  phone: 'phones',
  'phone number': 'phones',
  number: 'phones',
  mobile: 'phones',
  amount: 'amountMinor',
  value: 'amountMinor',
  price: 'amountMinor',
  'close date': 'closeDate',
  'closing date': 'closeDate',
  closedate: 'closeDate',
  date: 'closeDate',
  'next step': 'nextStep',
  'next steps': 'nextStep',
  reason: 'lostReason',
  'lost reason': 'lostReason',
  domain: 'domains',
  website: 'domains',
  'due date': 'due',
}

function missingTest({ field, not }: Of<'missing'>): Found {
  const said = plainWords(field)
  const name = FIELDS[said] ?? FIELDS[said.replace(/s$/, '')] ?? said
  return {
    said: `${not ? 'with' : 'without'} ${said}`,
    holds: ({ record }) => (saidIn({ ...record }, name) === null) !== not,
  }
}

/** What a field says; null for nothing, whatever the kind of nothing. */
function saidIn(record: Readonly<Record<string, unknown>>, name: string): unknown {
  const own = record.custom as Readonly<Record<string, string>> | undefined
  const at = Object.keys(own ?? {}).find((key) => plainWords(key) === plainWords(name))
  const value = record[name] ?? (at === undefined ? null : own?.[at])
  const empty = value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  return empty ? null : value
}
