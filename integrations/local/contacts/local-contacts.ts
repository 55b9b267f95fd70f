import type { Contact } from '#kernel/contact.ts'
import type { Crm } from '#ports/crm.ts'
import type { Sql } from '#ports/sql.ts'
import { allContacts, contactRow, contactRowByAddress, contactsMark, removeContact } from './contact-rows.ts'
import { ContactSearch } from './search.ts'
import { addressKey, contactOf } from './stored-contact.ts'

/** The embedded contacts: who is on file, in the desk's own database. */
export class LocalContacts implements Crm {
  readonly name = 'local'
  readonly #sql: Sql
  #search: { mark: string; index: ContactSearch } | null = null

  constructor(sql: Sql) {
    this.#sql = sql
  }

  async contactById(id: string): Promise<Contact | null> {
    const row = await this.#sql.read(() => contactRow(id))
    return row && row.archived === 0 ? contactOf(row) : null
  }

  /** Everyone on file, by name, up to a number. */
  async list(limit: number): Promise<readonly Contact[]> {
    const rows = await this.#sql.read(() => allContacts())
    return rows
      .map(contactOf)
      .sort((a, b) => (a.name ?? '').localeCompare(b.name ?? ''))
      .slice(0, limit)
  }

  /** Takes somebody off file. */
  remove(id: string): Promise<void> {
    return this.#sql.write(() => removeContact(id))
  }

  /** @param address an e-mail address, or a phone number as any channel writes it */
  async contactByAddress(address: string): Promise<Contact | null> {
    const key = addressKey(address)
    const row = key === null ? undefined : await this.#sql.read(() => contactRowByAddress(key))
    return row ? contactOf(row) : null
  }

  async findContacts(words: string, limit: number): Promise<readonly Contact[]> {
    const mark = await this.#sql.read(() => contactsMark())
    if (this.#search?.mark !== mark) {
      const rows = await this.#sql.read(() => allContacts())
      this.#search = { mark, index: new ContactSearch(rows.map(contactOf)) }
    }
    return this.#search.index.find(words, limit)
  }
}
