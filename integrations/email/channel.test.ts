import { expect, test } from 'vitest'
import { SetClock } from '#app/system.ts'
import { DeskError } from '#kernel/errors.ts'
import { Inbound, type InboundDraft } from '#kernel/inbound.ts'
import { type Letter, type Mailer, noMailer } from '#ports/mailer.ts'
import { localStore } from '#test/conformance/local-store.ts'
import { LocalMailbox } from '../local/mailbox/local-mailbox.ts'
import { emailChannel } from './channel.ts'
import { filedMailer } from './filed-mailer.ts'

const ADA = 'ada@kitchen.example'
const arrived = (some: Partial<InboundDraft> = {}): Inbound =>
  Inbound.parse({
    id: 'one@kitchen.example',
    channel: 'email',
    conversation: `email:${ADA}`,
    kind: 'message',
    from: { kind: 'stranger', id: ADA, email: ADA },
    text: 'Do you do kitchens?\r\n',
    subject: 'Kitchens',
    fields: {
      To: 'Sam <sam@northwind.example>',
      References: '<zero@kitchen.example>',
      'In-Reply-To': '<zero@kitchen.example>',
    },
    atMs: Date.parse('2026-11-23T09:00:00.250Z'),
    ...some,
  })

/** A channel over a mailbox, and what left by its mailer. */
async function channelOver(fault: () => void = () => undefined, configured = true) {
  const { sql } = await localStore()
  const mailbox = new LocalMailbox(sql)
  const sent: Letter[] = []
  const mailer: Mailer = {
    ...noMailer,
    configured,
    from: 'desk@northwind.example',
    async send(letter) {
      fault()
      sent.push(letter)
      return { id: noMailer.idOf(letter.key), refused: [] }
    },
  }
  const clock = new SetClock(Date.parse('2026-11-23T09:01:00Z'))
  const filed = filedMailer(configured ? mailer : noMailer, { mailbox, clock })
  const channel = emailChannel({ mailbox, mailer: filed, clock })
  const folders = async () =>
    Object.fromEntries((await mailbox.folders()).flatMap(({ folder, count }) => (count > 0 ? [[folder, count]] : [])))
  return { channel, mailbox, sent, folders }
}
const reply = (text: string, key = 'reply:1', conversation = `email:${ADA}`) => ({
  ...{ key, conversation, to: [] },
  message: { type: 'reply' as const, text, choices: [], undo: [] },
})

test('mail that came in lies in the inbox, once, however often it is delivered', async () => {
  const { channel, mailbox, folders } = await channelOver()
  expect([await channel.keep?.(arrived()), await channel.keep?.(arrived())]).toEqual(['talk', 'talk'])
  expect(await folders()).toEqual({ inbox: 1 })
  expect(await mailbox.get('one@kitchen.example')).toMatchObject({
    from: ADA,
    to: ['sam@northwind.example'],
    subject: 'Kitchens',
    sentAt: '2026-11-23T09:00:00Z',
    body: 'Do you do kitchens?\n',
    inReplyTo: 'zero@kitchen.example',
    references: ['zero@kitchen.example'],
  })
})

test('nobody replaces mail by mail under the same id, and mail without an id has one of its own', async () => {
  const { channel, mailbox, folders } = await channelOver()
  await channel.keep?.(arrived())
  const eve = { from: { kind: 'stranger' as const, id: 'eve@evil.example' }, text: 'Another account' }
  await channel.keep?.(arrived(eve))
  await channel.keep?.(arrived(eve))
  await channel.keep?.(arrived({ id: 'line 7' }))
  expect(await folders()).toEqual({ inbox: 3 })
  expect(await mailbox.get('one@kitchen.example')).toMatchObject({ from: ADA })
})

test('an answer goes to whom the mail is from, into its thread, and lies in sent', async () => {
  const { channel, mailbox, sent, folders } = await channelOver()
  await channel.keep?.(arrived({ fields: { 'Reply-To': 'eve@evil.example' } }))
  await channel.send(reply('Yes.'))
  expect(sent).toMatchObject([
    {
      key: 'reply:1',
      to: [ADA],
      subject: 'Re: Kitchens',
      text: 'Yes.\n',
      inReplyTo: 'one@kitchen.example',
      references: ['one@kitchen.example'],
      automatic: true,
    },
  ])
  expect(await folders()).toEqual({ inbox: 1, sent: 1 })
  const [answer] = await mailbox.list('sent', 1)
  const asked = await mailbox.get('one@kitchen.example')
  expect(answer).toMatchObject({ threadId: asked?.threadId, sentAt: '2026-11-23T09:01:00Z', to: [ADA] })
  await channel.send(reply('Yes.'))
  expect([sent.length, await folders()]).toEqual([1, { inbox: 1, sent: 1 }])
})

test('without a mail server an answer is a draft, and never sent', async () => {
  const { channel, mailbox, sent, folders } = await channelOver(undefined, false)
  await channel.keep?.(arrived())
  for (let times = 0; times < 2; times++) expect(await channel.send(reply('Yes.'))).toEqual({ unsent: 'no_sender' })
  expect([sent, await folders()]).toEqual([[], { inbox: 1, drafts: 1 }])
  expect((await mailbox.list('drafts', 1))[0]).toMatchObject({ sentAt: null, to: [ADA], from: null })
})

