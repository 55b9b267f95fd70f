import type { Operation } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { statement } from '../over.ts'

/** What a one-use or lasting secret opens. Only hashes are stored. */
export type TokenKind = 'sign-in' | 'session' | 'decision' | 'ticket'

const insert = statement(
  ($: { hash: string; kind: string; subject: string; createdMs: number; expiresMs: number }, db) =>
    db.insertInto('tokens').values({
      hash: $.hash,
      kind: $.kind,
      subject: $.subject,
      created_ms: $.createdMs,
      expires_ms: $.expiresMs,
      used_ms: null,
    }),
)
/** Keeps the hash of a new secret. */
export function* keepToken(token: {
  hash: string
  kind: TokenKind
  subject: string
  createdMs: number
  expiresMs: number
}): Operation<void> {
  yield* insert(token)
}

const use = statement(($: { hash: string; kind: string; nowMs: number }, db) =>
  db
    .updateTable('tokens')
    .set({ used_ms: $.nowMs })
    .where('hash', '=', $.hash)
    .where('kind', '=', $.kind)
    .where('used_ms', 'is', null)
    .where('expires_ms', '>', $.nowMs)
    .returning('subject'),
)
/** Uses a one-use secret: its subject the first time, undefined ever after. */
export function* useToken(hash: string, kind: TokenKind, nowMs: number): Operation<string | undefined> {
  return (yield* first(use({ hash, kind, nowMs })))?.subject
}

const find = statement(($: { hash: string; kind: string; nowMs: number }, db) =>
  db
    .selectFrom('tokens')
    .select('subject')
    .where('hash', '=', $.hash)
    .where('kind', '=', $.kind)
    .where('used_ms', 'is', null)
    .where('expires_ms', '>', $.nowMs),
)
/** The subject of a lasting secret, or undefined. */
export function* readToken(hash: string, kind: TokenKind, nowMs: number): Operation<string | undefined> {
  return (yield* first(find({ hash, kind, nowMs })))?.subject
}

const sweep = statement(($: { nowMs: number }, db) => db.deleteFrom('tokens').where('expires_ms', '<=', $.nowMs))
/** Forgets what has run out. */
export function* sweepTokens(nowMs: number): Operation<void> {
  yield* sweep({ nowMs })
}
