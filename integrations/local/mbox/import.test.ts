import { expect, onTestFinished, test } from 'vitest'
import type { Mail } from '#kernel/mail.ts'
import { localStore } from '#test/conformance/local-store.ts'
import type { ImportReport } from '../import-file.ts'
import { LocalMailbox } from '../mailbox/local-mailbox.ts'
import { importMail } from './import.ts'

const FROM = 'From MAILER Sun Oct  1 09:15:02 2023'

/** Takes a file in and answers what it told, and what lies in the mailbox then, by id. */
async function taken(
  text: string | Uint8Array | readonly string[],
): Promise<{ report: ImportReport; mails: Map<string, Mail>; mailbox: LocalMailbox }> {
  const { sql, close } = await localStore()
  onTestFinished(close)
  const bytes = async function* () {
    if (Array.isArray(text)) for (const piece of text) yield Buffer.from(piece)
    else yield Buffer.from(text as string)
  }
  const report = await importMail(sql, { file: 'm.mbox', bytes })
  const mailbox = new LocalMailbox(sql)
  const mails: Mail[] = []
  for (const { folder } of await mailbox.folders()) mails.push(...(await mailbox.list(folder, 100)))
  return { report, mails: new Map(mails.map((mail) => [mail.id, mail])), mailbox }
}

const one = async (...lines: string[]) => [...(await taken([FROM, ...lines, ''].join('\n'))).mails.values()][0]

test.each([
  ['\n', 'lines of Unix'],
  ['\r\n', 'lines of Windows'],
])('a mailbox with %j', async (end) => {
  const { report, mails } = await taken(
    [
      FROM,
      'From: "Chen, Mia" <mia@localhost>',
      'To: Sam <sam@northwind.example>, root',
      'Cc: Team: a@x.example, "b b"@x.example;',
      'Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=',
      ' =?utf-8?B?8J+Zgg==?=',
      'Date: Sun, 1 Oct 2023 11:15:02 +0200',
      'Message-ID: <one@x.example>',
      '',
      'Hi',
      '>From here on',
      '>>From there',
      '',
      'From the desk of Mia',
      '',
      'From MAILER Sun Oct  1 09:15:02 2023',
      'From: b@x.example',
      'Message-ID: <two@x.example>',
      'In-Reply-To: <one@x.example>',
      '',
      '',
    ].join(end),
  )
  expect(report).toEqual({ added: 2, changed: 0, unchanged: 0 })
  expect(mails.get('one@x.example')).toMatchObject({
    folder: 'inbox',
    from: 'mia@localhost',
    to: ['sam@northwind.example', 'root'],
    cc: ['a@x.example', 'b b@x.example'],
    subject: 'Grüße🙂',
    sentAt: '2023-10-01T09:15:02Z',
    body: 'Hi\nFrom here on\n>From there\n\nFrom the desk of Mia\n',
  })
  const two = mails.get('two@x.example')
  expect(two).toMatchObject({ subject: null, sentAt: null, body: '', to: [] })
  expect(two?.threadId).toBe(mails.get('one@x.example')?.threadId)
})

test('where pieces of the file end makes no difference', async () => {
  const text = `${FROM}\nFrom: a@x\nMessage-ID: <1@x>\n\nHé\n>From x\n\n${FROM}\nFrom: b@x\nMessage-ID: <2@x>\n\nZ\n`
  const whole = await taken(text)
  const bytes = Buffer.from(text)
  const pieces = Array.from({ length: bytes.length }, (_, at) => bytes.subarray(at, at + 1).toString('latin1'))
  const { sql, close } = await localStore()
  onTestFinished(close)
  await importMail(sql, {
    file: 'm',
    bytes: async function* () {
      for (const piece of pieces) yield Buffer.from(piece, 'latin1')
    },
  })
  expect(await new LocalMailbox(sql).get('1@x')).toEqual(whole.mails.get('1@x'))
  expect(whole.mails.get('1@x')?.body).toBe('Hé\nFrom x\n')
})

