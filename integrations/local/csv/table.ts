import { DeskError } from '#kernel/errors.ts'
import { idOf } from '#kernel/ids.ts'
import { type Columns, columnsOf, HeaderProblem, type Shape } from './columns.ts'
import { unguard } from './guard.ts'
import { type CsvRow, rowsOf } from './rows.ts'

/** One row by fields; an empty cell of a field is null, of a column of the team's own an empty text. */
export interface TableRow<Field extends string> {
  line: number
  cells: Readonly<Record<Field, string | null>>
  custom: Readonly<Record<string, string>>
}

/** What a row of a file became, under an id of its own. */
export interface Taken<Stored> {
  id: string
  /** Where the row begins. */
  line: number
  stored: Stored
}

/** Why the cells of a row cannot be taken, as the end of a sentence. */
export class RowProblem extends Error {}

/** How the rows of one kind of file become what is kept. */
export interface Reading<Field extends string, Stored> extends Shape<Field> {
  most: number
  idPrefix: string
  /** @throws RowProblem */
  read(row: TableRow<Field>): Stored
  /** What the same record has again in the next version of the file. */
  who(stored: Stored): string
}

/**
 * Every record of a CSV file.
 * @throws DeskError IMPORT_INVALID naming the line, IMPORT_TOO_LARGE
 */
export function readTable<Field extends string, Stored>(
  text: string,
  file: string,
  reading: Reading<Field, Stored>,
): Taken<Stored>[] {
  const [head, ...rows] = rowsOf(text, file, reading.most, reading.what)
  if (!head) throw invalid(file, 1, 'there is nothing in it')
  const inRow = <T>(row: CsvRow, work: () => T): T => {
    try {
      return work()
    } catch (error) {
      if (error instanceof HeaderProblem || error instanceof RowProblem) throw invalid(file, row.line, error.message)
      throw error
    }
  }
  const columns = inRow(head, () => columnsOf(head.cells.map(unguard), reading))
  const lineOfId = new Map<string, number>()
  const timesSeen = new Map<string, number>()
  return rows.map((row) =>
    inRow(row, () => {
      const stored = reading.read(cellsOf(row, columns, head.cells.length, reading.fields))
      const own = columns.fields.get('id')
      const id = (own === undefined ? '' : unguard(row.cells[own] ?? '')) || madeUpId(stored, reading, timesSeen)
      const before = lineOfId.get(id)
      if (before !== undefined) throw new RowProblem(`the id "${id}" stands on line ${before} too`)
      lineOfId.set(id, row.line)
      return { id, line: row.line, stored }
    }),
  )
}

function cellsOf<Field extends string>(
  row: CsvRow,
  columns: Columns<Field>,
  width: number,
  fields: readonly Field[],
): TableRow<Field> {
  if (row.cells.slice(width).some((cell) => cell !== ''))
    throw new RowProblem(`there are ${row.cells.length} cells under ${width} columns`)
  const cell = (index: number | undefined) => (index === undefined ? '' : unguard(row.cells[index] ?? ''))
  const nameless = columns.custom.find((column) => column.name === '' && cell(column.index) !== '')
  if (nameless) throw new RowProblem(`column ${nameless.index + 1} has no name`)
  const cells = Object.fromEntries(fields.map((field) => [field, cell(columns.fields.get(field)) || null]))
  const custom = Object.fromEntries(
    columns.custom.filter((column) => column.name !== '').map((column) => [column.name, cell(column.index)]),
  )
  return { line: row.line, cells: cells as Record<Field, string | null>, custom }
}

/** An id that the same record gets again from the next version of the file. */
function madeUpId<Stored>(
  stored: Stored,
  { who, idPrefix }: Pick<Reading<never, Stored>, 'who' | 'idPrefix'>,
  timesSeen: Map<string, number>,
): string {
  const known = who(stored)
  const times = (timesSeen.get(known) ?? 0) + 1
  timesSeen.set(known, times)
  return idOf(idPrefix, [known, times])
}

const invalid = (file: string, line: number, problem: string) =>
  new DeskError('IMPORT_INVALID', { file, where: `line ${line}`, problem })
