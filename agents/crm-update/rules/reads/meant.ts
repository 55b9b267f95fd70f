import type { RulingDraft } from '#kernel/ruling.ts'
import { plainWords } from '#language/record-words.ts'
import type { Query } from '../../request/query.ts'
import { type QueryFacts, type Row, rowsOf } from './facts.ts'
import { type Named, namedIn, nameOf } from './names.ts'
import { sayAmount, sayOwner, sayWord } from './say.ts'

/** Fields that only one kind of record has. */
const FIELD_KINDS: readonly [readonly Row['kind'][], RegExp][] = [
  [
    ['deal'],
    /^(?:deal )?(?:stage|amount|value|worth|price|size|close|closing|close date|closing date|next steps?|lost reason|reason)$/u,
  ],
  [
    ['contact', 'lead'],
    /^(?:phone|mobile|cell|telephone|number|phone number|mobile number|e ?mail|mail|e ?mail address|address)$/u,
  ],
  [['account'], /^(?:country|domains?|website|aliases?)$/u],
]
const KINDS: Readonly<Record<Query['set']['of'], readonly Row['kind'][]>> = {
  deal: ['deal'],
  contact: ['contact', 'lead'],
  account: ['account'],
  lead: ['lead', 'contact'],
  task: ['deal', 'account', 'contact'],
  note: ['deal', 'account', 'contact'],
  record: ['account', 'contact', 'lead', 'deal'],
}

/** Choices of a question, at the most. */
const MOST_CHOICES = 4
/** Deals of one company that are answered for together. */
const MOST_TOGETHER = 4

/** Which records a question is about: some, none, or several among which the asker must choose. */
export type Meant = { rows: Row[] } | { choose: Row[] } | { none: string }

/** The records that the name of a question means. Several deals of one company are all meant; two companies are a question. */
export function meantBy(query: Query, facts: QueryFacts): Meant {
  const words = query.name ?? ''
  if (query.record !== null) {
    const [kind, ...rest] = query.record.split(':')
    const row = rowsOf(facts, kind as Row['kind']).find(({ record }) => record.id === rest.join(':'))
    return row ? { rows: narrowed(row, query, facts) } : { none: words }
  }
  const kinds = kindsFor(query)
  const found = namedIn(words, kinds, facts)
  const first = kinds.length > 1 ? preferred(found) : found
  if (first.length === 0) {
    const others = kinds.includes('account') ? [] : preferred(namedIn(words, ['account', 'contact'], facts))
    if (others.length === 0) return { none: words }
    const narrow = others.flatMap(({ row }) => narrowed(row, query, facts))
    return narrow.length === 0 ? { rows: others.map(({ row }) => row) } : settled(narrow, facts)
  }
  return settled(
    first.map(({ row }) => row),
    facts,
  )
}

function settled(rows: readonly Row[], facts: QueryFacts): Meant {
  if (rows.length === 1) return { rows: [...rows] }
  const companies = new Set(
    rows.map((row) =>
      row.kind === 'deal' ? (row.record.account ?? plainWords(row.record.company ?? row.record.id)) : row.record.id,
    ),
  )
  if (companies.size === 1 && rows.length <= MOST_TOGETHER) return { rows: [...rows] }
  const open = rows.filter((row) => row.kind !== 'deal' || sayOwner(row, facts) !== null || row.record.stage !== null)
  return { choose: (open.length > 0 ? open : [...rows]).slice(0, MOST_CHOICES) }
}

/** Of an account that was named where a field of deals is asked for, its deals. */
function narrowed(row: Row, query: Query, facts: QueryFacts): Row[] {
  const kinds = kindsFor(query)
  if (kinds.includes(row.kind) || row.kind !== 'account') return [row]
  const deals = rowsOf(facts, 'deal').filter(({ record }) => 'account' in record && record.account === row.record.id)
  return kinds.includes('deal') && deals.length > 0 ? deals : [row]
}

function kindsFor({ set, field }: Query): readonly Row['kind'][] {
  const asked = field === null ? undefined : FIELD_KINDS.find(([, words]) => words.test(plainWords(field)))
  return asked && set.of === 'record' ? asked[0] : KINDS[set.of]
}

/** A company or a person goes before the deals that are called after them. */
function preferred(found: readonly Named[]): Named[] {
  const own = found.filter(({ row }) => row.kind !== 'deal')
  return own.length > 0 ? own : [...found]
}

/** The one question, with what tells the records apart. */
export function askWhich(query: Query, rows: readonly Row[], facts: QueryFacts): RulingDraft {
  return {
    type: 'ask',
    question: {
      text: `Which "${sayWord(query.name ?? '')}" do you mean?`,
      slots: ['record'],
      choices: rows.map((row) => ({ label: sayApart(row, facts), value: `${row.kind}:${row.record.id}` })),
    },
  }
}

/** `Acme Ltd (account, Mia Chen)` */
export function sayApart(row: Row, facts: QueryFacts): string {
  const more = row.kind === 'contact' ? row.record.company : row.kind === 'deal' ? row.record.stage : null
  const parts = [row.kind, more && sayWord(more), sayAmount(row), sayOwner(row, facts)].filter(
    (part) => part !== null && part !== '',
  )
  return `${sayWord(nameOf(row))} (${parts.join(', ')})`.slice(0, 120)
}
