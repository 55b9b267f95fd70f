import type { Principal } from '#kernel/principal.ts'
import type { Operation } from '#ports/sql.ts'
import { statement } from '../over.ts'

/** A message as the journal holds it. */
export interface HistoryRow {
  seq: number
  /** When it was journaled. */
  atMs: number
  state: 'waiting' | 'leased' | 'done' | 'dead'
  /** The inbound event as JSON; a JSON string where it was erased. */
  body: string
}

const page = statement(($: { lane: string; limit: number }, db) =>
  db
    .selectFrom('inbound')
    .select(['seq', 'visible_ms', 'state', 'body'])
    .where('kind', '=', 'message')
    .where('lane', '=', $.lane)
    .orderBy('seq', 'desc')
    .limit($.limit),
)
/** What people said in a conversation, newest first. */
export function* saidIn(conversation: string, limit: number): Operation<HistoryRow[]> {
  const rows = yield* page({ lane: conversation, limit })
  return rows.map(({ visible_ms, ...rest }) => ({ ...rest, atMs: visible_ms }))
}

const speakers = statement(($: { lane: string; limit: number }, db) =>
  db
    .selectFrom('inbound')
    .select(['principal'])
    .where('kind', '=', 'message')
    .where('lane', '=', $.lane)
    .orderBy('seq', 'desc')
    .limit($.limit),
)

/** Who spoke last in a conversation, newest first, as each was named then. */
export function* spokeIn(conversation: string, limit: number): Operation<Principal[]> {
  const rows = yield* speakers({ lane: conversation, limit })
  return rows.map((row) => JSON.parse(row.principal) as Principal)
}
