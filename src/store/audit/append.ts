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
interface AuditInsert {
  seq: number
  atMs: number
  what: string
  task: string | null
  versions: string | null
  commitment: string
  link: string
}
const row = statement(($: AuditInsert, db) =>
  db.insertInto('audit').values({
    seq: $.seq,
    at_ms: $.atMs,
    what: $.what,
    task: $.task,
    versions: $.versions,
    commitment: $.commitment,
    link: $.link,
  }),
)
const payload = statement(($: { seq: number; salt: string; payload: string }, db) =>
  db.insertInto('audit_payloads').values({ seq: $.seq, salt: $.salt, payload: $.payload }),
)

/** The salted commitment to a payload: once payload and salt are gone, it says nothing about them. */
export const commitmentTo = (salt: string, text: string): string =>
  createHash('sha256').update(`${salt}\n${text}`).digest('base64url')

/** A row's link: an HMAC over the link before it and everything the row says. Rows from before there were versions have none. */
export function linkOf(
  key: KeyObject,
  before: string,
  entry: {
    seq: number
    atMs: number
    what: string
    task: string | null
    versions: string | null
    commitment: string
  },
): string {
  const { seq, atMs, what, task, versions, commitment } = entry
  return createHmac('sha256', key)
    .update([before, seq, atMs, what, task ?? '', ...(versions === null ? [] : [versions]), commitment].join('\n'))
    .digest('base64url')
}

const task = statement(($: { id: string }, db) =>
  db
    .selectFrom('tasks')
    .select(['agent', 'agent_version', 'pack', 'pack_hash', 'model', 'routed_by'])
    .where('id', '=', $.id),
)
/** By what a task is done, in one line: it is no personal data, and stays when a payload is erased. */
function* versionsOf(id: string): Operation<string | null> {
  const found = yield* first(task({ id }))
  if (!found) return null
  const { agent, agent_version: version, pack, pack_hash: hash, model, routed_by: route } = found
  return canonical({
    agent: `${agent}@${version}`,
    pack: pack === null ? null : `${pack}#${hash}`,
    model,
    ...(route !== null && { route }),
  })
}

/** Adds a row to the chain, in the transaction of what it tells about; a task's row says by which versions it is done. */
export function* appendAudit(secrets: AuditSecrets, entry: AuditEntry): Operation<void> {
  const before = yield* first(last({}))
  const seq = (before?.seq ?? 0) + 1
  const salt = secrets.salt()
  const text = canonical(entry.payload)
  const commitment = commitmentTo(salt, text)
  const versions = entry.task === null ? null : yield* versionsOf(entry.task)
  const link = linkOf(secrets.key, before?.link ?? '', { ...entry, seq, versions, commitment })
  yield* row({ seq, atMs: entry.atMs, what: entry.what, task: entry.task, versions, commitment, link })
  yield* payload({ seq, salt, payload: text })
}
