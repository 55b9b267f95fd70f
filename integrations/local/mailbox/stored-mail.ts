import { baseSubject, type Mail, MailDraft, recipientsOf } from '#kernel/mail.ts'
import { toMs } from '#kernel/time.ts'
import type { LocalTables } from '../tables.ts'

export type MailRow = LocalTables['local_mails']

/** Of a text that is looked through when somebody searches: the rest of a very long one is kept, and not found by its words. */
const SEARCHED_LENGTH = 20_000

export function mailOf({ id, version, folder, thread, body }: MailRow): Mail {
  return { id, version: String(version), folder, threadId: thread, ...(JSON.parse(body) as MailDraft) }
}

/** What is written down of a message: checked, line ends as one. @throws ZodError for what is no message */
export function storedFrom(mail: MailDraft): MailDraft {
  return MailDraft.parse({ ...mail, body: mail.body.replace(/\r\n?/g, '\n') })
}

/** What the table knows of a message beside its text. */
export function columnsOf(
  stored: MailDraft,
  filedMs: number,
): Pick<MailRow, 'at_ms' | 'subject' | 'people' | 'search' | 'body'> {
  const { sentAt, subject, body } = stored
  return {
    at_ms: sentAt === null ? filedMs : toMs(sentAt),
    subject: fold(baseSubject(subject)),
    people: `\n${peopleOf(stored).map(fold).join('\n')}\n`,
    search: fold([subject ?? '', ...peopleOf(stored), body.slice(0, SEARCHED_LENGTH)].join('\n')),
    body: JSON.stringify(stored),
  }
}

/** Everybody a message is from or goes to. */
export const peopleOf = (mail: MailDraft): string[] => [
  ...(mail.from === null ? [] : [mail.from]),
  ...recipientsOf(mail),
]

/** Lower case without accents: "Zoë" is found as "zoe". */
export const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
