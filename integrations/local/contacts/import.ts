import { DeskError } from '#kernel/errors.ts'
import { idOf } from '#kernel/ids.ts'
import type { Sql } from '#ports/sql.ts'
import { type Columns, columnsOf, HeaderProblem } from './columns.ts'
import { keepContact } from './contact-rows.ts'
import { type CsvRow, rowsOf } from './csv.ts'
import { unguard } from './guard.ts'
import { addressKey, FIELDS, type StoredContact } from './stored-contact.ts'

export const MOST_CONTACTS = 100_000
const CHUNK = 500

export interface ContactImport {
  /** How the file is called in messages. */
  file: string
  onProgress?: (progress: { done: number; total: number }) => void
}

export interface ContactReport {
  added: number
  changed: number
  unchanged: number
}

/**
 * Takes a CSV file of contacts in. The whole file is read before anything is written, so one with a mistake changes
 * nothing. A contact that is there already (same id) is updated.
 * @throws DeskError IMPORT_INVALID naming the line, IMPORT_TOO_LARGE
 */
export async function importContacts(sql: Sql, text: string, options: ContactImport): Promise<ContactReport> {
  const contacts = read(text, options.file)
  const report: ContactReport = { added: 0, changed: 0, unchanged: 0 }
  for (let at = 0; at < contacts.length; at += CHUNK) {
    const chunk = contacts.slice(at, at + CHUNK)
    await sql.write(function* () {
      for (const { id, stored } of chunk) report[yield* keepContact(id, stored)] += 1
    })
    options.onProgress?.({ done: at + chunk.length, total: contacts.length })
  }
  return report
}

function read(text: string, file: string): { id: string; stored: StoredContact }[] {
  const rows = rowsOf(text, file)
  const head = rows.next()
  if (head.done) throw invalid(file, 1, 'there is nothing in it')
  const columns = headerOf(head.value, file)
  const contacts: { id: string; stored: StoredContact }[] = []
  const lineOfId = new Map<string, number>()
  const timesSeen = new Map<string, number>()
  for (const row of rows) {
    if (contacts.length === MOST_CONTACTS)
      throw new DeskError('IMPORT_TOO_LARGE', { file, limit: MOST_CONTACTS, what: 'contacts' })
    const stored = contactIn(row, columns, head.value.cells.length, file)
    const own = columns.fields.get('id')
    const id = (own === undefined ? '' : unguard(row.cells[own] ?? '')) || madeUpId(stored, timesSeen)
    const before = lineOfId.get(id)
    if (before !== undefined) throw invalid(file, row.line, `the id "${id}" stands on line ${before} too`)
    lineOfId.set(id, row.line)
    contacts.push({ id, stored })
  }
  return contacts
}

function headerOf(row: CsvRow, file: string): Columns {
  try {
    return columnsOf(row.cells.map(unguard))
  } catch (error) {
    if (error instanceof HeaderProblem) throw invalid(file, row.line, error.message)
    throw error
  }
}

function contactIn(row: CsvRow, columns: Columns, width: number, file: string): StoredContact {
  if (row.cells.slice(width).some((cell) => cell !== ''))
    throw invalid(file, row.line, `there are ${row.cells.length} cells under ${width} columns`)
  const cell = (index: number | undefined) => (index === undefined ? '' : unguard(row.cells[index] ?? ''))
  const nameless = columns.custom.find((column) => column.name === '' && cell(column.index) !== '')
  if (nameless) throw invalid(file, row.line, `column ${nameless.index + 1} has no name`)
  const [name = null, email = null, phone = null, company = null, owner = null, status = null, notes = null] =
    FIELDS.map((field) => cell(columns.fields.get(field)) || null)
  const custom = Object.fromEntries(
    columns.custom.filter((column) => column.name !== '').map((column) => [column.name, cell(column.index)]),
  )
  return { name, email, phone, company, owner, status, notes, custom }
}

/** An id that the same person gets again from the next version of the file: by address, else by name, else by all cells. */
function madeUpId(stored: StoredContact, timesSeen: Map<string, number>): string {
  const who = addressKey(stored.email ?? '') ?? addressKey(stored.phone ?? '') ?? stored.name ?? JSON.stringify(stored)
  const times = (timesSeen.get(who) ?? 0) + 1
  timesSeen.set(who, times)
  return idOf('c', [who, times])
}

const invalid = (file: string, line: number, problem: string) =>
  new DeskError('IMPORT_INVALID', { file, where: `line ${line}`, problem })
