import type { Sql } from '#ports/sql.ts'
import { writeTable } from '../csv/write.ts'
import { contactsAfter } from './contact-rows.ts'
import { type ContactRow, FIELDS, type StoredContact } from './stored-contact.ts'

const PAGE = 500

/** All contacts as CSV, in pieces. */
export function exportContacts(sql: Sql): AsyncGenerator<string> {
  return writeTable(FIELDS, async function* () {
    for await (const { row, stored } of everyContact(sql)) yield { id: row.id, cells: stored, custom: stored.custom }
  })
}

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
