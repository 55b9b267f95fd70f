import { plainWords } from '#language/record-words.ts'
import type { Test } from '../../request/query.ts'
import type { QueryFacts, Row } from './facts.ts'
import { rowsOf } from './facts.ts'
import { namedIn } from './names.ts'

type ValueTest = Extract<Test, { test: 'value' }>

/** A test of values that was found on file: how it is said, and whether a record passes it (null: its field says nothing). */
export interface Found {
  said: string
  holds(row: Row): boolean | null
}

/** What stands in the fields of a record that have words, by the name of the field. */
export function wordFields(row: Row): [name: string, value: string][] {
  const own = 'custom' in row.record ? Object.entries(row.record.custom) : []
  const plainFields = (fields: Readonly<Record<string, string | null>>): [string, string][] =>
    Object.entries(fields).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))
  switch (row.kind) {
    case 'deal': {
      const { stage, status, pipeline, currency, lostReason } = row.record
      return [...plainFields({ stage, status, pipeline, currency, lostReason }), ...own]
    }
    case 'contact':
      return [...plainFields({ status: row.record.status, company: row.record.company }), ...own]
    case 'account':
      return [...plainFields({ country: row.record.country }), ...own]
    case 'lead': {
      const { status, score, company, source, class: kind } = row.record
      return [
        ...plainFields({
          status,
          band: score?.band ?? null,
          region: company.region,
          industry: company.industry,
          source: source.channel,
          class: kind,
        }),
        ...own,
      ]
    }
    case 'activity':
      return plainFields({ kind: row.record.kind })
  }
}

/** Fields that people call a stage, a status or a phase. */
const STANDING = /^(?:stage|status|state|phase|band)$/u

/** Finds out what the words of a test mean among what is on file; null where they mean nothing there. */
export function resolveValue(test: ValueTest, kind: Row['kind'], facts: QueryFacts): Found | null {
  const rows = rowsOf(facts, kind)
  const wanted = plainWords(test.words)
  const fields = [...new Set(rows.flatMap((row) => wordFields(row).map(([name]) => name)))]
  const named = test.field === null ? null : fieldsMeant(test.field, fields)
  const within = (names: readonly string[]): Found | null => {
    const hit = names.filter((name) =>
      rows.some((row) => wordFields(row).some(([own, value]) => own === name && isValue(value, wanted))),
    )
    return hit.length === 0 ? null : fieldTest(hit, wanted, test)
  }
  if (named) {
    const known = named.length > 0 && (within(named) ?? fieldTest(named, wanted, test))
    if (known) return known
    // "In the proposal stage" of a stage nobody is in is nobody, and no riddle.
    return kind === 'deal' &&
      STANDING.test(plainWords(test.field ?? '')) &&
      facts.stages.some((stage) => isValue(stage, wanted))
      ? fieldTest(['stage'], wanted, test)
      : null
  }
  const standing = within(fields.filter((name) => STANDING.test(name)))
  if (standing) return standing
  if (kind === 'deal' && facts.stages.some((stage) => isValue(stage, wanted))) return fieldTest(['stage'], wanted, test)
  return within(fields) ?? withNamed(test.words, test.not, facts)
}

/** The fields that a name means; one of the team's own may be said in part ("interest" for `product_interest`). */
function fieldsMeant(said: string, fields: readonly string[]): string[] {
  const wanted = plainWords(said)
  if (STANDING.test(wanted)) return fields.filter((name) => STANDING.test(name))
  const exact = fields.filter((name) => plainWords(name) === wanted)
  return exact.length > 0
    ? exact
    : fields.filter((name) =>
        plainWords(name)
          .split(' ')
          .some((word) => same(word, wanted)),
      )
}

const same = (word: string, wanted: string): boolean =>
  word === wanted || word === `${wanted}s` || `${word}s` === wanted

/** A value that is the words, or ends with them: "won" is `closed_won`; "service" is "Services". */
export const isValue = (value: string, wanted: string): boolean => {
  const here = plainWords(value)
  return same(here, wanted) || (here.startsWith('closed ') && here.slice('closed '.length) === wanted)
}

function fieldTest(names: readonly string[], wanted: string, { not, words }: ValueTest): Found {
  const [first = ''] = names
  return {
    said: STANDING.test(first)
      ? `${not ? 'not ' : ''}in ${words}`
      : `with ${plainWords(first)} ${not ? 'not ' : ''}${words}`,
    holds: (row) => {
      const here = wordFields(row).filter(([name]) => names.includes(name))
      return here.some(([, value]) => isValue(value, wanted)) !== not
    },
  }
}

/** Words that name an account or a person: records that are with them. Null where they name nobody. */
export function withNamed(words: string, not: boolean, facts: QueryFacts): Found | null {
  const found = namedIn(words, ['account', 'contact', 'deal', 'lead'], facts)
  if (found.length === 0) return null
  const ids = new Set(found.map(({ row }) => row.record.id))
  const companies = new Set(found.flatMap(({ row }) => (row.kind === 'account' ? [plainWords(row.record.name)] : [])))
  const isWith = (row: Row): boolean => {
    if (ids.has(row.record.id)) return true
    if (row.kind === 'activity') return ids.has(row.record.about.id)
    if (row.kind === 'deal')
      return (
        [row.record.account, row.record.contact].some((id) => id !== null && ids.has(id)) ||
        companies.has(plainWords(row.record.company ?? ''))
      )
    if (row.kind === 'contact') return companies.has(plainWords(row.record.company ?? ''))
    return row.kind === 'lead' && companies.has(plainWords(row.record.company.name ?? ''))
  }
  return { said: `${not ? 'not ' : ''}with ${words}`, holds: (row) => isWith(row) !== not }
}
