import { sql as raw } from 'kysely'
import type { Operation } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { type LocalTables, statement } from '../tables.ts'

export type RecordRow = LocalTables['local_records']
export type StoredKind = 'account' | 'deal' | 'lead' | 'activity'

const byId = statement(($: { kind: string; id: string }, db) =>
  db.selectFrom('local_records').selectAll().where('kind', '=', $.kind).where('id', '=', $.id),
)
/** The record of that id, archived or not. */
export function* recordRow(kind: StoredKind, id: string): Operation<RecordRow | undefined> {
  return yield* first(byId({ kind, id }))
}

const ofKind = statement(($: { kind: string }, db) =>
  db.selectFrom('local_records').selectAll().where('kind', '=', $.kind).where('archived', '=', 0).orderBy('id'),
)
/** Every record of a kind that is not put away, by id. */
export function* recordRows(kind: StoredKind): Operation<RecordRow[]> {
  return yield* ofKind({ kind })
}

const page = statement(($: { kind: string; after: string; limit: number }, db) =>
  db
    .selectFrom('local_records')
    .selectAll()
    .where('kind', '=', $.kind)
    .where('archived', '=', 0)
    .where('id', '>', $.after)
    .orderBy('id')
    .limit($.limit),
)
/** The same, some at a time, in the order of the database. */
export function* recordsAfter(kind: StoredKind, id: string, limit: number): Operation<RecordRow[]> {
  return yield* page({ kind, after: id, limit })
}

const upsert = statement(($: { kind: string; id: string; about: string | null; body: string }, db) =>
  db
    .insertInto('local_records')
    .values({ kind: $.kind, id: $.id, version: 1, archived: 0, about: $.about, body: $.body })
    .onConflict((conflict) =>
      conflict
        .columns(['kind', 'id'])
        .doUpdateSet((one) => ({
          version: raw<number>`local_records.version + 1`,
          archived: one.ref('excluded.archived'),
          about: one.ref('excluded.about'),
          body: one.ref('excluded.body'),
        }))
        .where((one) =>
          one.or([
            one('local_records.body', '<>', one.ref('excluded.body')),
            one('local_records.archived', '<>', one.ref('excluded.archived')),
          ]),
        ),
    )
    .returning('version'),
)
/** Writes a record where it is new or says something else; one that was put away is back. */
export function* keepRecord(
  kind: StoredKind,
  id: string,
  stored: object,
  about: string | null = null,
): Operation<'added' | 'changed' | 'unchanged'> {
  const row = yield* first(upsert({ kind, id, about, body: JSON.stringify(stored) }))
  if (row === undefined) return 'unchanged'
  return row.version === 1 ? 'added' : 'changed'
}

const replace = statement(($: Omit<RecordRow, 'version'> & { seen: number; version: number }, db) =>
  db
    .updateTable('local_records')
    .set({ version: $.version, archived: $.archived, about: $.about, body: $.body })
    .where('kind', '=', $.kind)
    .where('id', '=', $.id)
    .where('version', '=', $.seen)
    .returning('id'),
)
/** Writes the next version of a record; false where the version is not the one that was seen. */
export function* replaceRecord(
  kind: StoredKind,
  id: string,
  { fields, archived, about }: { fields: object; archived: boolean; about: string | null },
  seen: number,
): Operation<boolean> {
  const body = JSON.stringify(fields)
  const row = yield* first(replace({ kind, id, archived: archived ? 1 : 0, about, body, seen, version: seen + 1 }))
  return row !== undefined
}

const ofAbout = statement(($: { about: string }, db) =>
  db
    .selectFrom('local_records')
    .selectAll()
    .where('kind', '=', 'activity')
    .where('about', '=', $.about)
    .where('archived', '=', 0),
)
/** The activities about a record, that is `deal:ID`. */
export function* activityRows(about: string): Operation<RecordRow[]> {
  return yield* ofAbout({ about })
}

const mark = statement(($: { kind: string }, db) =>
  db
    .selectFrom('local_records')
    .select((one) => [one.fn.countAll().as('count'), one.fn.sum('version').as('sum')])
    .where('kind', '=', $.kind),
)
/** A text that changes whenever any record of the kind does. */
export function* recordsMark(kind: StoredKind): Operation<string> {
  const row = yield* first(mark({ kind }))
  return `${row?.count} ${row?.sum}`
}
