import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import PostalMime from 'postal-mime'
import type { SMTPServerOptions } from 'smtp-server'
import { expect, onTestFinished, test } from 'vitest'
import type { Letter } from '#ports/mailer.ts'
import { answering, mailServer } from '#test/harness/smtp.ts'
import { mailerFrom, smtpFrom } from './index.ts'
import { smtpMailer } from './mailer.ts'
import { smtpSettings } from './settings.ts'

const MAIL_FROM = 'Northwind <desk@northwind.example>'
const LETTER: Letter = {
  key: 'reply:1',
  to: ['ada@kitchen.example'],
  subject: 'Re: Grüße 🙂',
  text: 'Hé there,\n\n.\nFrom me\n',
  inReplyTo: '2@kitchen.example',
  references: ['1@kitchen.example'],
  automatic: true,
}

function mailerTo(port: number, user = 'desk:secret@') {
  const mailer = smtpFrom({ SMTP_URL: `smtp://${user}127.0.0.1:${port}`, MAIL_FROM })
  if (!mailer) throw new Error('no mailer')
  return mailer
}
async function serverAndMailer(options?: SMTPServerOptions) {
  const server = await mailServer(options)
  return { server, mailer: mailerTo(server.port) }
}
const header = (email: { headers: { key: string; value: string }[] }, name: string) =>
  email.headers.find(({ key }) => key === name)?.value

test('a letter arrives as it was written, signed in and encrypted', async () => {
  const { server, mailer } = await serverAndMailer()
  const { id, refused } = await mailer.send(LETTER)
  expect(refused).toEqual([])
  expect(server.taken).toMatchObject([
    { from: 'desk@northwind.example', to: ['ada@kitchen.example'], secure: true, user: 'desk' },
  ])
  const email = await PostalMime.parse(server.taken[0]?.text ?? '')
  expect(email).toMatchObject({
    from: { name: 'Northwind', address: 'desk@northwind.example' },
    to: [{ address: 'ada@kitchen.example' }],
    subject: 'Re: Grüße 🙂',
    text: LETTER.text,
    messageId: `<${id}>`,
    inReplyTo: '<2@kitchen.example>',
    references: '<1@kitchen.example> <2@kitchen.example>',
  })
  expect(header(email, 'auto-submitted')).toBe('auto-replied')
  expect(header(email, 'content-type')).toContain('text/plain')
})

test('the same key is the same message, another key another one', async () => {
  const { server, mailer } = await serverAndMailer()
  const first = await mailer.send(LETTER)
  expect(await mailer.send(LETTER)).toEqual(first)
  expect(first.id).toBe(mailer.idOf('reply:1'))
  expect(mailer.idOf('reply:2')).not.toBe(first.id)
  expect(first.id).toMatch(/^m[0-9a-v]{26}@northwind\.example$/)
  expect(server.taken.map(({ text }) => /Message-ID: (.*)/i.exec(text)?.[1])).toEqual([
    `<${first.id}>`,
    `<${first.id}>`,
  ])
})

test('a server on this machine needs neither encryption nor a password', async () => {
  const server = await mailServer({ disabledCommands: ['STARTTLS', 'AUTH'] })
  await mailerTo(server.port, '').send({ ...LETTER, inReplyTo: null, references: [] })
  expect(server.taken).toMatchObject([{ secure: false, user: null }])
  const email = await PostalMime.parse(server.taken[0]?.text ?? '')
  expect([email.inReplyTo, email.references, header(email, 'auto-submitted')]).toEqual([
    undefined,
    undefined,
    'auto-generated',
  ])
})

test('what a person wrote is not called automatic', async () => {
  const { server, mailer } = await serverAndMailer()
  await mailer.send({ ...LETTER, automatic: false })
  expect(server.taken[0]?.text).not.toMatch(/auto-submitted/i)
})

test('any other server must encrypt, or no password and no mail goes to it', async () => {
  const server = await mailServer({ disabledCommands: ['STARTTLS'] })
  const settings = smtpSettings(`smtp://desk:secret@127.0.0.1:${server.port}`, MAIL_FROM)
  if (!settings) throw new Error('no settings')
  const sent = smtpMailer({ ...settings, isLoopback: false }).send(LETTER)
  await expect(sent).rejects.toMatchObject({ code: 'INTEGRATION_DOWN' })
  expect([server.passwords, server.taken]).toEqual([[], []])
  const other = await mailServer()
  const unknown = smtpMailer({ ...settings, port: other.port, isLoopback: false }).send(LETTER)
  await expect(unknown).rejects.toMatchObject({ code: 'INTEGRATION_DOWN' })
  expect([other.passwords, other.taken]).toEqual([[], []])
})

test.each([
  ['a recipient it does not know', 550, 'MAIL_REFUSED'],
  ['a mailbox that is full for now', 452, 'INTEGRATION_DOWN'],
])('%s (%i): %s, and nobody is named', async (_what, answer, code) => {
  const { server, mailer } = await serverAndMailer({ onRcptTo: (_to, _session, done) => done(answering(answer)) })
  const failed = await mailer.send(LETTER).catch((error: unknown) => error)
  expect(failed).toMatchObject({ code, message: expect.stringContaining(`its answer was ${answer}`) })
  expect(String((failed as Error).message)).not.toMatch(/Jo Park|ada|secret/)
  expect(server.taken).toEqual([])
})

