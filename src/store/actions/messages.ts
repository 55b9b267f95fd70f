import { sql } from 'kysely'
import type { Operation } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { statement } from '../over.ts'

const KIND = 'message.send'

const since = statement(($: { sinceMs: number }, db) =>
  db
    .selectFrom('actions')
    .select(['args', 'performed_ms'])
    .where('kind', '=', sql.lit(KIND))
    .where('performed_ms', '>=', $.sinceMs)
    .where('status', '=', sql.lit('done'))
    .orderBy('performed_ms', 'desc'),
)
/** Messages to people outside since a moment, newest first: their arguments and when they were put into the outbox. */
export function* messagesSince(sinceMs: number): Operation<{ args: Record<string, unknown>; performedMs: number }[]> {
  const rows = yield* since({ sinceMs })
  return rows.map(({ args, performed_ms }) => ({
    args: JSON.parse(args) as Record<string, unknown>,
    performedMs: Number(performed_ms),
  }))
}

const byKey = statement(($: { key: string }, db) =>
  db
    .selectFrom('actions')
    .select(['id', 'task', 'args', 'before'])
    .where('kind', '=', sql.lit(KIND))
    .where('key', '=', $.key),
)
/** The action of a key that sent a message, with what the gate saw of whoever it went to. */
export function* messageOfKey(
  key: string,
): Operation<{ id: string; task: string; args: Record<string, unknown>; before: unknown } | undefined> {
  const row = yield* first(byKey({ key }))
  return (
    row && {
      id: row.id,
      task: row.task,
      args: JSON.parse(row.args) as Record<string, unknown>,
      before: row.before === null ? null : (JSON.parse(row.before) as unknown),
    }
  )
}
