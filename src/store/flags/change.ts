import type { Operation } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { statement } from '../over.ts'
import type { FlagBody, FlagRow } from './flag-rows.ts'

interface FlagInsert {
  id: string
  task: string
  reason: string
  key: string
  body: string
  owner: string
  backup: string | null
  createdMs: number
  expireMs: number
}
const insert = statement(($: FlagInsert, db) =>
  db
    .insertInto('flags')
    .values({
      id: $.id,
      task: $.task,
      reason: $.reason,
      key: $.key,
      body: $.body,
      owner: $.owner,
      backup: $.backup,
      state: 'open',
      created_ms: $.createdMs,
      expire_ms: $.expireMs,
      verb: null,
      decided_by: null,
      decided_ms: null,
      decided_in: null,
    })
    .onConflict((on) => on.column('id').doNothing()),
)
/** Opens a flag; the same id again is the same flag. */
export function* openFlag(
  flag: Omit<FlagRow, 'state' | 'verb' | 'decidedBy' | 'decidedMs' | 'decidedIn'>,
): Operation<void> {
  yield* insert({ ...flag, body: JSON.stringify(flag.body) })
}

const decide = statement(
  ($: { id: string; state: 'decided' | 'expired'; verb: string; by: string; atMs: number; seq: number | null }, db) =>
    db
      .updateTable('flags')
      .set({ state: $.state, verb: $.verb, decided_by: $.by, decided_ms: $.atMs, decided_in: $.seq })
      .where('id', '=', $.id)
      .where('state', '=', 'open')
      .returning('id'),
)
/** The one compare-and-set: open to decided (or expired). False where somebody was first. */
export function* decideFlag(
  id: string,
  decision: { state: 'decided' | 'expired'; verb: string; by: string; atMs: number; seq: number | null },
): Operation<boolean> {
  return (yield* first(decide({ id, ...decision }))) !== undefined
}

const hand = statement(($: { id: string; owner: string; backup: string | null }, db) =>
  db
    .updateTable('flags')
    .set({ owner: $.owner, backup: $.backup })
    .where('id', '=', $.id)
    .where('state', '=', 'open')
    .returning('id'),
)
/** Hands an open flag to somebody else. */
export function* rerouteFlag(id: string, owner: string, backup: string | null): Operation<boolean> {
  return (yield* first(hand({ id, owner, backup }))) !== undefined
}

const amend = statement(($: { id: string; body: string }, db) =>
  db.updateTable('flags').set({ body: $.body }).where('id', '=', $.id).where('state', '=', 'open'),
)
/** Adds to what an open flag says. */
export function* amendFlag(id: string, body: FlagBody): Operation<void> {
  yield* amend({ id, body: JSON.stringify(body) })
}