test('a server that is away leaves it in the outbox; it leaves later, once, under the same id', async () => {
  let isDown = true
  const down = () => {
    if (isDown) throw new DeskError('INTEGRATION_DOWN', { name: 'The mail server' })
  }
  const { channel, mailbox, sent, folders } = await channelOver(down)
  await channel.keep?.(arrived())
  await expect(channel.send(reply('Yes.'))).rejects.toMatchObject({ code: 'INTEGRATION_DOWN' })
  const [waiting] = await mailbox.list('outbox', 1)
  expect(waiting).toMatchObject({ sentAt: null })
  isDown = false
  await channel.send(reply('Yes.'))
  expect([sent.length, await folders()]).toEqual([1, { inbox: 1, sent: 1 }])
  expect((await mailbox.list('sent', 1))[0]?.id).toBe(waiting?.id)
})

test('a crash after the server took it: it is sent again as the same message', async () => {
  const { channel, mailbox, sent, folders } = await channelOver()
  await channel.keep?.(arrived())
  const { move } = mailbox
  mailbox.move = async () => {
    throw new Error('killed')
  }
  await expect(channel.send(reply('Yes.'))).rejects.toThrow('killed')
  mailbox.move = move
  expect(await folders()).toEqual({ inbox: 1, outbox: 1 })
  await channel.send(reply('Yes.'))
  expect(await folders()).toEqual({ inbox: 1, sent: 1 })
  expect(sent[1]).toEqual(sent[0])
})

test('what is refused for good is a draft again', async () => {
  const { channel, folders } = await channelOver(() => {
    throw new DeskError('MAIL_REFUSED', { problem: 'its answer was 550' })
  })
  await channel.keep?.(arrived())
  expect(await channel.send(reply('Yes.'))).toEqual({ unsent: 'refused' })
  expect(await folders()).toEqual({ inbox: 1, drafts: 1 })
})

test('what is not tried again is a draft again', async () => {
  const { channel, folders } = await channelOver(() => {
    throw new DeskError('INTEGRATION_DOWN', { name: 'The mail server' })
  })
  await channel.keep?.(arrived())
  await expect(channel.send(reply('Yes.'))).rejects.toMatchObject({ code: 'INTEGRATION_DOWN' })
  for (const key of ['reply:1', 'reply:1', 'reply:unknown']) await channel.givenUp?.(key)
  expect(await folders()).toEqual({ inbox: 1, drafts: 1 })
})

test('two machines that talk to each other come to an end', async () => {
  const { channel, sent, folders } = await channelOver()
  await channel.keep?.(arrived())
  const said = []
  for (let nth = 0; nth < 40; nth++) said.push(await channel.send(reply('Yes.', `reply:${nth}`)))
  expect([sent.length, await folders()]).toEqual([30, { inbox: 1, sent: 30, drafts: 10 }])
  expect(said.at(-1)).toEqual({ unsent: 'enough_for_today' })
})

test('a message with a subject to an address begins a thread; to nobody known it is not sent', async () => {
  const { channel, sent } = await channelOver()
  const first = reply('Open the link', 'booking:1', ADA)
  await channel.send({ ...first, message: { ...first.message, subject: 'Please confirm' } })
  expect(sent).toMatchObject([{ to: [ADA], subject: 'Please confirm', inReplyTo: null, references: [] }])
  expect(await channel.send(reply('Hm', 'reply:2', 'email:nobody'))).toEqual({ unsent: 'no_address' })
})

test('choices are lines with numbers, unless the text has them already', async () => {
  const { channel, sent } = await channelOver()
  await channel.keep?.(arrived())
  const choices = ['Tue 10:00', 'Wed 11:00'].map((label) => ({ label, value: label }))
  for (const [key, text] of [
    ['reply:1', 'Which?'],
    ['reply:2', 'Tue 10:00 or Wed 11:00?'],
  ] as const) {
    const said = reply(text, key)
    await channel.send({ ...said, message: { ...said.message, choices } })
  }
  expect(sent.map(({ text }) => text)).toEqual(['Which?\n\n1. Tue 10:00\n2. Wed 11:00\n', 'Tue 10:00 or Wed 11:00?\n'])
})

test.each([
  [{ fields: { 'Auto-Submitted': 'auto-replied (vacation)' } }, 'filed'],
  [{ fields: { 'auto-submitted': 'no' } }, 'talk'],
  [{ fields: { 'Return-Path': '<>' } }, 'filed'],
  [{ fields: { 'Return-Path': `<${ADA}>` } }, 'talk'],
  [{ fields: { 'Content-Type': 'multipart/report; report-type=delivery-status' } }, 'filed'],
  [{ fields: { Precedence: 'bulk' } }, 'filed'],
  [{ fields: { 'List-Id': '<news.example>' } }, 'filed'],
  [{ fields: { 'X-Auto-Response-Suppress': 'All' } }, 'filed'],
  [{ subject: 'Automatic reply: Kitchens' }, 'filed'],
  [{ subject: 'Undelivered Mail Returned to Sender' }, 'filed'],
  [{ subject: 'Out of Office: back in January' }, 'filed'],
  [{ subject: 'Out of office space, can you help?' }, 'talk'],
  [{ subject: 'Autoclave' }, 'talk'],
  [{ from: { kind: 'stranger' as const, id: 'MAILER-DAEMON@kitchen.example' } }, 'filed'],
  [{ from: { kind: 'stranger' as const, id: 'no-reply@kitchen.example' } }, 'filed'],
  [{ from: { kind: 'stranger' as const, id: 'Desk@northwind.example' } }, 'filed'],
  [{ from: { kind: 'stranger' as const, id: 'noreen@kitchen.example' } }, 'talk'],
])('a machine is not answered: %j is %s', async (some, what) => {
  const { channel, folders } = await channelOver()
  expect(await channel.keep?.(arrived(some))).toBe(what)
  expect(await folders()).toEqual({ inbox: 1 })
})
