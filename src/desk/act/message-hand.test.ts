import { expect, test } from 'vitest'
import { messagesIn, standingOf } from '#store/outbox/outbox.ts'
import { knowContacts } from '#test/harness/contacts.ts'
import { tempHome } from '#test/harness/home.ts'
import { openDesk } from '#test/harness/runner.ts'
import { messageHand } from './message-hand.ts'

const ADDRESS = 'pia@acme.example'
const WAY = { channel: 'email', conversation: ADDRESS, address: ADDRESS }
const args = (some: object = {}) => ({
  to: 'c1',
  way: WAY,
  text: 'Hi Pia,\n\nDone.',
  subject: 'News',
  media: [],
  ...some,
})

/** The hand of a desk with Pia on file, whose mail goes nowhere until it is sent. */
async function handWithPia(sends = true) {
  const desk = await openDesk(tempHome())
  await knowContacts(desk, `c1,Pia Lund,${ADDRESS}`)
  const { context } = desk.runner.composition
  const mail = context.channels.get('email')
  if (!mail) throw new Error('no mail')
  const email = { ...mail, placeFor: (address: string) => (sends ? address : null) }
  const channels = new Map([...context.channels, ['email', email] as const])
  const inOutbox = async () => (await context.sql.read(() => messagesIn(ADDRESS, 10))).length
  return { hand: messageHand({ ...context, channels }), sql: context.sql, inOutbox }
}

test('a message lies in the outbox once, however often it is called, and is found there after a crash', async () => {
  const { hand, inOutbox } = await handWithPia()
  expect(await hand.landed('message.send', args(), 'k', null)).toBeNull()
  const { record } = await hand.call('message.send', args(), 'k')
  await hand.call('message.send', args(), 'k')
  expect(await inOutbox()).toBe(1)
  expect(await hand.landed('message.send', args(), 'k', null)).toMatchObject({ record, after: { name: 'Pia Lund' } })
  expect(await hand.verify('message.send', args(), record)).toMatchObject({ asAsked: true })
  expect(await hand.verify('message.send', args({ text: 'Other words' }), record)).toMatchObject({ asAsked: false })
})

test('only ways that the person has are seen: an address that somebody made up is none', async () => {
  const { hand } = await handWithPia()
  expect(await hand.look('message.send', args())).toMatchObject({ way: WAY, name: 'Pia Lund' })
  const eve = { channel: 'email', conversation: 'eve@evil.example', address: 'eve@evil.example' }
  expect(await hand.look('message.send', args({ way: eve }))).toMatchObject({ way: null })
  expect(await hand.look('message.send', args({ to: 'nobody' }))).toBeNull()
  expect(await (await handWithPia(false)).hand.look('message.send', args())).toMatchObject({ way: null })
})

test('what has not left can be taken out, what has cannot', async () => {
  const { hand, sql } = await handWithPia()
  const { record } = await hand.call('message.send', args(), 'k')
  const withdraw = { key: record }
  expect(await hand.look('message.withdraw', withdraw)).toEqual({ waits: true })
  await hand.call('message.withdraw', withdraw, 'w')
  expect(await sql.read(() => standingOf(record))).toBeUndefined()
  expect(await hand.verify('message.withdraw', withdraw, record)).toEqual({ after: null, asAsked: true })
  expect(await hand.look('message.withdraw', withdraw)).toEqual({ waits: false })
})
