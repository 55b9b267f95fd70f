import type { Sql } from '#ports/sql.ts'
import { mailsAfter } from '../mailbox/mail-rows.ts'
import { type MailRow, mailOf } from '../mailbox/stored-mail.ts'
import { mboxText } from './write-mail.ts'

const PAGE = 200

/** The whole mailbox as one mbox file (mboxrd), in pieces. */
export async function* exportMail(sql: Sql): AsyncGenerator<string> {
  for await (const row of everyMail(sql)) yield mboxText(mailOf(row))
}

/** Every message, in the order of the database. */
export async function* everyMail(sql: Sql): AsyncGenerator<MailRow> {
  let after = ''
  for (;;) {
    const page = await sql.read(() => mailsAfter(after, PAGE))
    yield* page
    if (page.length < PAGE) return
    after = page.at(-1)?.id ?? ''
  }
}
