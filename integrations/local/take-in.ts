import type { Operation, Sql } from '#ports/sql.ts'
import type { Taken } from './csv/table.ts'
import type { ImportReport, TextImport } from './import-file.ts'

const CHUNK = 500

/** Writes the records of a file, some at a time. */
export async function takeIn<Stored>(
  sql: Sql,
  records: readonly Taken<Stored>[],
  keep: (id: string, stored: Stored) => Operation<keyof ImportReport>,
  { onProgress }: TextImport,
): Promise<ImportReport> {
  const report: ImportReport = { added: 0, changed: 0, unchanged: 0 }
  for (let at = 0; at < records.length; at += CHUNK) {
    const chunk = records.slice(at, at + CHUNK)
    await sql.write(function* () {
      for (const { id, stored } of chunk) report[yield* keep(id, stored)] += 1
    })
    onProgress?.({ done: at + chunk.length, total: records.length })
  }
  return report
}
