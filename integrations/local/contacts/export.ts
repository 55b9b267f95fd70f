import Papa from 'papaparse'
import type { Sql } from '#ports/sql.ts'
import { contactsAfter } from './contact-rows.ts'
import { guard } from './guard.ts'
import { type ContactRow, FIELDS, type StoredContact } from './stored-contact.ts'

const PAGE = 500

/** All contacts as CSV, in pieces: the fields, then the team's own columns as they were first met. */
export async function* exportContacts(sql: Sql): AsyncGenerator<string> {
  const names = new Set<string>()
  for await (const { stored } of everyContact(sql)) for (const name of Object.keys(stored.custom)) names.add(name)
  const custom = [...names]
  yield line(['id', ...FIELDS, ...custom])
  for await (const { row, stored } of everyContact(sql)) {
    const own = custom.map((name) => (Object.hasOwn(stored.custom, name) ? (stored.custom[name] ?? '') : ''))
    yield line([row.id, ...FIELDS.map((field) => stored[field] ?? ''), ...own])
  }
}

const line = (cells: readonly string[]): string => `${Papa.unparse([cells.map(guard)])}\r\n`

/** Every contact with its row, in the order of the database. */
export async function* everyContact(sql: Sql): AsyncGenerator<{ row: ContactRow; stored: StoredContact }> {
  let after = ''
  for (;;) {
    const page = await sql.read(() => contactsAfter(after, PAGE))
    for (const row of page) yield { row, stored: JSON.parse(row.body) }
    if (page.length < PAGE) return
    after = page.at(-1)?.id ?? ''
  }
}
