import { z } from 'zod'
import { idOf } from './ids.ts'

/** The folders every mailbox has; any other name is a folder of the team's own. `outbox` is queued and not yet sent. */
export const FOLDERS = ['inbox', 'sent', 'outbox', 'drafts', 'trash'] as const

/** One line of ids, names or addresses: no control characters, so that nothing in it can open a header of its own. */
const Line = z.string().regex(/^[^\p{Cc}]*$/u)

/** What a message says, whoever keeps it. Addresses are bare (`who@host`) and stand as they were written. */
export const MailDraft = z.strictObject({
  /** Null where it says none. */
  from: Line.nullable().default(null),
  to: z.array(Line).default([]),
  cc: z.array(Line).default([]),
  bcc: z.array(Line).default([]),
  subject: z.string().nullable().default(null),
  /** ISO instant in UTC; null where it was not sent, or bears no date that can be read. */
  sentAt: z.iso.datetime().nullable().default(null),
  /** Plain text, lines end with `\n`. */
  body: z.string().default(''),
  /** Message-ID, without its brackets, of what it answers. */
  inReplyTo: Line.nullable().default(null),
  /** Message-IDs of what went before it, oldest first. */
  references: z.array(Line).default([]),
  /** Names of the files that came with it; the files themselves are not kept. */
  attachments: z.array(z.string()).default([]),
})
export type MailDraft = z.infer<typeof MailDraft>

/** A message in a mailbox. */
export interface Mail extends MailDraft {
  /** Message-ID without its brackets. */
  id: string
  version: string
  folder: string
  threadId: string
}

/** Everybody a message goes to. */
export const recipientsOf = ({ to, cc, bcc }: Pick<MailDraft, 'to' | 'cc' | 'bcc'>): string[] => [...to, ...cc, ...bcc]

/** An address that mail can be sent to; it holds nothing that could end a header or a command. */
export const MailAddress = z
  .string()
  .max(320)
  .regex(/^[^\s<>()[\]\\,;:"@\p{Cc}]+@[^\s<>()[\]\\,;:"@\p{Cc}]+$/u, { error: 'not an e-mail address' })

/** What stands between the brackets of a Message-ID. */
export const isMessageId = (text: string): boolean =>
  /^[^\s<>@\p{Cc}]+@[^\s<>@\p{Cc}]+$/u.test(text) && text.length <= 250

/** A host that never resolves (RFC 2606), for ids of messages that no server has seen. */
export const NO_HOST = 'nightdesk.invalid'

/** A Message-ID that follows from a key: whoever sends again after a crash sends the same message. */
export const messageIdOf = (key: string, host = NO_HOST): string => `${idOf('m', [key], 26)}@${host}`

const REPLY_PREFIX = /^\s*(?:(?:re|aw|antw|sv|vs|ref|rv|tr|fwd?|wg)(?:\[\d+\])?\s*:\s*)+/i

/** Whether a subject says that it answers or passes something on. */
export const isReplySubject = (subject: string | null): boolean => subject !== null && REPLY_PREFIX.test(subject)

/** A subject without what answering put before it, folded to one line: what the messages of one exchange share. */
export const baseSubject = (subject: string | null): string =>
  (subject ?? '').replace(REPLY_PREFIX, '').replace(/\s+/g, ' ').trim()

/** The subject of an answer. */
export const replySubject = (subject: string | null): string => {
  const base = baseSubject(subject)
  return base === '' ? 'Re:' : `Re: ${base}`
}
