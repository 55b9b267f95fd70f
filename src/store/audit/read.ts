import type { Operation } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { statement } from '../over.ts'

export interface AuditRow {
  seq: number
  atMs: number
  what: string
  task: string | null
  versions: string | null
  commitment: string
  link: string
  /** Null where it was erased. */
  salt: string | null
  payload: string | null
}

const page = statement(($: { after: number; limit: number }, db) =>
  db
    .selectFrom('audit')
    .leftJoin('audit_payloads', 'audit_payloads.seq', 'audit.seq')
    .select(['audit.seq', 'at_ms', 'what', 'task', 'versions', 'commitment', 'link', 'salt', 'payload'])
    .where('audit.seq', '>', $.after)
    .orderBy('audit.seq')
    .limit($.limit),
)
/** Rows after a number, in order. */
export function* auditPage(after: number, limit: number): Operation<AuditRow[]> {
  const rows = yield* page({ after, limit })
  return rows.map(({ at_ms, ...rest }) => ({ ...rest, atMs: at_ms }))
}

const head = statement((_$: Record<never, never>, db) =>
  db.selectFrom('audit').select(['seq', 'link', 'at_ms']).orderBy('seq', 'desc').limit(1),
)
/** The last row's number and link, or undefined for an empty chain. */
export const auditHead = (): Operation<{ seq: number; link: string; at_ms: number } | undefined> => first(head({}))
