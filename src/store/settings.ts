import type { Operation } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { statement } from './over.ts'

const put = statement(($: { name: string; value: string }, db) =>
  db
    .insertInto('settings')
    .values({ name: $.name, value: $.value })
    .onConflict((on) => on.column('name').doUpdateSet({ value: $.value })),
)
/** Keeps a small lasting fact of the home: who paused it, whether it is a demo. */
export function* putSetting(name: string, value: string): Operation<void> {
  yield* put({ name, value })
}

const get = statement(($: { name: string }, db) => db.selectFrom('settings').select('value').where('name', '=', $.name))
/** A kept fact, or undefined. */
export function* getSetting(name: string): Operation<string | undefined> {
  return (yield* first(get({ name })))?.value
}

const drop = statement(($: { name: string }, db) => db.deleteFrom('settings').where('name', '=', $.name))
/** Forgets a kept fact. */
export function* dropSetting(name: string): Operation<void> {
  yield* drop({ name })
}
