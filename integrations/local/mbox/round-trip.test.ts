import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MailDraft } from '#kernel/mail.ts'
import type { Sql } from '#ports/sql.ts'
import { localStore } from '#test/conformance/local-store.ts'
import { LocalMailbox } from '../mailbox/local-mailbox.ts'
import { mailRecords } from '../records.ts'
import { exportMail } from './export.ts'
import { importMail } from './import.ts'

const address = fc.oneof(
  fc.emailAddress(),
  fc.constantFrom('root@localhost', 'MAILER-DAEMON', 'josé@exämple.test', "o'brien+x@kite.example", 'a@b'),
)
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.constantFrom('', ' two  blanks ', 'From me', '=?utf-8?B?eA==?=', 'x'.repeat(400), 'Grüße 🙂 '.repeat(30), 'a\nb'),
)
const body = fc.oneof(
  words,
  fc.constantFrom(
    'From here on\n>From there\n>>From all\n',
    '\nFrom a@b Sun Oct  1 09:15:02 2023\nSubject: not a mail\n\nreally\n',
    'no end of line',
    '\n\n\n',
    'trailing blanks  \n\n',
    '--=_nightdesk_=--\n',
    '.\n',
    `${'long '.repeat(500)}\n`,
  ),
  fc.array(words).map((lines) => lines.join('\n')),
)
const id = fc.tuple(fc.stringMatching(/^[a-z0-9.$+=_-]{1,20}$/), fc.domain()).map(([left, right]) => `${left}@${right}`)
const mail = fc.record({
  from: fc.option(address),
  to: fc.array(address, { maxLength: 4 }),
  cc: fc.array(address, { maxLength: 2 }),
  bcc: fc.array(address, { maxLength: 2 }),
  subject: fc.option(words.map((text) => text.replace(/\p{Cc}/gu, ' '))),
  sentAt: fc.option(fc.constantFrom('2023-10-01T09:15:02Z', '1999-12-31T23:59:59Z', '2026-02-03T00:00:00Z')),
  body: body.map((text) => text.replace(/\p{Cc}/gu, (one) => (one === '\n' || one === '\t' ? one : ' '))),
  inReplyTo: fc.option(id),
  references: fc.array(id, { maxLength: 3 }),
  attachments: fc.array(fc.constantFrom('a b.pdf', 'Übersicht (1).txt', '"x";y.zip'), { maxLength: 2 }),
})
const folder = fc.constantFrom('inbox', 'sent', 'outbox', 'drafts', 'trash', 'Kunden & Co / 2026')

async function exported(sql: Sql): Promise<string> {
  let text = ''
  for await (const piece of exportMail(sql)) text += piece
  return text
}

test('what is exported comes back exactly: folders, threads, texts, people', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(id, mail, folder), { minLength: 1, maxLength: 6 }), async (mails) => {
      const [from, to] = [await localStore(), await localStore()]
      try {
        const mailbox = new LocalMailbox(from.sql)
        for (const [one, said, where] of mails) await mailbox.add(MailDraft.parse(said), { id: one, folder: where })
        const text = await exported(from.sql)
        const bytes = async function* () {
          const whole = Buffer.from(text)
          for (let at = 0; at < whole.length; at += 97) yield whole.subarray(at, at + 97)
        }
        const before = await mailRecords(from.sql)
        const report = await importMail(to.sql, { file: 'm.mbox', bytes })
        expect(report.added).toBe(before.length)
        expect(await mailRecords(to.sql)).toEqual(before)
        const copy = new LocalMailbox(to.sql)
        for (const { id: one } of before)
          expect({ ...(await copy.get(one)), version: '' }).toEqual({ ...(await mailbox.get(one)), version: '' })
        expect(await exported(to.sql)).toBe(text)
        const again = await importMail(to.sql, { file: 'm.mbox', bytes })
        expect([again.added, again.unchanged]).toEqual([0, before.length])
      } finally {
        from.close()
        to.close()
      }
    }),
    { numRuns: 60 },
  )
})
