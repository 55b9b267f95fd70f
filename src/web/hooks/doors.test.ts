import { expect, test } from 'vitest'
import { BASE, formsDesk, JO, POLICY, SITE } from '#test/harness/forms.ts'
import { signatureOf } from './doors/signature.ts'
import { issueTicket, ticketAgeMs } from './doors/ticket.ts'

const JSON_HEADERS = { accept: 'application/json' }

test('a form from a listed page is one claimed message, and the answer is in the thank-you', async () => {
  const desk = await formsDesk()
  const answer = await desk.send({ body: JO, headers: { ...JSON_HEADERS, referer: `${SITE}/pricing?utm=x` } })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('access-control-allow-origin')).toBe(SITE)
  expect(await answer.json()).toMatchObject({ received: true, duplicate: false, reply: expect.any(String) })
  const [{ event, principal } = { event: null, principal: null }] = desk.journal()
  expect(desk.journal()).toHaveLength(1)
  expect(event).toMatchObject({
    channel: 'form',
    account: 'contact',
    conversation: expect.stringMatching(/^form:contact:[0-9a-v]{16}$/),
    text: JO.message,
    from: { kind: 'client', id: 'jo.park@acme.example', assurance: 'claimed' },
    fields: { form: 'contact', name: 'Jo Park', email: JO.email, page: `${SITE}/pricing`, language: 'en' },
  })
  expect(event?.fields).not.toHaveProperty('nd_ticket')
  expect(principal).toMatchObject({
    kind: 'stranger',
    assurance: 'claimed',
    email: 'jo.park@acme.example',
    name: 'Jo Park',
  })
})

test.each([
  ['another site', { origin: 'https://evil.example' }],
  ['a name that only begins like ours', { origin: `${SITE}.evil.example` }],
  ['another port', { origin: `${SITE}:8443` }],
  ['an opaque origin', { origin: 'null' }],
  ['no origin at all', { origin: '' }],
])('a post from %s is refused with a sentence, and nothing is kept', async (_what, headers) => {
  const desk = await formsDesk()
  const answer = await desk.send({ body: JO, headers: { ...JSON_HEADERS, ...headers } })
  expect(answer.status).toBe(403)
  expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  expect(await answer.json()).toMatchObject({
    error: { code: 'FORM_ORIGIN', message: expect.stringContaining('forms.contact.origins') },
  })
  expect(desk.journal()).toEqual([])
})

test('preflights are answered for exactly the listed pages', async () => {
  const desk = await formsDesk()
  for (const path of ['/hooks/form/contact', '/hooks/form/contact/ticket']) {
    const good = await desk.ask(path, { method: 'OPTIONS', headers: { origin: SITE } })
    expect([good.status, good.headers.get('access-control-allow-origin')]).toEqual([204, SITE])
    const bad = await desk.ask(path, { method: 'OPTIONS', headers: { origin: 'https://evil.example' } })
    expect([bad.status, bad.headers.get('access-control-allow-origin')]).toEqual([403, null])
  }
})

test.each(['nothing', '__proto__', 'constructor', 'contact%00', 'CONTACT'])(
  'there is no form called %s',
  async (form) => {
    const desk = await formsDesk()
    expect((await desk.ask(`/hooks/form/${form}`)).status).toBe(404)
    expect((await desk.ask(`/hooks/form/${form}/ticket`)).status).toBe(404)
    expect((await desk.send({ form, body: JO, ticket: false })).status).toBe(404)
  },
)

test('what fills in the field that people do not see is thanked like everybody, and is counted, not kept', async () => {
  const desk = await formsDesk()
  const answer = await desk.send({ body: { ...JO, homepage_url: 'https://spam.example' }, headers: JSON_HEADERS })
  expect([answer.status, await answer.json()]).toEqual([
    200,
    { received: true, duplicate: false, reply: null, message: 'We have your message.' },
  ])
  expect(desk.journal()).toEqual([])
  expect(desk.web.tally.of('contact').trapped).toBe(1)
})

