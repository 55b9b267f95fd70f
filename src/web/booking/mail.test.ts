import { expect, test } from 'vitest'
import {
  type BookingDesk,
  bookingDesk,
  JO,
  NOW,
  ORIGIN,
  POLICY,
  startsIn,
  take,
  type Visitor,
} from '#test/harness/booking.ts'

const PAGE = '/book/mia/discovery'
const THURSDAY_10 = '2026-11-26T10:00:00Z'
const FREELY = `${POLICY}scheduling: {autonomy: {external_new: act}}\n`

/** The path of the mailed link. */
async function linkTo(desk: BookingDesk): Promise<string> {
  await desk.made.desk.drain()
  const message = desk.mail.at(-1)?.message
  const text = message?.type === 'reply' ? message.text : ''
  return /https:\/\/book\.example(\/\S+)/.exec(text)?.[1] ?? ''
}

async function requested(jo: Visitor): Promise<string> {
  const own = await take(jo, PAGE, THURSDAY_10)
  await jo.ask(own, { form: JO })
  return own
}

test('a mailed link comes first; who follows it is believed, and the policy decides', async () => {
  const desk = await bookingDesk({ mail: true, policy: FREELY })
  const jo = desk.visitor()
  const own = await requested(jo)
  expect(await jo.text(own)).toContain('Please look into your mail')
  expect([await desk.events(), await desk.flags()]).toEqual([[], []])
  const link = await linkTo(desk)
  expect(desk.mail).toMatchObject([{ conversation: 'jo@acme.example', message: { type: 'reply' } }])
  expect(JSON.stringify(desk.mail)).toContain(`${ORIGIN}/book/confirm/`)
  const phone = desk.visitor('198.51.100.5')
  expect(await phone.text(link)).toContain('Opening this page sends nothing')
  const followed = await phone.ask(link, { form: {} })
  expect(followed.status).toBe(303)
  expect(await phone.text(followed.headers.get('location') ?? '')).toContain('Booked')
  expect(await jo.text(own)).toContain('Booked')
  expect(await desk.events()).toHaveLength(1)
})

test('a link confirms once: opened again it only shows how things stand', async () => {
  const desk = await bookingDesk({ mail: true, policy: FREELY })
  const jo = desk.visitor()
  await requested(jo)
  const link = await linkTo(desk)
  await Promise.all([jo.ask(link, { form: {} }), jo.ask(link, { form: {} })])
  await jo.ask(link, { form: {} })
  expect((await jo.ask(link)).status).toBe(303)
  expect(await desk.events()).toHaveLength(1)
  expect(desk.made.sql.connection.prepare('SELECT count(*) AS n FROM tasks').get()).toEqual({ n: 1 })
})

test('where newcomers need a yes, a confirmed one needs it too, and the card says nothing of doubts', async () => {
  const desk = await bookingDesk({ mail: true })
  const jo = desk.visitor()
  const own = await requested(jo)
  await jo.ask(await linkTo(desk), { form: {} })
  const [flag] = await desk.flags()
  expect(flag?.body.rule).toContain('external_new')
  expect(JSON.stringify(flag?.body)).not.toContain('unconfirmed')
  await desk.decide('approve')
  expect(await jo.text(own)).toContain('Booked')
})

test('the form sent twice mails once, and the secret is kept as a hash only', async () => {
  const desk = await bookingDesk({ mail: true })
  const jo = desk.visitor()
  const own = await take(jo, PAGE, THURSDAY_10)
  await Promise.all([jo.ask(own, { form: JO }), jo.ask(own, { form: { ...JO, email: 'other@acme.example' } })])
  const link = await linkTo(desk)
  expect(desk.mail).toHaveLength(1)
  const kept = JSON.stringify(desk.made.sql.connection.prepare('SELECT * FROM bookings').all())
  expect(kept).not.toContain(link.split('/').at(-1))
})

test('the time is kept as long as an anonymous one; after that the link works while nobody took it', async () => {
  const desk = await bookingDesk({ mail: true, policy: FREELY })
  const jo = desk.visitor()
  await requested(jo)
  const link = await linkTo(desk)
  expect(startsIn(await desk.visitor().text(PAGE))).not.toContain(THURSDAY_10)
  desk.clock.set(Date.parse(NOW) + 11 * 60_000)
  expect(startsIn(await desk.visitor().text(PAGE))).toContain(THURSDAY_10)
  await jo.ask(link, { form: {} })
  expect(await desk.events()).toHaveLength(1)
})

test('a link whose time was taken says so, with the next ones; one that ran out says that', async () => {
  const desk = await bookingDesk({ mail: true, policy: FREELY })
  const jo = desk.visitor()
  await requested(jo)
  const link = await linkTo(desk)
  desk.clock.set(Date.parse(NOW) + 11 * 60_000)
  await take(desk.visitor('198.51.100.7'), PAGE, THURSDAY_10)
  const late = await jo.ask(link, { form: {} })
  expect([late.status, startsIn(await late.text()).length > 1]).toEqual([409, true])
  desk.clock.set(Date.parse(NOW) + 24 * 3_600_000)
  expect((await jo.ask(link)).status).toBe(410)
  expect((await jo.ask(link, { form: {} })).status).toBe(410)
  expect(await desk.events()).toEqual([])
})

test('who gives a mailed request up has no link any more, and their address is kept nowhere', async () => {
  const desk = await bookingDesk({ mail: true })
  const jo = desk.visitor()
  const own = await requested(jo)
  const link = await linkTo(desk)
  await jo.ask(`${own}/cancel`, { form: {} })
  expect((await jo.ask(link, { form: {} })).status).toBe(410)
  expect(JSON.stringify(desk.made.sql.connection.prepare('SELECT * FROM bookings').all())).not.toContain('jo@acme')
})

test('who is erased while their link waits is in no row of bookings any more', async () => {
  const desk = await bookingDesk({ mail: true })
  const jo = desk.visitor()
  const own = await requested(jo)
  const link = await linkTo(desk)
  await desk.say('erase jo@acme.example')
  expect(JSON.stringify(desk.made.sql.connection.prepare('SELECT * FROM bookings').all())).not.toContain('jo@acme')
  expect((await jo.ask(link, { form: {} })).status).toBe(404)
  expect(await jo.text(own)).toContain('Taken back')
})

test('a link followed within minutes still counts as in time; one followed much later does not', async () => {
  for (const [followed, status] of [
    ['2026-11-23T09:45:00Z', 303],
    ['2026-11-23T10:30:00Z', 409],
  ] as const) {
    const desk = await bookingDesk({ mail: true, policy: FREELY, at: '2026-11-23T09:28:00Z' })
    const jo = desk.visitor()
    const own = await take(jo, PAGE, '2026-11-23T13:30:00Z')
    await jo.ask(own, { form: JO })
    desk.clock.set(Date.parse(followed))
    expect([followed, (await jo.ask(await linkTo(desk), { form: {} })).status]).toEqual([followed, status])
  }
})
