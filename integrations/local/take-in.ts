import type { Operation, Sql } from '#ports/sql.ts'
import { duplicatesIn, type Likeness } from './csv/duplicates.ts'
import type { Taken } from './csv/table.ts'
import type { Fate, ImportReport, TextImport } from './import-file.ts'

const CHUNK = 500

/** Where the records of a file go, and what they are compared with. */
export interface Place<Stored> extends Likeness<Stored> {
  keep(id: string, stored: Stored): Operation<Fate>
  /** Everything of the kind that is on file. */
  every(): AsyncIterable<{ id: string; stored: Stored }>
}

/** Rolls back what a dry run wrote. */
class OnlyTried extends Error {}

/** Writes the records of a file, some at a time; a dry run takes each piece back, and looks for duplicates. */
export async function takeIn<Stored>(
  sql: Sql,
  records: readonly Taken<Stored>[],
  place: Place<Stored>,
  { onProgress, dryRun = false }: TextImport,
): Promise<ImportReport> {
  const report: ImportReport = { added: 0, changed: 0, unchanged: 0 }
  const duplicates = dryRun ? await duplicatesIn(records, place.every(), place) : null
  for (let at = 0; at < records.length; at += CHUNK) {
    const chunk = records.slice(at, at + CHUNK)
    const written = sql.write(function* () {
      for (const { id, stored } of chunk) report[yield* place.keep(id, stored)] += 1
      if (dryRun) throw new OnlyTried()
    })
    await written.catch((error: unknown) => {
      if (!(error instanceof OnlyTried)) throw error
    })
    onProgress?.({ done: at + chunk.length, total: records.length })
  }
  return duplicates ? { ...report, duplicates } : report
}
