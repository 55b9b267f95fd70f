import { recordName } from '#kernel/record-name.ts'
import { likenessOf } from '#language/same.ts'
import type { QueryFacts, Row } from './facts.ts'
import { rowsOf } from './facts.ts'

/** A record that words may mean, and how much like its name they are, 0 to 1. */
export interface Named {
  row: Row
  likeness: number
}

/** Beyond this distance another is not meant. */
const MARGIN = 0.08
/** One name is part of the other: "acme" for "Acme Studio". */
const CONTAINED = 0.86

/** How a record is called in a sentence. */
export const nameOf = ({ kind, record }: Row): string => recordName(kind, { ...record }) ?? 'a record without a name'

/** What a record is found by. */
export function namesOf(row: Row, facts: QueryFacts): string[] {
  const names = (list: readonly (string | null | undefined)[]) => list.filter((one): one is string => !!one)
  switch (row.kind) {
    case 'account':
      return names([row.record.name, ...row.record.aliases, ...row.record.domains])
    case 'contact':
      return names([row.record.name, ...row.record.emails, ...row.record.phones])
    case 'deal': {
      const { account, company, name } = row.record
      return names([name, company, facts.onFile.accounts.find(({ id }) => id === account)?.name])
    }
    case 'lead':
      return names([row.record.person.name, row.record.company.name, row.record.person.email])
    case 'activity':
      return []
  }
}

/** How much one of the names of a record is like some words; an exact one counts fully. */
function likenessOfRow(words: string, row: Row, facts: QueryFacts): number {
  const said = fold(words)
  const all = namesOf(row, facts).map((name) => {
    const folded = fold(name)
    if (folded === said) return 1
    const given = row.kind === 'contact' || row.kind === 'lead' ? folded.split(' ') : []
    if (given.includes(said)) return 0.95
    return likenessOf(name, words).likeness
  })
  return Math.max(0, ...all)
}

/** Records that words may mean, of these kinds, best first; below the policy's "ask" none is. */
export function namedIn(words: string, kinds: readonly Row['kind'][], facts: QueryFacts): Named[] {
  if (facts.alias) {
    const learnt = kinds
      .flatMap((kind) => rowsOf(facts, kind))
      .find(({ kind, record }) => kind === facts.alias?.kind && record.id === facts.alias.id)
    if (learnt) return [{ row: learnt, likeness: 1 }]
  }
  const found = kinds
    .flatMap((kind) => rowsOf(facts, kind))
    .map((row) => ({ row, likeness: likenessOfRow(words, row, facts) }))
    .filter(({ likeness }) => likeness >= Math.min(facts.match.ask, CONTAINED))
    .sort((a, b) => b.likeness - a.likeness)
  const [best] = found
  return best ? found.filter(({ likeness }) => likeness > best.likeness - MARGIN) : []
}

const fold = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@.+]+/gu, ' ')
    .trim()
