import Papa from 'papaparse'
import { DeskError } from '#kernel/errors.ts'

export interface CsvRow {
  cells: readonly string[]
  /** Line on which the row begins, from 1; cells may hold line breaks. */
  line: number
}

const DELIMITERS = [',', ';', '\t', '|']

/**
 * The rows of a CSV file that hold anything, its header first.
 * @param most how many of `what` may follow the header
 * @throws DeskError IMPORT_INVALID naming the line of broken quotes, IMPORT_TOO_LARGE
 */
export function rowsOf(text: string, file: string, most: number, what: string): readonly CsvRow[] {
  const rows: CsvRow[] = []
  const plain = text.replace(/^\uFEFF/, '')
  let line = 1
  let at = 0
  let problem: { message: string; line: number } | null = null
  Papa.parse<string[]>(plain, {
    delimiter: delimiterOf(plain),
    step: ({ data, errors, meta }, parser) => {
      const [error] = errors
      if (error) {
        problem = { message: error.message, line: line + breaksIn(plain.slice(at, error.index ?? at)) }
        parser.abort()
        return
      }
      if (data.some((cell) => cell !== '')) rows.push({ cells: data, line })
      if (rows.length > most + 1) parser.abort()
      line += breaksIn(plain.slice(at, meta.cursor))
      at = meta.cursor
    },
  })
  if (problem) throw broken(file, problem)
  if (rows.length > most + 1) throw new DeskError('IMPORT_TOO_LARGE', { file, limit: most, what })
  return rows
}

function broken(file: string, problem: { message: string; line: number }): DeskError {
  return new DeskError('IMPORT_INVALID', { file, where: `line ${problem.line}`, problem: problem.message })
}

const breaksIn = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0

/** The sign that the header has most often outside quotes; a comma where it has none. */
function delimiterOf(text: string): string {
  const header = text.slice(0, /\r|\n/.exec(text)?.index ?? text.length).replace(/"[^"]*"/g, '')
  const counts = DELIMITERS.map((sign) => header.split(sign).length - 1)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ','
}