test('a text of another alphabet, of HTML alone, and of several parts', async () => {
  const latin = Buffer.from(
    `${FROM}\nFrom: a@x\nMessage-ID: <1@x>\nContent-Type: text/plain; charset=iso-8859-1\n\ncaf\xe9\n`,
    'latin1',
  )
  expect((await taken(latin)).mails.get('1@x')?.body).toBe('café\n')
  const html = await one(
    'From: a@x',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<html><head><title>t</title><style>p{}</style></head><body><style>b{color:red}</style><p>Hi <b>you</b> &amp; me</p>',
    '<script>alert(1)</script><img src="http://evil.example/pixel.gif">1 &lt; 2</body></html>',
  )
  expect(html?.body.replace(/\s+/g, ' ').trim()).toBe('Hi you & me 1 < 2')
  const parts = await one(
    'From: a@x',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'See the file',
    '--b',
    'Content-Type: application/pdf; name="offer.pdf"',
    'Content-Transfer-Encoding: base64',
    '',
    'AAAA',
    '--b--',
  )
  expect(parts).toMatchObject({ attachments: ['offer.pdf'], body: expect.stringContaining('See the file\n') })
})

test('what is broken is named, and the rest of it is kept', async () => {
  const { report, mails } = await taken(
    [
      FROM,
      'From: a@x',
      'Date: yesterday',
      'Message-ID: <1@x>',
      '',
      'A',
      '',
      FROM,
      '',
      'no header at all',
      '',
      FROM,
      'Subject: nobody',
      'Message-ID: <3@x>',
      '',
      'C',
      '',
    ].join('\n'),
  )
  expect(report.added).toBe(3)
  expect(report.problems).toEqual([
    'message 1 (line 1): its date cannot be read',
    'message 2 (line 8): it has no header',
    'message 3 (line 12): it has no sender',
  ])
  expect([...mails.values()].map(({ body }) => body).sort()).toEqual(['A\n', 'C\n', 'no header at all\n'])
})

test('one that is too large is left out and named; those around it are taken in', async () => {
  const small = (id: string) => `${FROM}\nFrom: a@x\nMessage-ID: <${id}@x>\n\nhi\n\n`
  const megabyte = `${'x'.repeat(999_999)}\n`
  const { report, mails } = await taken([
    small('1'),
    `${FROM}\nFrom: b@x\nMessage-ID: <big@x>\n\n`,
    ...Array.from({ length: 51 }, () => megabyte),
    '\n',
    small('2'),
  ])
  expect(report).toEqual({
    added: 2,
    changed: 0,
    unchanged: 0,
    problems: ['message 2 (line 7): it is larger than 50 MB; it was left out'],
  })
  expect([...mails.keys()].sort()).toEqual(['1@x', '2@x'])
})

test('two messages under one id are both kept, however often they are taken in', async () => {
  const text = (body: string) => `${FROM}\nFrom: a@x\nMessage-ID: <1@x>\n\n${body}\n\n`
  const { report, mails } = await taken(text('first') + text('second') + text('first'))
  expect(report).toEqual({ added: 2, changed: 0, unchanged: 1 })
  expect([...mails.values()].map(({ body }) => body).sort()).toEqual(['first\n', 'second\n'])
  expect(mails.get('1@x')?.body).toBe('first\n')
})

test('a header of the sender says nothing about folders; only our own separator does', async () => {
  const claims = ['X-Nightdesk-Folder: sent', 'X-Mozilla-Status: 0001', 'Folder: sent', 'folder=sent: 2023 folder=sent']
  expect(await one('From: a@x', ...claims, '', 'I was sent by you')).toMatchObject({ folder: 'inbox' })
  const own = `${FROM} folder=drafts thread=a%40b\nFrom: a@x\nMessage-ID: <1@x>\n\nhi\n`
  expect((await taken(own)).mails.get('1@x')).toMatchObject({ folder: 'drafts', threadId: 'a@b' })
  expect((await taken(own.replace('drafts', '%E0%A4%A'))).mails.get('1@x')).toMatchObject({ folder: 'inbox' })
})

test('a file that is no mailbox changes nothing; an empty one is no mistake', async () => {
  await expect(taken('BEGIN:VCALENDAR\n')).rejects.toMatchObject({
    code: 'IMPORT_INVALID',
    message: 'm.mbox, line 1: a mailbox file begins with "From ".',
  })
  for (const empty of ['', '\n\n']) expect((await taken(empty)).report).toEqual({ added: 0, changed: 0, unchanged: 0 })
})