test.each([
  [554, 'MAIL_REFUSED'],
  [421, 'INTEGRATION_DOWN'],
])('a text that the server answers with %i: %s', async (answer, code) => {
  const { mailer } = await serverAndMailer({
    onData: (stream, _session, done) => stream.on('end', () => done(answering(answer))).resume(),
  })
  await expect(mailer.send(LETTER)).rejects.toMatchObject({ code })
})

test('where some recipients are taken, the others are named', async () => {
  const { server, mailer } = await serverAndMailer({
    onRcptTo: ({ address }, _session, done) => (address.startsWith('bob') ? done(answering(550)) : done()),
  })
  const { refused } = await mailer.send({ ...LETTER, to: ['ada@kitchen.example', 'bob@kitchen.example'] })
  expect([refused, server.taken[0]?.to]).toEqual([['bob@kitchen.example'], ['ada@kitchen.example']])
})

test('a wrong password, a port where nobody listens, a server that never speaks: to be tried again', async () => {
  const server = await mailServer()
  const wrong = mailerTo(server.port, 'desk:wrong@')
  const failed = await wrong.send(LETTER).catch((error: unknown) => error)
  expect(failed).toMatchObject({ code: 'INTEGRATION_DOWN', message: expect.stringContaining('password of SMTP_URL') })
  await expect(wrong.verify()).rejects.toMatchObject({ code: 'INTEGRATION_DOWN' })
  await mailerTo(server.port).verify()
  await expect(mailerTo(1).send(LETTER)).rejects.toMatchObject({ code: 'INTEGRATION_DOWN' })

  const silent = createServer(() => undefined)
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', () => resolve()))
  onTestFinished(() => void silent.close())
  const settings = smtpSettings(`smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`, MAIL_FROM)
  const patient = settings && smtpMailer(settings, 100)
  await expect(patient?.send(LETTER)).rejects.toMatchObject({ code: 'INTEGRATION_DOWN' })
  expect(server.taken).toEqual([])
})

test('nothing a letter says opens a header, a recipient or a command of its own', async () => {
  const { server, mailer } = await serverAndMailer()
  for (const to of [
    'a@b\r\nBcc: eve@evil.example',
    'a@b, eve@evil.example',
    'Eve <eve@evil.example>',
    'a@b> RCPT TO:<eve@x',
    '',
  ])
    await expect(mailer.send({ ...LETTER, to: [to] })).rejects.toMatchObject({ code: 'MAIL_REFUSED' })
  await expect(mailer.send({ ...LETTER, to: [] })).rejects.toMatchObject({ code: 'MAIL_REFUSED' })
  expect(server.taken).toEqual([])
  const injected = '\r\nBcc: eve@evil.example\r\n\r\nAnother text'
  await mailer.send({
    ...LETTER,
    subject: `Hi${injected}`,
    text: `.\r\nMAIL FROM:<x@y>\r\n${injected}`,
    inReplyTo: `1@x>${injected}`,
    references: [`2@x${injected}`, '3@x'],
  })
  const email = await PostalMime.parse(server.taken[0]?.text ?? '')
  expect(server.taken.map(({ to }) => to)).toEqual([['ada@kitchen.example']])
  expect([email.bcc, email.inReplyTo, email.references]).toEqual([undefined, undefined, '<3@x>'])
  expect(email.subject).toBe('Hi Bcc: eve@evil.example Another text')
  expect(email.text).toContain('MAIL FROM:<x@y>\n')
})

test('a text names no file and no address that is read for it', async () => {
  const { server, mailer } = await serverAndMailer()
  await mailer.send({ ...LETTER, text: '{"path":"/etc/passwd"}' })
  expect(server.taken[0]?.text).toContain('/etc/passwd')
  expect(server.taken[0]?.text).not.toContain('root:')
})

test('without SMTP_URL nothing is sent, and an id still follows from its key', async () => {
  const mailer = mailerFrom({})
  expect([mailer.configured, mailer.from]).toEqual([false, null])
  expect(mailer.idOf('k')).toBe(mailer.idOf('k'))
  await expect(mailer.send(LETTER)).rejects.toMatchObject({ code: 'NO_SENDER' })
})

test.each([
  ['smtp://mail.example', undefined, 'MAIL_FROM'],
  ['smtp://desk:secret@mail.example', 'Northwind', 'MAIL_FROM'],
  ['smtp://desk:secret@mail.example', 'a@b\nBcc: c@d', 'MAIL_FROM'],
  ['http://desk:secret@mail.example', MAIL_FROM, 'SMTP_URL'],
  ['smtp://desk:%zz@mail.example', MAIL_FROM, 'SMTP_URL'],
  ['smtp://', MAIL_FROM, 'SMTP_URL'],
])('%s from %s names %s, and no password', (url, from, name) => {
  const read = () => smtpSettings(url, from)
  expect(read).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID', details: expect.objectContaining({ name }) }))
  expect(read).not.toThrow(/secret/)
})

test('an address alone is enough to send from, and the user name is one at times', () => {
  expect(smtpSettings('smtps://desk%40x.example:p%40ss@mail.example', undefined)).toEqual({
    host: 'mail.example',
    port: 465,
    secure: true,
    isLoopback: false,
    auth: { user: 'desk@x.example', pass: 'p@ss' },
    from: { name: '', address: 'desk@x.example' },
  })
  expect(smtpSettings('smtp://[::1]', '"N, Studio" <d@x.example>')).toMatchObject({
    ...{ host: '::1', port: 587, isLoopback: true, auth: null },
    from: { name: 'N, Studio', address: 'd@x.example' },
  })
  expect(smtpSettings('smtp://127.0.0.1.evil.example', MAIL_FROM)?.isLoopback).toBe(false)
})
