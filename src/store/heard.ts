import type { Operation } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { statement } from './over.ts'

/** Where somebody writes: a conversation, or `flags:<member>` for one of the team. */
export interface HeardPlace {
  channel: string
  place: string
}

const put = statement(($: HeardPlace & { atMs: number }, db) =>
  db
    .insertInto('heard')
    .values({ channel: $.channel, place: $.place, at_ms: $.atMs })
    .onConflict((on) => on.columns(['channel', 'place']).doUpdateSet({ at_ms: $.atMs })),
)
/** Somebody wrote there now. */
export function* noteHeard(place: HeardPlace, atMs: number): Operation<void> {
  yield* put({ ...place, atMs })
}

const get = statement(($: HeardPlace, db) =>
  db.selectFrom('heard').select('at_ms').where('channel', '=', $.channel).where('place', '=', $.place),
)
/** When they last wrote there, epoch milliseconds; null where they have not, as far as it is known. */
export function* lastHeard({ channel, place }: HeardPlace): Operation<number | null> {
  return (yield* first(get({ channel, place })))?.at_ms ?? null
}

const drop = statement(($: HeardPlace, db) =>
  db.deleteFrom('heard').where('channel', '=', $.channel).where('place', '=', $.place),
)
/** The provider knows better: as if they had not. */
export function* forgetHeard({ channel, place }: HeardPlace): Operation<void> {
  yield* drop({ channel, place })
}
