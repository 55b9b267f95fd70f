import { sql as raw } from 'kysely'
import type { Operation } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { type LocalTables, statement } from '../tables.ts'

export type RecordRow = LocalTables['local_records']
export type RecordKind = 'account' | 'deal' | 'activity'

const byId = statement(($: { kind: string; id: string }, db) =>
  db.selectFrom('local_records').selectAll().where('kind', '=', $.kind).where('id', '=', $.id),
)
/** The record of that id, archived or not. */
export function* recordRow(kind: RecordKind, id: string): Operation<RecordRow | undefined> {
  return yield* first(byId({ kind, id }))
}

const ofKind = statement(($: { kind: string }, db) =>
  db.selectFrom('local_records').selectAll().where('kind', '=', $.kind).where('archived', '=', 0).orderBy('id'),
)
/** Every record of a kind that is not put away, by id. */
export function* recordRows(kind: RecordKind): Operation<RecordRow[]> {
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
export function* recordsAfter(kind: RecordKind, id: string, limit: number): Operation<RecordRow[]> {
  return yield* page({ kind, after: id, limit })
}

const upsert = statement(($: { kind: string; id: string; archived: number; about: string | null; body: string }, db) =>
  db
    .insertInto('local_records')
    .values({ kind: $.kind, id: $.id, version: 1, archived: $.archived, about: $.about, body: $.body })
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
/** Writes a record where it is new or says something else; one that was put away is back unless `archived` says not. */
export function* keepRecord(
  kind: RecordKind,
  id: string,
  stored: object,
  { archived = false, about = null }: { archived?: boolean; about?: string | null } = {},
): Operation<'added' | 'changed' | 'unchanged'> {
  const row = yield* first(upsert({ kind, id, archived: archived ? 1 : 0, about, body: JSON.stringify(stored) }))
  if (row === undefined) return 'unchanged'
  return row.version === 1 ? 'added' : 'changed'
}
