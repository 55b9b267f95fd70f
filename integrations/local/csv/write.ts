import Papa from 'papaparse'
import { guard } from './guard.ts'

/** A record as the cells of an export: its fields, then the team's own columns. */
export interface Line<Field extends string> {
  id: string
  cells: Readonly<Record<Field, string | null>>
  custom: Readonly<Record<string, string>>
}

/**
 * Records as CSV, in pieces: the fields, then the team's own columns as they were first met.
 * @param every begins anew at every call
 */
export async function* writeTable<Field extends string>(
  fields: readonly Field[],
  every: () => AsyncIterable<Line<Field>>,
): AsyncGenerator<string> {
  const names = new Set<string>()
  for await (const { custom } of every()) for (const name of Object.keys(custom)) names.add(name)
  const own = [...names]
  yield line(['id', ...fields, ...own])
  for await (const { id, cells, custom } of every()) {
    const more = own.map((name) => (Object.hasOwn(custom, name) ? (custom[name] ?? '') : ''))
    yield line([id, ...fields.map((field) => cells[field] ?? ''), ...more])
  }
}

const line = (cells: readonly string[]): string => `${Papa.unparse([cells.map(guard)])}\r\n`
