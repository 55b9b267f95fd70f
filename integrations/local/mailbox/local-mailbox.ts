import { FOLDERS, type Mail, type MailDraft } from '#kernel/mail.ts'
import type { Filing, FolderCount, Mailbox, MailQuery } from '#ports/mailbox.ts'
import type { Sql } from '#ports/sql.ts'
import { discardDraft, fileMail, moveMail, rewriteDraft } from './file.ts'
import {
  folderCounts,
  lastReceivedRow,
  mailRow,
  rowsInFolder,
  rowsInThread,
  rowsWith,
  SEARCH_WORDS,
} from './mail-rows.ts'
import { fold, mailOf } from './stored-mail.ts'

/** The embedded mailbox: messages in the desk's own database. */
export class LocalMailbox implements Mailbox {
  readonly name = 'local'
  readonly outward = false
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  async get(id: string): Promise<Mail | null> {
    const row = await this.#sql.read(() => mailRow(id))
    return row ? mailOf(row) : null
  }

  async folders(): Promise<readonly FolderCount[]> {
    const found = new Map((await this.#sql.read(folderCounts)).map(({ folder, count }) => [folder, count]))
    const own = [...found.keys()].filter((name) => !FOLDERS.some((one) => one === name)).sort()
    return [...FOLDERS, ...own].map((folder) => ({ folder, count: found.get(folder) ?? 0 }))
  }

  async list(folder: string, limit: number): Promise<readonly Mail[]> {
    return (await this.#sql.read(() => rowsInFolder(folder, limit))).map(mailOf)
  }

  async thread(id: string): Promise<readonly Mail[]> {
    return (await this.#sql.read(() => rowsInThread(id))).map(mailOf)
  }

  async find({ words = '', person, folder, limit }: MailQuery): Promise<readonly Mail[]> {
    const wanted = (fold(words).match(/[\p{L}\p{N}@._+-]+/gu) ?? []).slice(0, SEARCH_WORDS)
    const narrowed = { person: person === undefined ? null : fold(person), folder: folder ?? null, limit }
    return (await this.#sql.read(() => rowsWith(wanted, narrowed))).map(mailOf)
  }

  async lastReceived(conversation: string): Promise<Mail | null> {
    const row = await this.#sql.read(() => lastReceivedRow(conversation))
    return row ? mailOf(row) : null
  }

  async add(mail: MailDraft, filing: Filing): Promise<Mail> {
    return mailOf(await this.#sql.write(() => fileMail(mail, filing)))
  }

  async move(id: string, folder: string, version: string, sentAt?: string): Promise<Mail> {
    return mailOf(await this.#sql.write(() => moveMail(id, folder, version, sentAt)))
  }

  async rewrite(id: string, change: Partial<MailDraft>, version: string): Promise<Mail> {
    return mailOf(await this.#sql.write(() => rewriteDraft(id, change, version)))
  }

  discard(id: string, version: string): Promise<void> {
    return this.#sql.write(() => discardDraft(id, version))
  }
}
