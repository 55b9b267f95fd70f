import type { Sql } from '#ports/sql.ts'
import { readTable } from '../csv/table.ts'
import type { ImportReport, TextImport } from '../import-file.ts'
import { takeIn } from '../take-in.ts'
import { keepContact } from './contact-rows.ts'
import { contactReading } from './reading.ts'

/**
 * Takes a CSV file of contacts in. The whole file is read before anything is written, so one with a mistake changes
 * nothing. A contact that is there already (same id) is updated.
 * @throws DeskError IMPORT_INVALID naming the line, IMPORT_TOO_LARGE
 */
export async function importContacts(sql: Sql, text: string, options: TextImport): Promise<ImportReport> {
  return takeIn(sql, readTable(text, options.file, contactReading), keepContact, options)
}
