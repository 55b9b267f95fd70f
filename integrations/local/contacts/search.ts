import MiniSearch from 'minisearch'
import type { Contact } from '#kernel/contact.ts'

/** Lower case without accents: "Zoë" is found as "zoe". */
const fold = (term: string): string => term.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

interface Document {
  id: string
  name: string
  company: string
  address: string
}

/** Finds contacts by words that resemble their name, company or address. */
export class ContactSearch {
  readonly #index: MiniSearch<Document>
  readonly #byId: ReadonlyMap<string, Contact>

  constructor(contacts: readonly Contact[]) {
    this.#byId = new Map(contacts.map((contact) => [contact.id, contact]))
    this.#index = new MiniSearch<Document>({
      fields: ['name', 'company', 'address'],
      processTerm: fold,
      searchOptions: {
        boost: { name: 3, company: 1.5 },
        prefix: (term) => term.length > 2,
        fuzzy: (term) => (term.length > 3 ? 0.2 : 0),
      },
    })
    this.#index.addAll(
      contacts.map(({ id, name, company, emails }) => ({
        id,
        name: name ?? '',
        company: company ?? '',
        address: emails.join(' '),
      })),
    )
  }

  /** Those that have every word, else those that have some; best first. */
  find(words: string, limit: number): Contact[] {
    const every = this.#index.search(words, { combineWith: 'AND' })
    const found = every.length > 0 ? every : this.#index.search(words, { combineWith: 'OR' })
    return found.slice(0, limit).flatMap(({ id }) => this.#byId.get(id) ?? [])
  }
}
