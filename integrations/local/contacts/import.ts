import { addressKey } from '#kernel/address-key.ts'
import type { Sql } from '#ports/sql.ts'
import { wordsMark } from '../csv/duplicates.ts'
import { readTable } from '../csv/table.ts'
import type { ImportReport, TextImport } from '../import-file.ts'
import { type Place, takeIn } from '../take-in.ts'
import { keepContact } from './contact-rows.ts'
import { everyContact } from './export.ts'
import { contactReading } from './reading.ts'
import { emailsOf, phonesOf, type StoredContact } from './stored-contact.ts'

/**
 * Takes a CSV file of contacts in. The whole file is read before anything is written, so one with a mistake changes
 * nothing. A contact that is there already (same id) is updated.
 * @throws DeskError IMPORT_INVALID naming the line, IMPORT_TOO_LARGE
 */
export async function importContacts(sql: Sql, text: string, options: TextImport): Promise<ImportReport> {
  return takeIn(sql, readTable(text, options.file, contactReading), placeIn(sql), options)
}

const placeIn = (sql: Sql): Place<StoredContact> => ({
  keep: keepContact,
  async *every() {
    for await (const { row, stored } of everyContact(sql)) yield { id: row.id, stored }
  },
  /** Any of their addresses; their name and company where they have none. */
  marks(stored) {
    const addresses = [...emailsOf(stored), ...phonesOf(stored)]
    const marks = addresses.flatMap((said) => ({ key: addressKey(said) ?? '', said })).filter(({ key }) => key !== '')
    return marks.length > 0 ? marks : wordsMark(stored.name, stored.company)
  },
  nameOf: (stored) => stored.name,
})
