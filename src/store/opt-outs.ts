import type { Operation } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { statement } from './over.ts'

interface Place {
  channel: string
  conversation: string
}

const put = statement(($: Place & { words: string; atMs: number }, db) =>
  db
    .insertInto('opt_outs')
    .values({ channel: $.channel, conversation: $.conversation, words: $.words, at_ms: $.atMs })
    .onConflict((on) => on.columns(['channel', 'conversation']).doNothing())
    .returning('at_ms'),
)
/** Notes that somebody asked for silence, in their words; false where they had before. */
export function* optOut(place: Place, words: string, atMs: number): Operation<boolean> {
  return (yield* put({ ...place, words, atMs })).length > 0
}

const drop = statement(($: Place, db) =>
  db
    .deleteFrom('opt_outs')
    .where('channel', '=', $.channel)
    .where('conversation', '=', $.conversation)
    .returning('at_ms'),
)
/** Takes it back; false where there was nothing to take back. */
export function* optIn(place: Place): Operation<boolean> {
  return (yield* drop({ ...place })).length > 0
}

const get = statement(($: Place, db) =>
  db.selectFrom('opt_outs').select('at_ms').where('channel', '=', $.channel).where('conversation', '=', $.conversation),
)
/** Whether nobody may be written to first here. */
export function* isOptedOut({ channel, conversation }: Place): Operation<boolean> {
  return (yield* first(get({ channel, conversation }))) !== undefined
}
