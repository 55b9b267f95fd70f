import { sql } from 'kysely'
import type { Operation } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { statement } from '../over.ts'

/** Said beside the one state that is meant: the small index of what is still to be done speaks of both. */
const TO_DO = [sql.lit<'waiting'>('waiting'), sql.lit<'leased'>('leased')]

const close = statement(($: { seq: number; result: string | null }, db) =>
  db.updateTable('inbound').set({ state: 'done', lease_ms: null, result: $.result }).where('seq', '=', $.seq),
)
/** The event is dealt with; its lane is free. */
export function* finish(seq: number, result: string | null = null): Operation<void> {
  yield* close({ seq, result })
}

const bury = statement(($: { seq: number }, db) =>
  db.updateTable('inbound').set({ state: 'dead', lease_ms: null }).where('seq', '=', $.seq),
)
/** The event failed too often: it stays on record, and its lane goes on. */
export function* giveUp(seq: number): Operation<void> {
  yield* bury({ seq })
}

const back = statement(($: { seq: number; visibleMs: number }, db) =>
  db.updateTable('inbound').set({ state: 'waiting', lease_ms: null, visible_ms: $.visibleMs }).where('seq', '=', $.seq),
)
/** Puts a row back, to run again at the given time. */
export function* putBack(seq: number, visibleMs: number): Operation<void> {
  yield* back({ seq, visibleMs })
}

const drop = statement(($: { key: string }, db) =>
  db
    .updateTable('inbound')
    .set({ state: 'done' })
    .where('key', '=', $.key)
    .where('state', '=', sql.lit('waiting'))
    .returning('seq'),
)
/** Takes back a timer that has not come due; false where it has. */
export function* dropTimer(key: string): Operation<boolean> {
  return (yield* first(drop({ key }))) !== undefined
}

const unlease = statement((_$: Record<never, never>, db) =>
  db
    .updateTable('inbound')
    .set({ state: 'waiting', lease_ms: null })
    .where('state', 'in', TO_DO)
    .where('state', '=', sql.lit('leased'))
    .returning('seq'),
)
/** At start: what the last process was working on is to be done again. One process owns the home, so every lease is stale. */
export function* releaseAll(): Operation<number> {
  return (yield* unlease({})).length
}

const next = statement((_$: Record<never, never>, db) =>
  db
    .selectFrom('inbound')
    .select('visible_ms')
    .where('state', '=', sql.lit('waiting'))
    .orderBy('visible_ms')
    .orderBy('seq')
    .limit(1),
)
/** When the next waiting row is due, or null. */
export function* nextDueMs(): Operation<number | null> {
  return (yield* first(next({})))?.visible_ms ?? null
}

const rowByKey = statement(($: { key: string }, db) =>
  db.selectFrom('inbound').select(['seq', 'state', 'body', 'visible_ms']).where('key', '=', $.key),
)
/** A journal row by its key. */
export const findRow = (key: string) => first(rowByKey({ key }))

const bodyOf = statement(($: { seq: number }, db) =>
  db.selectFrom('inbound').select(['body', 'state']).where('seq', '=', $.seq),
)
/** The event itself, as JSON. */
export const rowBySeq = (seq: number) => first(bodyOf({ seq }))

const dueIn = statement(($: { lane: string; nowMs: number }, db) =>
  db
    .selectFrom('inbound')
    .select(['seq', 'kind', 'body'])
    .where('lane', '=', $.lane)
    .where('state', 'in', TO_DO)
    .where('state', '=', sql.lit('waiting'))
    .where('visible_ms', '<=', $.nowMs)
    .orderBy('visible_ms'),
)
/** Timers of a lane that are due and not yet taken: after a sleep there may be many. */
export function* dueTimers(lane: string, nowMs: number): Operation<{ seq: number; body: string }[]> {
  // Named in the query, the kind would lead to every timer that ever was.
  return (yield* dueIn({ lane, nowMs })).filter(({ kind }) => kind === 'timer')
}
