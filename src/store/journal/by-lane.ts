import type { Operation } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { statement } from '../over.ts'

interface Lanes {
  from: string
  before: string
}

/** Lanes that begin so: every text between the prefix and the prefix with its last letter raised by one. */
const lanesOf = (prefix: string): Lanes => ({
  from: prefix,
  before: prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1),
})

const count = statement(($: Lanes & { sinceMs: number }, db) =>
  db
    .selectFrom('inbound')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('kind', '=', 'message')
    .where('lane', '>=', $.from)
    .where('lane', '<', $.before)
    .where('visible_ms', '>=', $.sinceMs),
)
/** How many messages came in since a moment, in conversations whose names begin so. */
export function* countMessages(prefix: string, sinceMs: number): Operation<number> {
  return Number((yield* first(count({ ...lanesOf(prefix), sinceMs })))?.count ?? 0)
}

const newest = statement(($: Lanes & { limit: number }, db) =>
  db
    .selectFrom('inbound')
    .select(['seq', 'visible_ms', 'body'])
    .where('kind', '=', 'message')
    .where('lane', '>=', $.from)
    .where('lane', '<', $.before)
    .orderBy('seq', 'desc')
    .limit($.limit),
)
/** The newest messages in conversations whose names begin so, newest first; the body is JSON, a JSON string where erased. */
export function* newestMessages(
  prefix: string,
  limit: number,
): Operation<{ seq: number; atMs: number; body: string }[]> {
  const rows = yield* newest({ ...lanesOf(prefix), limit })
  return rows.map(({ seq, visible_ms, body }) => ({ seq, atMs: Number(visible_ms), body }))
}
