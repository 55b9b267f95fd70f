import type { Operation } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { statement } from '../tables.ts'
import type { MailRow } from './stored-mail.ts'

const byId = statement(($: { id: string }, db) => db.selectFrom('local_mails').selectAll().where('id', '=', $.id))
export function* mailRow(id: string): Operation<MailRow | undefined> {
  return yield* first(byId({ id }))
}

const inFolder = statement(($: { folder: string; limit: number }, db) =>
  db
    .selectFrom('local_mails')
    .selectAll()
    .where('folder', '=', $.folder)
    .orderBy('at_ms', 'desc')
    .orderBy('id')
    .limit($.limit),
)
/** Newest first. */
export function* rowsInFolder(folder: string, limit: number): Operation<MailRow[]> {
  return yield* inFolder({ folder, limit })
}

const inThread = statement(($: { thread: string }, db) =>
  db.selectFrom('local_mails').selectAll().where('thread', '=', $.thread).orderBy('at_ms').orderBy('id'),
)
/** Oldest first. */
export function* rowsInThread(thread: string): Operation<MailRow[]> {
  return yield* inThread({ thread })
}

const inConversation = statement(($: { conversation: string; own1: string; own2: string; own3: string }, db) =>
  db
    .selectFrom('local_mails')
    .selectAll()
    .where('conversation', '=', $.conversation)
    .where('folder', '<>', $.own1)
    .where('folder', '<>', $.own2)
    .where('folder', '<>', $.own3)
    .orderBy('at_ms', 'desc')
    .orderBy('id')
    .limit(1),
)
/** The newest message of a conversation that is not the team's own. */
export function* lastReceivedRow(conversation: string): Operation<MailRow | undefined> {
  return yield* first(inConversation({ conversation, own1: 'sent', own2: 'outbox', own3: 'drafts' }))
}

const counts = statement((_$: object, db) =>
  db
    .selectFrom('local_mails')
    .select((one) => ['folder', one.fn.countAll().as('count')])
    .groupBy('folder'),
)
export function* folderCounts(): Operation<{ folder: string; count: number }[]> {
  return (yield* counts({})).map(({ folder, count }) => ({ folder, count: Number(count) }))
}

const page = statement(($: { after: string; limit: number }, db) =>
  db.selectFrom('local_mails').selectAll().where('id', '>', $.after).orderBy('id').limit($.limit),
)
/** Every message, some at a time, in the order of the database. */
export function* mailsAfter(id: string, limit: number): Operation<MailRow[]> {
  return yield* page({ after: id, limit })
}

/** How many words of a search count; the rest is not looked at. */
export const SEARCH_WORDS = 6
interface Search {
  folder: string
  not: string
  person: string
  limit: number
  word0: string
  word1: string
  word2: string
  word3: string
  word4: string
  word5: string
}
const search = statement(($: Search, db) =>
  db
    .selectFrom('local_mails')
    .selectAll()
    .where('folder', 'like', $.folder)
    .where('folder', '<>', $.not)
    .where('people', 'like', $.person)
    .where('search', 'like', $.word0)
    .where('search', 'like', $.word1)
    .where('search', 'like', $.word2)
    .where('search', 'like', $.word3)
    .where('search', 'like', $.word4)
    .where('search', 'like', $.word5)
    .orderBy('at_ms', 'desc')
    .orderBy('id')
    .limit($.limit),
)
/** Newest first. @param words folded */
export function* rowsWith(
  words: readonly string[],
  { person, folder, limit }: { person: string | null; folder: string | null; limit: number },
): Operation<MailRow[]> {
  const like = (at: number) => `%${plain(words[at] ?? '')}%`
  return yield* search({
    folder: folder === null ? '%' : plain(folder),
    not: folder === null ? 'trash' : '',
    person: person === null ? '%' : `%\n${plain(person)}\n%`,
    limit,
    word0: like(0),
    word1: like(1),
    word2: like(2),
    word3: like(3),
    word4: like(4),
    word5: like(5),
  })
}

/** A text in which LIKE sees no wildcard but `_`, which stands for itself too. */
const plain = (text: string): string => text.replace(/[%\\]/g, '_')

const insert = statement(($: MailRow, db) =>
  db.insertInto('local_mails').values({
    id: $.id,
    version: $.version,
    thread: $.thread,
    folder: $.folder,
    conversation: $.conversation,
    at_ms: $.at_ms,
    subject: $.subject,
    people: $.people,
    search: $.search,
    body: $.body,
  }),
)
export function* insertMail(row: MailRow): Operation<void> {
  yield* insert(row)
}

type Change = Pick<MailRow, 'id' | 'folder' | 'at_ms' | 'subject' | 'people' | 'search' | 'body'>
const update = statement(($: Change & { seen: number; version: number }, db) =>
  db
    .updateTable('local_mails')
    .set({
      version: $.version,
      folder: $.folder,
      at_ms: $.at_ms,
      subject: $.subject,
      people: $.people,
      search: $.search,
      body: $.body,
    })
    .where('id', '=', $.id)
    .where('version', '=', $.seen)
    .returning('id'),
)
/** Writes the next version; false where the version is not the one that was seen. */
export function* replaceMail(change: Change, seen: number): Operation<boolean> {
  return (yield* first(update({ ...change, seen, version: seen + 1 }))) !== undefined
}

const remove = statement(($: { id: string; seen: number }, db) =>
  db.deleteFrom('local_mails').where('id', '=', $.id).where('version', '=', $.seen).returning('id'),
)
export function* removeMail(id: string, seen: number): Operation<boolean> {
  return (yield* first(remove({ id, seen }))) !== undefined
}
