import { plainWords } from '#language/record-words.ts'
import type { Of, Selection } from '../../request/query.ts'
import { type QueryFacts, type Row, rowsOf } from './facts.ts'
import { type Picked, pick } from './pick.ts'

const KINDS: Readonly<Record<Of, readonly Row['kind'][]>> = {
  deal: ['deal'],
  contact: ['contact'],
  account: ['account'],
  lead: ['lead', 'contact'],
  task: ['activity'],
  note: ['activity'],
  record: ['deal', 'contact', 'account', 'lead'],
}

/** Picks from every kind that a word for records means: "leads" are leads on file, and contacts whose status says so. */
export function pickAll(set: Selection, facts: QueryFacts): Picked {
  const kinds = KINDS[set.of].filter((kind) => rowsOf(facts, kind).some((row) => isOf(set.of, row)))
  const [first = KINDS[set.of][0] ?? 'deal', ...others] = kinds
  const one = only(set.of, pick(set, first, facts))
  return others.reduce((all, kind) => joined(all, only(set.of, pick(set, kind, facts))), one)
}

const only = (of: Of, picked: Picked): Picked => ({
  ...picked,
  kept: picked.kept.filter((row) => isOf(of, row)),
  unknown: picked.unknown.filter((row) => isOf(of, row)),
})

/** A riddle is a riddle where no kind knows the words. */
const joined = (a: Picked, b: Picked): Picked => ({
  kept: [
    ...(a.riddles.length > b.riddles.length ? [] : a.kept),
    ...(b.riddles.length > a.riddles.length ? [] : b.kept),
  ],
  unknown: [...a.unknown, ...b.unknown],
  said: a.said.length >= b.said.length ? a.said : b.said,
  riddles: a.riddles.filter((words) => b.riddles.includes(words)),
})

function isOf(of: Of, row: Row): boolean {
  if (of === 'task') return row.kind === 'activity' && row.record.kind === 'task'
  if (of === 'note') return row.kind === 'activity' && row.record.kind !== 'task'
  if (of === 'lead' && row.kind === 'contact') return /^leads?$/u.test(plainWords(row.record.status ?? ''))
  return true
}

const WORDS: Readonly<Record<Of, readonly [one: string, many: string]>> = {
  deal: ['deal', 'deals'],
  contact: ['contact', 'contacts'],
  account: ['account', 'accounts'],
  lead: ['lead', 'leads'],
  task: ['task', 'tasks'],
  note: ['note', 'notes'],
  record: ['record', 'records'],
}

/** `3 deals`, `1 contact`, `no leads` */
export const sayCount = (count: number, of: Of): string =>
  `${count === 0 ? 'no' : count} ${WORDS[of][count === 1 ? 0 : 1]}`
