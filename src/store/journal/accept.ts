import type { Principal } from '#kernel/principal.ts'
import type { Operation } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { statement } from '../over.ts'

export interface JournalDraft {
  /** The same event has the same key, however often it is delivered. */
  key: string
  lane: string
  kind: 'message' | 'decision' | 'timer'
  /** Not before this moment; timers lie in the future. */
  visibleMs: number
  /** The inbound event as JSON. */
  body: string
  /** Who it is from. */
  principal: Principal
}

type JournalInsert = Omit<JournalDraft, 'principal'> & { principal: string; client: string | null }

const insert = statement(($: JournalInsert, db) =>
  db
    .insertInto('inbound')
    .values({
      key: $.key,
      lane: $.lane,
      kind: $.kind,
      state: 'waiting',
      visible_ms: $.visibleMs,
      lease_ms: null,
      attempts: 0,
      body: $.body,
      principal: $.principal,
      client: $.client,
      result: null,
    })
    .onConflict((on) => on.column('key').doNothing())
    .returning('seq'),
)
const find = statement(($: { key: string }, db) =>
  db.selectFrom('inbound').select(['seq', 'state', 'result']).where('key', '=', $.key),
)

export interface Accepted {
  seq: number
  duplicate: boolean
  /** What the first delivery led to, where it ended and was kept. */
  result: string | null
}

/** Writes an inbound event down once. */
export function* accept(draft: JournalDraft): Operation<Accepted> {
  const { principal } = draft
  const row = {
    ...draft,
    principal: JSON.stringify(principal),
    client: draft.kind === 'message' && principal.kind === 'client' ? principal.id : null,
  }
  const made = yield* first(insert(row))
  if (made) return { seq: made.seq, duplicate: false, result: null }
  const known = yield* first(find(draft))
  if (!known) throw new Error(`journal row ${draft.key} neither inserted nor found`)
  return { seq: known.seq, duplicate: true, result: known.result }
}

const family = statement(($: { key: string; from: string; to: string }, db) =>
  db
    .selectFrom('inbound')
    .select('seq')
    .where((where) =>
      where.or([where('key', '=', $.key), where.and([where('key', '>=', $.from), where('key', '<', $.to)])]),
    )
    .orderBy('seq'),
)
/** The numbers of an event's row and of those that took its place, whose keys begin with its own and a colon. */
export function* seqsOf(key: string): Operation<number[]> {
  return (yield* family({ key, from: `${key}:`, to: `${key};` })).map(({ seq }) => seq)
}