test('faster than people are, or without a ticket, a form comes back filled in with a ticket, and then it is taken', async () => {
  const desk = await formsDesk()
  const first = await desk.send({ body: { ...JO, budget: '30k' }, ticket: false })
  const page = await first.text()
  expect(first.status).toBe(428)
  expect(page).toContain('send it once more')
  expect(page).toContain('value="Jo Park"')
  expect(desk.journal()).toEqual([])
  const fields = Object.fromEntries(
    [...page.matchAll(/<input[^>]* name="([^"]+)"[^>]* value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  ) as Record<string, string>
  const body = { ...fields, message: JO.message }
  const own = { origin: BASE }
  const hasty = await desk.send({ body, ticket: false, headers: own })
  expect([hasty.status, hasty.headers.get('retry-after')]).toEqual([428, '3'])
  desk.clock.set(desk.clock.nowMs() + 4_000)
  expect((await desk.send({ body, ticket: false, headers: own })).status).toBe(200)
  expect(desk.journal().map(({ event }) => [event.text, event.fields?.budget])).toEqual([[JO.message, '30k']])
  expect(desk.web.tally.of('contact').hasty).toBe(2)
})

test('a ticket is of one form, of this desk, and for a day', async () => {
  const desk = await formsDesk()
  const { ticketKey } = desk.web
  const nowMs = desk.clock.nowMs()
  const ticket = issueTicket(ticketKey, 'contact', nowMs)
  const age = (form: string, text: string | null, atMs: number) => ticketAgeMs(ticketKey, form, text, atMs)
  expect(age('contact', ticket, nowMs + 5_000)).toBe(5_000)
  expect(age('shop', ticket, nowMs)).toBeNull()
  expect(age('contact', ticket, nowMs - 1)).toBeNull()
  expect(age('contact', ticket, nowMs + 25 * 3_600_000)).toBeNull()
  const [moment = '', mac = ''] = ticket.split('.')
  const earlier = (Number.parseInt(moment, 36) - 60_000).toString(36)
  for (const bad of [`${earlier}.${mac}`, `${moment}.`, moment, '', '.', null, 'x'.repeat(500), `${moment}.${mac}A`])
    expect([bad, age('contact', bad, nowMs)]).toEqual([bad, null])
})

test('one address may send so often, everybody together too; who waits is told how long', async () => {
  const desk = await formsDesk({ policy: POLICY.replace('per_hour: 2000', 'per_hour: 2, per_hour_all: 3') })
  const post = async (nth: number, address: string) =>
    (await desk.send({ body: { ...JO, message: `Hello ${nth}` }, address, headers: JSON_HEADERS })).status
  expect([await post(1, '198.51.100.1'), await post(2, '198.51.100.1'), await post(3, '198.51.100.1')]).toEqual([
    200, 200, 429,
  ])
  expect(await post(4, '2001:db8::1')).toBe(200)
  const refused = await desk.send({ body: JO, address: '198.51.100.9' })
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3_000)
  expect(await refused.text()).toContain('Please try again in')
  desk.clock.set(desk.clock.nowMs() + 3_600_000)
  expect(await post(5, '198.51.100.1')).toBe(200)
  expect(desk.journal()).toHaveLength(4)
})

test('a server signs: claimed all the same, without ticket, origin or limit of an address', async () => {
  const desk = await formsDesk()
  const answer = await desk.sign(JSON.stringify(JO))
  expect([answer.status, await answer.json()]).toEqual([200, expect.objectContaining({ received: true })])
  expect(desk.journal()[0]?.principal).toMatchObject({ kind: 'stranger', assurance: 'claimed' })
})

test.each([
  ['an unknown secret', { secret: 'another-secret-of-somebody' }, 'does not fit'],
  ['a time six minutes ago', { atMs: Date.parse('2026-11-23T08:54:00Z') }, '5 minutes'],
  ['a time six minutes ahead', { atMs: Date.parse('2026-11-23T09:06:00Z') }, '5 minutes'],
  ['a form without a secret', { form: 'shop' }, 'FORM_SECRETS'],
])('a post signed with %s is refused before it is read', async (_what, options, says) => {
  const desk = await formsDesk()
  const answer = await desk.sign('{ not even JSON', options)
  expect([answer.status, await answer.json()]).toEqual([
    401,
    { error: { code: 'FORM_SIGNATURE', message: expect.stringContaining(says) } },
  ])
  expect(desk.journal()).toEqual([])
})

test.each(['', 't=1,v1=00', 'v1=aa', `t=1795424400,v1=${'g'.repeat(64)}`, 'x'.repeat(5_000)])(
  'a signature header that is none (%s) does not open another door',
  async (header) => {
    const desk = await formsDesk()
    const answer = await desk.ask('/hooks/form/contact', {
      method: 'POST',
      headers: { origin: SITE, 'x-nightdesk-signature': header, accept: 'application/json' },
      body: new URLSearchParams(JO),
    })
    expect(answer.status).toBe(401)
    expect(desk.journal()).toEqual([])
  },
)

test('a signed post works once; one that could not be kept may be sent again as it is', async () => {
  const desk = await formsDesk()
  const body = JSON.stringify(JO)
  expect((await desk.sign(body)).status).toBe(200)
  const again = await desk.sign(body)
  expect([again.status, await again.json()]).toMatchObject([409, { error: { code: 'FORM_REPLAYED' } }])
  desk.clock.set(desk.clock.nowMs() + 2_000)
  const anew = await desk.sign(body)
  expect(await anew.json()).toMatchObject({ received: true, duplicate: true })
  expect(desk.journal()).toHaveLength(1)

  const faulty = JSON.stringify({ ...JO, email: 'not an address' })
  expect((await desk.sign(faulty)).status).toBe(422)
  expect((await desk.sign(faulty)).status).toBe(422)
})

test('a signature is the HMAC of time and body, as OpenSSL makes it, and covers every byte', () => {
  const body = Buffer.from('{"a":1}')
  const signed = signatureOf(body, 'secret', 1_795_424_400)
  expect(signed).toBe('t=1795424400,v1=dcd1386945f43bc89a2e44c23754e14c94e75de3ee5a538506b3eaa30af4c70a')
  expect(signatureOf(Buffer.from('{"a":1} '), 'secret', 1_795_424_400)).not.toBe(signed)
})
