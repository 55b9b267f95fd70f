import { DeskError } from '#kernel/errors.ts'
import type { Operation } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { statement } from '../tables.ts'
import { type EventRow, type StoredEvent, WIDE_MS, windowOf } from './stored-event.ts'

/** A row with its body read. */
export interface Kept {
  row: EventRow
  stored: StoredEvent
}

const keptOf = (row: EventRow): Kept => ({ row, stored: JSON.parse(row.body) })

const byId = statement(($: { id: string }, db) => db.selectFrom('local_events').selectAll().where('id', '=', $.id))
export function* eventById(id: string): Operation<Kept | undefined> {
  const row = yield* first(byId({ id }))
  return row && keptOf(row)
}

const byKey = statement(($: { key: string }, db) => db.selectFrom('local_events').selectAll().where('key', '=', $.key))
export function* eventByKey(key: string): Operation<Kept | undefined> {
  const row = yield* first(byKey({ key }))
  return row && keptOf(row)
}

const exceptions = statement(($: { series: string }, db) =>
  db.selectFrom('local_events').selectAll().where('series', '=', $.series),
)
/** The instances of a series that were changed. */
export function* exceptionsOf(series: string): Operation<Kept[]> {
  return (yield* exceptions({ series })).map(keptOf)
}

const ordinary = statement(($: { earliestMs: number; fromMs: number; toMs: number }, db) =>
  db
    .selectFrom('local_events')
    .selectAll()
    .where('wide', '=', 0)
    .where('start_ms', '>=', $.earliestMs)
    .where('start_ms', '<', $.toMs)
    .where((one) => one.or([one('end_ms', '>', $.fromMs), one('start_ms', '>=', $.fromMs)])),
)
const wide = statement(($: { fromMs: number; toMs: number }, db) =>
  db
    .selectFrom('local_events')
    .selectAll()
    .where('wide', '=', 1)
    .where('start_ms', '<', $.toMs)
    .where('end_ms', '>', $.fromMs),
)
/** Events that touch a window; series unexpanded. */
export function* eventsIn(fromMs: number, toMs: number): Operation<Kept[]> {
  const short = yield* ordinary({ earliestMs: fromMs - WIDE_MS, fromMs, toMs })
  return [...short, ...(yield* wide({ fromMs, toMs }))].map(keptOf)
}

const page = statement(($: { after: string; limit: number }, db) =>
  db.selectFrom('local_events').selectAll().where('id', '>', $.after).orderBy('id').limit($.limit),
)
/** Every event, some at a time, in the order of the database. */
export function* eventsAfter(id: string, limit: number): Operation<Kept[]> {
  return (yield* page({ after: id, limit })).map(keptOf)
}

const insert = statement(($: EventRow, db) =>
  db
    .insertInto('local_events')
    .values({
      id: $.id,
      series: $.series,
      key: $.key,
      version: $.version,
      start_ms: $.start_ms,
      end_ms: $.end_ms,
      wide: $.wide,
      body: $.body,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id'),
)
/** Writes a new event; undefined where one with that id or key came first. */
export function* insertEvent(
  event: { id: string; series: string | null; key: string | null; version: number },
  stored: StoredEvent,
): Operation<Kept | undefined> {
  const row = { ...event, ...columnsOf(stored) }
  return (yield* first(insert(row))) && { row, stored }
}

const replace = statement(($: Omit<EventRow, 'series' | 'key'> & { seen: number }, db) =>
  db
    .updateTable('local_events')
    .set({ version: $.version, start_ms: $.start_ms, end_ms: $.end_ms, wide: $.wide, body: $.body })
    .where('id', '=', $.id)
    .where('version', '=', $.seen)
    .returning('id'),
)
/** Writes a new version. @throws DeskError CONFLICT where the version is not the one that was seen */
export function* replaceEvent(kept: Kept, stored: StoredEvent, seen: string): Operation<Kept> {
  refuseOther(kept, seen)
  const row = { ...kept.row, version: kept.row.version + 1, ...columnsOf(stored) }
  if (!(yield* first(replace({ ...row, seen: kept.row.version })))) throw conflict(kept.stored.title)
  return { row, stored }
}

const rename = statement(($: { id: string; newId: string }, db) =>
  db.updateTable('local_events').set({ id: $.newId }).where('id', '=', $.id),
)
export function* renameEvent(id: string, newId: string): Operation<void> {
  yield* rename({ id, newId })
}

const drop = statement(($: { id: string }, db) =>
  db.deleteFrom('local_events').where((one) => one.or([one('id', '=', $.id), one('series', '=', $.id)])),
)
/** Deletes an event, a series with its exceptions. */
export function* dropEvent(id: string): Operation<void> {
  yield* drop({ id })
}

/** @throws DeskError CONFLICT */
export function refuseOther(kept: Kept, seen: string): void {
  if (String(kept.row.version) !== seen) throw conflict(kept.stored.title)
}

/** What a write is answered that saw an older version. */
export const conflict = (title: string): DeskError => new DeskError('CONFLICT', { what: `"${title}"` })

/** The columns of a row that follow from the event. */
export function columnsOf(stored: StoredEvent): Pick<EventRow, 'start_ms' | 'end_ms' | 'wide' | 'body'> {
  const { startMs, endMs, wide: isWide } = windowOf(stored)
  return { start_ms: startMs, end_ms: endMs, wide: isWide, body: JSON.stringify(stored) }
}
