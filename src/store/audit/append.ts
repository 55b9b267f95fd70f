import { createHash, createHmac, type KeyObject } from 'node:crypto'
import { canonical } from '#kernel/ids.ts'
import type { Operation } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { statement } from '../over.ts'

/** What the chain needs from outside: the key of the home and fresh salt for every payload. */
export interface AuditSecrets {
  key: KeyObject
  salt(): string
}

export interface AuditEntry {
  atMs: number
  /** What happened, in a dotted word: `action.done`, `flag.decided`. */
  what: string
  task: string | null
  /** Personal data may stand here and nowhere else in the chain. */
  payload: Record<string, unknown>
}

const last = statement((_$: Record<never, never>, db) =>
  db.selectFrom('audit').select(['seq', 'link']).orderBy('seq', 'desc').limit(1),
)
const row = statement(
  ($: { seq: number; atMs: number; what: string; task: string | null; commitment: string; link: string }, db) =>
    db
      .insertInto('audit')
      .values({ seq: $.seq, at_ms: $.atMs, what: $.what, task: $.task, commitment: $.commitment, link: $.link }),
)
const payload = statement(($: { seq: number; salt: string; payload: string }, db) =>
  db.insertInto('audit_payloads').values({ seq: $.seq, salt: $.salt, payload: $.payload }),
)

/** The salted commitment to a payload: once payload and salt are gone, it says nothing about them. */
export const commitmentTo = (salt: string, text: string): string =>
  createHash('sha256').update(`${salt}\n${text}`).digest('base64url')

/** A row's link: an HMAC over the link before it and everything the row says. */
export function linkOf(
  key: KeyObject,
  before: string,
  entry: { seq: number; atMs: number; what: string; task: string | null; commitment: string },
): string {
  return createHmac('sha256', key)
    .update([before, entry.seq, entry.atMs, entry.what, entry.task ?? '', entry.commitment].join('\n'))
    .digest('base64url')
}

/** Adds a row to the chain, in the transaction of what it tells about. */
export function* appendAudit(secrets: AuditSecrets, entry: AuditEntry): Operation<void> {
  const before = yield* first(last({}))
  const seq = (before?.seq ?? 0) + 1
  const salt = secrets.salt()
  const text = canonical(entry.payload)
  const commitment = commitmentTo(salt, text)
  const link = linkOf(secrets.key, before?.link ?? '', { ...entry, seq, commitment })
  yield* row({ seq, atMs: entry.atMs, what: entry.what, task: entry.task, commitment, link })
  yield* payload({ seq, salt, payload: text })
}
