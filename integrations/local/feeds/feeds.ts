import { base32hex, sha256 } from '#kernel/ids.ts'
import type { Random } from '#ports/random.ts'
import type { Operation, Sql } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { statement } from '../tables.ts'

/** `busy`: when, and nothing else. `full`: for the owner's own eyes. */
export type FeedMode = 'busy' | 'full'

/** A private calendar address that somebody subscribed to. */
export interface Feed {
  /** What is stored of the token; it also names the feed when it is taken back. */
  hash: string
  /** Policy id of whose calendar it shows. */
  person: string
  mode: FeedMode
  createdMs: number
}

const TOKEN_BYTES = 20

const insert = statement(($: { hash: string; person: string; mode: string; createdMs: number }, db) =>
  db.insertInto('local_feeds').values({ hash: $.hash, person: $.person, mode: $.mode, created_ms: $.createdMs }),
)
const byHash = statement(($: { hash: string }, db) =>
  db.selectFrom('local_feeds').selectAll().where('hash', '=', $.hash),
)
const byPerson = statement(($: { person: string }, db) =>
  db.selectFrom('local_feeds').selectAll().where('person', '=', $.person).orderBy('created_ms').orderBy('hash'),
)
const drop = statement(($: { hash: string; person: string }, db) =>
  db.deleteFrom('local_feeds').where('hash', '=', $.hash).where('person', '=', $.person).returning('hash'),
)

/** The private addresses of the team's calendars. A token is shown once, when it is made; only its hash is kept. */
export class Feeds {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  /** Makes an address: 160 random bits, to be put into it. */
  async create(person: string, mode: FeedMode, random: Random, nowMs: number): Promise<{ token: string; feed: Feed }> {
    const token = base32hex(random.bytes(TOKEN_BYTES))
    const feed: Feed = { hash: sha256(token), person, mode, createdMs: nowMs }
    await this.#sql.write(() => insert(feed))
    return { token, feed }
  }

  /** The feed that a token opens, or null where it was never made or taken back. */
  byToken(token: string): Promise<Feed | null> {
    return this.#sql.read(function* (): Operation<Feed | null> {
      const row = yield* first(byHash({ hash: sha256(token) }))
      return row ? feedOf(row) : null
    })
  }

  ofPerson(person: string): Promise<readonly Feed[]> {
    return this.#sql.read(function* (): Operation<Feed[]> {
      return (yield* byPerson({ person })).map(feedOf)
    })
  }

  /** Takes an address back; false where the person has no such one. */
  revoke(hash: string, person: string): Promise<boolean> {
    return this.#sql.write(function* (): Operation<boolean> {
      return (yield* drop({ hash, person })).length > 0
    })
  }
}

const feedOf = (row: { hash: string; person: string; mode: string; created_ms: number }): Feed => ({
  hash: row.hash,
  person: row.person,
  mode: row.mode === 'full' ? 'full' : 'busy',
  createdMs: row.created_ms,
})
