import type { Sql } from '#ports/sql.ts'
import { recordsAfter, type StoredKind } from './record-rows.ts'

const PAGE = 500

/** Every record of a kind that is not put away, in the order of the database. */
export async function* everyRecord<Stored>(sql: Sql, kind: StoredKind): AsyncGenerator<{ id: string; stored: Stored }> {
  let after = ''
  for (;;) {
    const page = await sql.read(() => recordsAfter(kind, after, PAGE))
    for (const row of page) yield { id: row.id, stored: JSON.parse(row.body) }
    if (page.length < PAGE) return
    after = page.at(-1)?.id ?? ''
  }
}
