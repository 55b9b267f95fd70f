import { sql } from 'kysely'
import type { Operation } from '#ports/sql.ts'
import { statement } from '../over.ts'

const lately = statement(($: { from: string; to: string; sinceMs: number; limit: number }, db) =>
  db
    .selectFrom('inbound')
    .select(['body', 'lane'])
    .where('kind', '=', sql.lit('message'))
    .where('key', '>=', $.from)
    .where('key', '<', $.to)
    .where('visible_ms', '>=', $.sinceMs)
    .orderBy('seq', 'desc')
    .limit($.limit),
)
/** What was heard on a channel since a moment, by the channel's own ids, newest first. */
export function* heardLately(
  channel: string,
  sinceMs: number,
  limit: number,
): Operation<{ id: string; conversation: string }[]> {
  const rows = yield* lately({ from: `${channel}:`, to: `${channel};`, sinceMs, limit })
  return rows.flatMap(({ body, lane: conversation }) => {
    const event = JSON.parse(body) as { id?: string } | string
    return typeof event === 'object' && event.id ? [{ id: event.id, conversation }] : []
  })
}
