import { toIso } from '#kernel/time.ts'
import type { Sql } from '#ports/sql.ts'
import { auditPage } from '#store/audit/read.ts'

const PAGE = 1000

/**
 * The audit chain, a row a line: `{seq, at, what, task, versions, payload, salt, commitment, link}`; payload and salt are null where
 * they were erased.
 */
export async function* auditLines(sql: Sql): AsyncGenerator<string> {
  for (let after = 0; ; ) {
    const rows = await sql.read(() => auditPage(after, PAGE))
    for (const { seq, atMs, what, task, versions, payload, salt, commitment, link } of rows) {
      const body: unknown = payload === null ? null : JSON.parse(payload)
      const by: unknown = versions === null ? null : JSON.parse(versions)
      yield `${JSON.stringify({ seq, at: toIso(atMs), what, task, versions: by, payload: body, salt, commitment, link })}\n`
    }
    if (rows.length < PAGE) return
    after = rows.at(-1)?.seq ?? after
  }
}
