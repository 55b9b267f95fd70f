import type { Consent } from '#kernel/consent.ts'
import { consentSubject } from '#kernel/consent.ts'
import type { Operation } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { statement } from './over.ts'

/** A conversation, or an address, of a channel. */
interface Place {
  channel: string
  conversation: string
}
interface Key {
  channel: string
  subject: string
}

const keyOf = ({ channel, conversation }: Place): Key => ({ channel, subject: consentSubject(channel, conversation) })

const get = statement(($: Key, db) =>
  db.selectFrom('consents').selectAll().where('channel', '=', $.channel).where('subject', '=', $.subject),
)
/** What is known of somebody's consent, or undefined. */
export function* consentOf(place: Place): Operation<Consent | undefined> {
  const row = yield* first(get(keyOf(place)))
  return row && { state: row.state, how: row.how, by: row.by_whom, words: row.words, atMs: row.at_ms }
}

/** Whether nobody may be written to first here. */
export function* isOptedOut(place: Place): Operation<boolean> {
  return (yield* consentOf(place))?.state === 'withdrawn'
}

const put = statement(($: Key & Omit<Consent, 'atMs'> & { atMs: number }, db) =>
  db
    .insertInto('consents')
    .values({
      channel: $.channel,
      subject: $.subject,
      state: $.state,
      how: $.how,
      by_whom: $.by,
      words: $.words,
      at_ms: $.atMs,
    })
    .onConflict((on) =>
      on
        .columns(['channel', 'subject'])
        .doUpdateSet({ state: $.state, how: $.how, by_whom: $.by, words: $.words, at_ms: $.atMs }),
    ),
)
/**
 * Notes a consent, or that it is withdrawn. What is known already stays as it was first said, and who asked for silence is written to
 * again only by their own word (`words`).
 * @returns what was known before; null: nothing was noted, for it was known
 */
export function* noteConsent(place: Place, consent: Consent & { atMs: number }): Operation<'new' | 'changed' | null> {
  const before = yield* consentOf(place)
  if (before?.state === consent.state) return null
  if (before?.state === 'withdrawn' && consent.how !== 'words') return null
  yield* put({ ...keyOf(place), ...consent })
  return before ? 'changed' : 'new'
}

const drop = statement(($: Key, db) =>
  db
    .deleteFrom('consents')
    .where('channel', '=', $.channel)
    .where('subject', '=', $.subject)
    .where('state', '=', 'given'),
)
const hush = statement(($: Key, db) =>
  db.updateTable('consents').set({ words: '' }).where('channel', '=', $.channel).where('subject', '=', $.subject),
)
/** Forgets who agreed; that somebody asked for silence is kept, as a hash without their words. */
export function* eraseConsent(place: Place): Operation<void> {
  yield* drop(keyOf(place))
  yield* hush(keyOf(place))
}

const takeBack = statement(($: Key, db) =>
  db
    .deleteFrom('consents')
    .where('channel', '=', $.channel)
    .where('subject', '=', $.subject)
    .where('state', '=', 'given')
    .where('how', '=', 'member'),
)
/** Takes a member's note back, where nothing was said since. */
export function* dropNoted(place: Place): Operation<void> {
  yield* takeBack(keyOf(place))
}
