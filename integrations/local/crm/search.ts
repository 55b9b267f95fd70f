import MiniSearch from 'minisearch'
import { LeadDraft } from '#kernel/lead.ts'
import type { Kept } from './shelf.ts'

/** Lower case without accents: "Zoë" is found as "zoe". */
const fold = (term: string): string => term.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** What records are found by, whichever of it their kind has. */
const FIELDS = ['name', 'aliases', 'company', 'emails', 'domains', 'text']

/** Finds records by words that resemble their name, company or address. */
export class WordSearch {
  readonly #index: MiniSearch
  readonly #byId: ReadonlyMap<string, Kept>

  /** @param wordsOf what a record is found by, under the names of FIELDS */
  constructor(records: readonly Kept[], wordsOf: (fields: Kept['fields']) => Kept['fields'] = (fields) => fields) {
    this.#byId = new Map(records.map((record) => [record.id, record]))
    this.#index = new MiniSearch({
      fields: FIELDS,
      processTerm: fold,
      searchOptions: {
        boost: { name: 3, aliases: 3, company: 1.5 },
        prefix: (term) => term.length > 2,
        fuzzy: (term) => (term.length > 3 ? 0.2 : 0),
      },
    })
    this.#index.addAll(
      records.map(({ id, fields }) => {
        const words = wordsOf(fields)
        return { id, ...Object.fromEntries(FIELDS.map((field) => [field, [words[field] ?? ''].flat().join(' ')])) }
      }),
    )
  }

  /** Those that have every word, else those that have some; best first. */
  find(words: string, limit: number): Kept[] {
    const every = this.#index.search(words, { combineWith: 'AND' })
    const found = every.length > 0 ? every : this.#index.search(words, { combineWith: 'OR' })
    return found.slice(0, limit).flatMap(({ id }) => this.#byId.get(id) ?? [])
  }
}

/** A lead is found by who writes, where they work and what they want. */
export function leadWords(fields: Kept['fields']): Kept['fields'] {
  const { person, company, ask } = LeadDraft.parse(fields)
  return {
    name: person.name,
    emails: [person.email, person.phone],
    company: company.name,
    domains: company.domain,
    text: ask,
  }
}
