import type { Mail, MailDraft } from '#kernel/mail.ts'

/** Which messages are looked for; every part narrows. */
export interface MailQuery {
  /** Each of them stands in subject, text or addresses. */
  words?: string
  /** An address that wrote it or that it went to. */
  person?: string
  folder?: string
  limit: number
}

/** Where a message goes, beside what it says. */
export interface Filing {
  /** Message-ID without brackets. */
  id: string
  folder: string
  /** A thread it belongs to whatever its references say. */
  thread?: string | null
  /** The desk's own conversation that it is part of. */
  conversation?: string | null
  /** Epoch milliseconds: its place among the others where it bears no date of its own. */
  atMs?: number
}

/** How much a folder holds. */
export interface FolderCount {
  folder: string
  count: number
}

/**
 * Mail as the team keeps it. What was received or sent is never changed, only moved; a draft may be. Left out on purpose:
 * sending (that is the mailer), and who may see what (lookups decide that).
 */
export interface Mailbox {
  readonly name: string
  /** It lies outside the desk's own database. */
  readonly outward: boolean
  get(id: string): Promise<Mail | null>
  /** Folders that hold something, and the five that are always there. */
  folders(): Promise<readonly FolderCount[]>
  /** Newest first. */
  list(folder: string, limit: number): Promise<readonly Mail[]>
  /** Every message of a thread wherever it lies, oldest first. */
  thread(id: string): Promise<readonly Mail[]>
  /** Newest first; what lies in the trash only where that folder is asked for. */
  find(query: MailQuery): Promise<readonly Mail[]>
  /** The newest message of a conversation that came from outside, or null. */
  lastReceived(conversation: string): Promise<Mail | null>
  /** Idempotent by id: a second call with the same id answers the message that is there, whatever it says. */
  add(mail: MailDraft, filing: Filing): Promise<Mail>
  /** Puts a message into another folder. @param sentAt when it was sent, where that is why. @throws DeskError CONFLICT */
  move(id: string, folder: string, version: string, sentAt?: string): Promise<Mail>
  /** Writes a draft anew. @throws DeskError CONFLICT, NOT_ALLOWED where it is no draft */
  rewrite(id: string, change: Partial<MailDraft>, version: string): Promise<Mail>
  /** Takes a draft away without a trace. @throws DeskError CONFLICT, NOT_ALLOWED where it is no draft */
  discard(id: string, version: string): Promise<void>
}
