import type { Alias } from '#kernel/actions/alias.ts'
import type { Operation } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { statement } from '../over.ts'

/** Whose word it is, always said. */
export type KeptAlias = Alias & { by: string }

/** The same words, however they are written. */
const fold = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const put = statement(
  ($: { key: string; speaker: string; words: string; kind: string; record: string; atMs: number }, db) =>
    db
      .insertInto('aliases')
      .values({ key: $.key, speaker: $.speaker, words: $.words, kind: $.kind, record: $.record, at_ms: $.atMs })
      .onConflict((on) =>
        on.columns(['key', 'speaker']).doUpdateSet((one) => ({
          words: one.ref('excluded.words'),
          kind: one.ref('excluded.kind'),
          record: one.ref('excluded.record'),
          at_ms: one.ref('excluded.at_ms'),
        })),
      ),
)
/** Remembers what somebody means by some words; it takes the place of what they meant before. */
export function* keepAlias({ words, kind, id, by }: KeptAlias, atMs: number): Operation<void> {
  yield* put({ key: fold(words), speaker: by, words, kind, record: id, atMs })
}

const drop = statement(($: { key: string; speaker: string }, db) =>
  db.deleteFrom('aliases').where('key', '=', $.key).where('speaker', '=', $.speaker),
)
/** Forgets what somebody means by some words. */
export function* dropAlias(words: string, by: string): Operation<void> {
  yield* drop({ key: fold(words), speaker: by })
}

const columns = ['speaker', 'words', 'kind', 'record'] as const
type Row = { [K in (typeof columns)[number]]: string }
const aliasOf = ({ speaker, words, kind, record }: Row): KeptAlias => ({
  words,
  kind: kind as Alias['kind'],
  id: record,
  by: speaker,
})

const own = statement(($: { key: string; speaker: string }, db) =>
  db.selectFrom('aliases').select(columns).where('key', '=', $.key).where('speaker', '=', $.speaker),
)
/** What somebody means by some words, or undefined. */
export function* aliasOfSpeaker(words: string, by: string): Operation<KeptAlias | undefined> {
  const row = yield* first(own({ key: fold(words), speaker: by }))
  return row && aliasOf(row)
}

const anybodys = statement(($: { key: string }, db) =>
  db
    .selectFrom('aliases')
    .select(columns)
    .where('key', '=', $.key)
    .orderBy('at_ms', 'desc')
    .orderBy('speaker')
    .limit(1),
)
/** What was last meant by some words, by anybody, or undefined. */
export function* aliasOfAnybody(words: string): Operation<KeptAlias | undefined> {
  const row = yield* first(anybodys({ key: fold(words) }))
  return row && aliasOf(row)
}
