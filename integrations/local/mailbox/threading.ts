import { isReplySubject, type MailDraft } from '#kernel/mail.ts'
import { DAY_MS } from '#kernel/units.ts'
import type { Operation } from '#ports/sql.ts'
import { first } from '#ports/statement.ts'
import { statement } from '../tables.ts'
import { columnsOf, fold, peopleOf } from './stored-mail.ts'

/** How many of the messages before it count; nobody's thread is longer, and some headers never end. */
const MOST_REFERENCES = 100
/** How long after the last message of an exchange an answer without references still belongs to it. */
const SAME_EXCHANGE_MS = 30 * DAY_MS

/**
 * The thread of a message. Its references say so: what bears or names one of them belongs together, in whatever order the
 * messages come in; where a message shows two threads to be one, they are joined. An answer that names nothing it answers
 * goes to the newest message of the last 30 days with the same subject, between the same people.
 * @param named a thread that is known without looking
 */
export function* threadOf(id: string, mail: MailDraft, named: string | null): Operation<string> {
  const before = [...mail.references.slice(-MOST_REFERENCES), ...(mail.inReplyTo === null ? [] : [mail.inReplyTo])]
  const ids = [...new Set([...before, id])]
  const known: string[] = named === null ? [] : [named]
  for (const one of ids) {
    const row = yield* first(threadById({ id: one }))
    if (row && !known.includes(row.thread)) known.push(row.thread)
  }
  const [thread = (before.length === 0 ? yield* likelyThread(mail) : null) ?? ids[0] ?? id, ...others] = known
  for (const other of others) {
    yield* joinMails({ thread, other })
    yield* joinIds({ thread, other })
  }
  for (const one of ids) yield* remember({ id: one, thread })
  return thread
}

const threadById = statement(($: { id: string }, db) =>
  db.selectFrom('local_mail_ids').select('thread').where('id', '=', $.id),
)
const joinMails = statement(($: { thread: string; other: string }, db) =>
  db.updateTable('local_mails').set({ thread: $.thread }).where('thread', '=', $.other),
)
const joinIds = statement(($: { thread: string; other: string }, db) =>
  db.updateTable('local_mail_ids').set({ thread: $.thread }).where('thread', '=', $.other),
)
const remember = statement(($: { id: string; thread: string }, db) =>
  db
    .insertInto('local_mail_ids')
    .values({ id: $.id, thread: $.thread })
    .onConflict((on) => on.column('id').doNothing()),
)

const sameSubject = statement(($: { subject: string; fromMs: number; toMs: number; person: string }, db) =>
  db
    .selectFrom('local_mails')
    .select(['thread', 'people'])
    .where('subject', '=', $.subject)
    .where('at_ms', '>=', $.fromMs)
    .where('at_ms', '<=', $.toMs)
    .where('people', 'like', $.person)
    .orderBy('at_ms', 'desc')
    .limit(20),
)

function* likelyThread(mail: MailDraft): Operation<string | null> {
  const { from, subject, sentAt } = mail
  const { at_ms: atMs, subject: said } = columnsOf(mail, 0)
  if (from === null || sentAt === null || said === '' || !isReplySubject(subject)) return null
  const sender = fold(from)
  const people = peopleOf(mail).map(fold)
  const rows = yield* sameSubject({
    subject: said,
    fromMs: atMs - SAME_EXCHANGE_MS,
    toMs: atMs,
    person: `%\n${sender.replace(/[%\\]/g, '_')}\n%`,
  })
  // Whoever answers was there, and so was somebody they answer.
  const found = rows.find((row) => people.some((one) => one !== sender && row.people.includes(`\n${one}\n`)))
  return found?.thread ?? null
}
