import { cleanLine, quoted } from '#kernel/display.ts'
import type { Taken } from './table.ts'

/** What tells that two records may be the same one: an address, a domain, a name; `key` is compared, `said` is shown. */
export interface Mark {
  key: string
  said: string
}

/** What one kind of record is known by. */
export interface Likeness<Stored> {
  marks(stored: Stored): readonly Mark[]
  nameOf(stored: Stored): string | null
}

/** A mark by words, whatever their case, accents and punctuation. */
export function wordsMark(...words: readonly (string | null)[]): Mark[] {
  const [said] = words
  const key = words
    .map((word) => (word ?? '').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase())
    .map((word) => word.replace(/[^\p{L}\p{N}]+/gu, ' ').trim())
    .join('\n')
  return said && key.trim() !== '' ? [{ key, said }] : []
}

/** Rows that may be a record of another row, or of another id on file, a sentence each, in the order of the lines. */
export async function duplicatesIn<Stored>(
  rows: readonly Taken<Stored>[],
  onFile: AsyncIterable<{ id: string; stored: Stored }>,
  { marks, nameOf }: Likeness<Stored>,
): Promise<string[]> {
  const firstWith = new Map<string, Taken<Stored>>()
  const found = new Map<string, { line: number; sentence: string }>()
  const note = (line: number, other: string, sentence: string) => {
    if (!found.has(`${line} ${other}`)) found.set(`${line} ${other}`, { line, sentence: `line ${line}: ${sentence}` })
  }
  for (const row of rows) {
    for (const { key, said } of marks(row.stored)) {
      const before = firstWith.get(key)
      if (!before) firstWith.set(key, row)
      else if (before !== row) note(row.line, String(before.line), `${quoted(said)} is on line ${before.line} too`)
    }
  }
  for await (const { id, stored } of onFile) {
    for (const { key, said } of marks(stored)) {
      const row = firstWith.get(key)
      const name = cleanLine(nameOf(stored) ?? 'a record without a name', 80)
      if (row && row.id !== id) note(row.line, `id ${id}`, `${quoted(said)} is on file already: ${name} (${id})`)
    }
  }
  return [...found.values()].sort((a, b) => a.line - b.line).map((one) => one.sentence)
}
