import { type KeyObject, timingSafeEqual } from 'node:crypto'
import type { Sql } from '#ports/sql.ts'
import { commitmentTo, linkOf } from '#store/audit/append.ts'
import { auditHead, auditPage } from '#store/audit/read.ts'

/** The last link as it was written down outside the database. */
export interface AuditHead {
  seq: number
  link: string
}

export interface AuditReport {
  rows: number
  /** Rows whose payload was erased; they verify by their commitment. */
  erased: number
  /** The first thing that is wrong, or null. */
  problem: { row: number; what: string } | null
}

const PAGE = 1000

/**
 * Walks the whole chain. `heads` are those written down outside the database: they betray a tail that was cut and an old
 * copy that was put back, which no chain can know of itself.
 */
export async function verifyAudit(sql: Sql, key: KeyObject, heads: readonly AuditHead[]): Promise<AuditReport> {
  const expected = new Map(heads.map((head) => [head.seq, head.link]))
  const report: AuditReport = { rows: 0, erased: 0, problem: null }
  let before = ''
  for (;;) {
    const rows = await sql.read(() => auditPage(report.rows, PAGE))
    for (const row of rows) {
      const wrong = wrongWith(row.seq === report.rows + 1, row, linkOf(key, before, row), expected.get(row.seq))
      if (wrong) return { ...report, problem: { row: row.seq, what: wrong } }
      report.rows = row.seq
      if (row.payload === null) report.erased++
      before = row.link
    }
    if (rows.length < PAGE) break
  }
  const last = Math.max(0, ...heads.map((head) => head.seq))
  if (report.rows < last)
    return {
      ...report,
      problem: {
        row: report.rows + 1,
        what: `the chain ends here, but row ${last} was written down outside: the end was cut off, or an old copy was put back`,
      },
    }
  return report
}

function wrongWith(
  inOrder: boolean,
  row: { commitment: string; link: string; salt: string | null; payload: string | null },
  link: string,
  head: string | undefined,
): string | null {
  if (!inOrder) return 'a row is missing before it'
  if (!same(row.link, link)) return 'it, or its place in the chain, was changed'
  if (row.payload !== null && commitmentTo(row.salt ?? '', row.payload) !== row.commitment)
    return 'its payload was changed'
  if (head !== undefined && !same(head, row.link))
    return 'it is not the row that was written down outside: the database was replaced'
  return null
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** The head as it stands, to be written down outside, or null for an empty chain. */
export async function currentHead(sql: Sql): Promise<AuditHead | null> {
  // As a write it answers only when the row is on the disk: a head written down outside must never be ahead of it.
  const head = await sql.write(auditHead)
  return head ? { seq: head.seq, link: head.link } : null
}
