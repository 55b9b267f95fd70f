import { DeskError } from '#kernel/errors.ts'
import type { MailDraft } from '#kernel/mail.ts'
import type { Filing } from '#ports/mailbox.ts'
import type { Operation } from '#ports/sql.ts'
import { insertMail, mailRow, removeMail, replaceMail } from './mail-rows.ts'
import { columnsOf, type MailRow, storedFrom } from './stored-mail.ts'
import { threadOf } from './threading.ts'

/** Files a message, or answers the one that is there under its id. */
export function* fileMail(mail: MailDraft, filing: Filing): Operation<MailRow> {
  const { id, folder, thread = null, conversation = null, atMs = 0 } = filing
  const there = yield* mailRow(id)
  if (there) return there
  const stored = storedFrom(mail)
  const columns = columnsOf(stored, atMs)
  const row = { id, version: 1, thread: yield* threadOf(id, stored, thread), folder, conversation, ...columns }
  yield* insertMail(row)
  return row
}

/** Puts a message into another folder. @throws DeskError CONFLICT */
export function* moveMail(id: string, folder: string, seen: string, sentAt?: string): Operation<MailRow> {
  const row = yield* seenAs(id, seen)
  if (row.folder === folder && sentAt === undefined) return row
  return yield* replaced(row, folder, { ...JSON.parse(row.body), ...(sentAt !== undefined && { sentAt }) })
}

/** Writes a draft anew. @throws DeskError CONFLICT, NOT_ALLOWED */
export function* rewriteDraft(id: string, change: Partial<MailDraft>, seen: string): Operation<MailRow> {
  const row = onlyDraft(yield* seenAs(id, seen))
  return yield* replaced(row, row.folder, { ...JSON.parse(row.body), ...change })
}

/** @throws DeskError CONFLICT, NOT_ALLOWED */
export function* discardDraft(id: string, seen: string): Operation<void> {
  const row = onlyDraft(yield* seenAs(id, seen))
  if (!(yield* removeMail(id, row.version))) throw changed(row)
}

function* replaced(row: MailRow, folder: string, mail: MailDraft): Operation<MailRow> {
  const columns = columnsOf(storedFrom(mail), row.at_ms)
  if (!(yield* replaceMail({ id: row.id, folder, ...columns }, row.version))) throw changed(row)
  return { ...row, ...columns, folder, version: row.version + 1 }
}

function* seenAs(id: string, seen: string): Operation<MailRow> {
  const row = yield* mailRow(id)
  if (!row || String(row.version) !== seen) throw changed(row)
  return row
}

function onlyDraft(row: MailRow): MailRow {
  if (row.folder !== 'drafts') throw new DeskError('NOT_ALLOWED', { why: 'that mail is no draft any more' })
  return row
}

const changed = (row: MailRow | undefined): DeskError =>
  new DeskError('CONFLICT', { what: row ? 'The mail' : 'That mail' })
