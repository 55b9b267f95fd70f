import type { FieldOp } from '#kernel/record.ts'
import type { RulingDraft } from '#kernel/ruling.ts'
import { plainWords } from '#language/record-words.ts'
import type { Merge } from '../../request/query.ts'
import { type QueryFacts, type Row, rowsOf } from '../reads/facts.ts'
import { sayApart } from '../reads/meant.ts'
import { namedIn, nameOf } from '../reads/names.ts'
import { sayWord } from '../reads/say.ts'

type Mergeable = Extract<Row, { kind: 'account' | 'contact' }>

const MOST_CHOICES = 4
const MOST_LISTED = 6

/**
 * Two records become one: proposed with what is kept, what it takes over and what moves to it. A merge is always asked about, and
 * never taken back.
 */
export function planMerge(merge: Merge, facts: QueryFacts): RulingDraft {
  if (merge.dropped) return { type: 'answer', text: 'Left as they are.' }
  const pair = pairFor(merge, facts)
  if ('text' in pair)
    return pair.choices.length > 0
      ? { type: 'ask', question: { ...pair, slots: ['pair'] } }
      : { type: 'answer', text: pair.text }
  const [winner, loser] = merge.into ? [pair.two[1], pair.two[0]] : ranked(pair.two, facts)
  const ops = takenOver(winner, loser, facts)
  const moves = movedTo(loser, facts)
  const why = merge.into ? 'as you said' : reasonFor(winner, loser, facts)
  const preview = [
    `Kept: ${sayApart(winner, facts)}, ${why}. Put into it: ${sayApart(loser, facts)}.`,
    ...(moves.length === 0
      ? []
      : [
          `Moves with it: ${moves.slice(0, MOST_LISTED).join(', ')}${moves.length > MOST_LISTED ? ` and ${moves.length - MOST_LISTED} more` : ''}.`,
        ]),
    'A merge is final: it cannot be undone.',
  ]
  const one = ({ record }: Mergeable) => ({ id: record.id, version: record.version })
  return {
    type: 'propose',
    actions: [
      {
        kind: `${winner.kind}.merge`,
        args: { winner: one(winner), loser: one(loser), ops },
        because: `${sayWord(nameOf(loser))} and ${sayWord(nameOf(winner))} are one, ${why}`,
      },
    ],
    preview,
  }
}

type Pair = { two: [Mergeable, Mergeable] } | { text: string; choices: { label: string; value: string }[] }

function pairFor(merge: Merge, facts: QueryFacts): Pair {
  const kinds = merge.of ? [merge.of] : (['account', 'contact'] as const)
  if (merge.records.length === 2) {
    const [a, b] = merge.records.map((key) => byKey(key, facts))
    return a && b && a.kind === b.kind && a.record.id !== b.record.id
      ? { two: [a, b] }
      : { text: 'One of the two is not on file any more. Nothing was changed.', choices: [] }
  }
  const [first = '', second] = merge.words
  if (second === undefined) return oneName(first, kinds, facts)
  for (const kind of kinds) {
    const [a, b] = [candidates(first, [kind], facts), candidates(second, [kind], facts)]
    const others = b.filter(({ record }) => !(a.length === 1 && a[0]?.record.id === record.id))
    const [one, other] = [
      a.filter(({ record }) => !(others.length === 1 && others[0]?.record.id === record.id)),
      others,
    ]
    if (one.length === 1 && other.length === 1 && one[0] && other[0]) return { two: [one[0], other[0]] }
    if (one.length > 0 && other.length > 0) return choose(pairs(one, other), `${first} and ${second}`, facts)
  }
  return {
    text: `I do not have both "${sayWord(first)}" and "${sayWord(second)}" on file as records of one kind. Nothing was changed.`,
    choices: [],
  }
}

/** One name that is on file twice. */
function oneName(words: string, kinds: readonly Mergeable['kind'][], facts: QueryFacts): Pair {
  for (const kind of kinds) {
    // "gmbhs": the plural of a name, or of its legal form.
    const found = [...candidates(words, [kind], facts), ...candidates(words.replace(/s$/iu, ''), [kind], facts)]
    const own = found.filter(({ record }, at) => found.findIndex((one) => one.record.id === record.id) === at)
    const [a, b] = own
    if (own.length === 2 && a && b) return { two: [a, b] }
    if (own.length > 2) return choose(pairs(own, own), words, facts)
  }
  return { text: `I do not have two records called "${sayWord(words)}". Nothing was changed.`, choices: [] }
}

const candidates = (words: string, kinds: readonly Mergeable['kind'][], facts: QueryFacts): Mergeable[] =>
  namedIn(words, kinds, { ...facts, alias: null }).flatMap(({ row }) =>
    row.kind === 'account' || row.kind === 'contact' ? [row] : [],
  )

function pairs(some: readonly Mergeable[], others: readonly Mergeable[]): [Mergeable, Mergeable][] {
  const all = some.flatMap((a) => others.map((b): [Mergeable, Mergeable] => [a, b]))
  return all.filter(
    ([a, b], at) =>
      (a.record.id !== b.record.id &&
        all.findIndex(([c, d]) => c.record.id === b.record.id && d.record.id === a.record.id) > at) ||
      a.record.id < b.record.id,
  )
}

function choose(two: readonly [Mergeable, Mergeable][], words: string, facts: QueryFacts): Pair {
  return {
    text: `Which of "${sayWord(words)}" are one?`,
    choices: two.slice(0, MOST_CHOICES).map(([a, b]) => ({
      label: `${sayApart(a, facts)} + ${sayApart(b, facts)}`.slice(0, 200),
      value: `merge ${a.kind}:${a.record.id} ${b.kind}:${b.record.id}`,
    })),
  }
}

function byKey(key: string, facts: QueryFacts): Mergeable | null {
  const [kind, ...rest] = key.split(':')
  if (kind !== 'account' && kind !== 'contact') return null
  const row = rowsOf(facts, kind).find(({ record }) => record.id === rest.join(':'))
  return row && (row.kind === 'account' || row.kind === 'contact') ? row : null
}

/** The survivor first: who has more deals, people and notes; among equals the older id. */
function ranked([a, b]: [Mergeable, Mergeable], facts: QueryFacts): [Mergeable, Mergeable] {
  const [more, less] = [movedTo(a, facts).length, movedTo(b, facts).length]
  if (more !== less) return more > less ? [a, b] : [b, a]
  return a.record.id < b.record.id ? [a, b] : [b, a]
}

const reasonFor = (winner: Mergeable, loser: Mergeable, facts: QueryFacts): string =>
  movedTo(winner, facts).length > movedTo(loser, facts).length ? 'it has more on it' : 'it is the older one'

/** What hangs on a record, by name. */
function movedTo(row: Mergeable, facts: QueryFacts): string[] {
  const { id } = row.record
  const deals = facts.onFile.deals.filter((deal) => (row.kind === 'account' ? deal.account : deal.contact) === id)
  const spoken = facts.onFile.activities.filter(({ about }) => about.kind === row.kind && about.id === id)
  const people =
    row.kind === 'account'
      ? facts.onFile.contacts.filter(
          ({ company }) =>
            plainWords(company ?? '') === plainWords(row.record.name) && plainWords(company ?? '') !== '',
        )
      : []
  return [
    ...deals.map((deal) => `deal ${sayWord(deal.name ?? deal.company ?? 'without a name')}`),
    ...people.map((one) => `contact ${sayWord(nameOf({ kind: 'contact', record: one }))}`),
    ...(spoken.length > 0 ? [`${spoken.length} ${spoken.length === 1 ? 'note or task' : 'notes and tasks'}`] : []),
  ]
}

type Json = FieldOp['before']

/** Lists are joined; of two values the one written later holds; what one leaves empty the other fills. */
function takenOver(winner: Mergeable, loser: Mergeable, facts: QueryFacts): FieldOp[] {
  const [one, other] = [winner.record, loser.record] as [
    Readonly<Record<string, unknown>>,
    Readonly<Record<string, unknown>>,
  ]
  const later = (facts.written[loser.record.id] ?? 0) > (facts.written[winner.record.id] ?? 0)
  const ops: FieldOp[] = []
  const put = (path: string, before: unknown, after: unknown) => {
    if (JSON.stringify(before ?? null) !== JSON.stringify(after ?? null))
      ops.push({ path, before: (before ?? null) as Json, after: (after ?? null) as Json })
  }
  for (const path of LISTS[winner.kind])
    put(path, one[path], union(one[path], [...extra(winner, loser, path), ...listOf(other[path])]))
  for (const path of TEXTS[winner.kind]) put(path, one[path], better(one[path], other[path], later))
  put('notes', one.notes, joined(one.notes, other.notes))
  for (const [field, value] of Object.entries(loser.record.custom)) {
    const own = Object.hasOwn(winner.record.custom, field) ? winner.record.custom[field] : null
    put(`custom.${field}`, own, better(own, value, later))
  }
  return ops
}

const LISTS = { account: ['domains', 'aliases'], contact: ['emails', 'phones'] } as const
/** The name is the winner's; the other one stays as what it is called, too. */
const TEXTS = { account: ['country', 'owner'], contact: ['name', 'company', 'owner', 'status'] } as const

const extra = (winner: Mergeable, loser: Mergeable, path: string): string[] =>
  path === 'aliases' && loser.kind === 'account' && nameOf(winner) !== nameOf(loser) ? [loser.record.name] : []
const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
const union = (a: unknown, b: readonly string[]): string[] => {
  const all = [...listOf(a), ...b]
  return all.filter((one, at) => all.findIndex((other) => other.toLowerCase() === one.toLowerCase()) === at)
}
const isEmpty = (value: unknown): boolean => value === null || value === undefined || String(value).trim() === ''
const better = (own: unknown, other: unknown, later: boolean): unknown =>
  isEmpty(other) || (!isEmpty(own) && !later) ? (own ?? null) : other
const joined = (own: unknown, other: unknown): unknown =>
  isEmpty(other) || String(own ?? '').includes(String(other))
    ? (own ?? null)
    : isEmpty(own)
      ? other
      : `${own}\n${other}`
