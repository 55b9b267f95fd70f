import { createHash } from 'node:crypto'
import twilio from 'twilio'
import { expect, test } from 'vitest'
import { bookingWeb } from '#app/booking-web.ts'
import { formsWeb } from '#app/forms-web.ts'
import { Hub } from '#desk/views/hub.ts'
import { CLIENT, PUBLIC, posted, type WhatsAppDesk, whatsAppDesk } from '#test/harness/twilio/desk.ts'
import { signed, TOKEN } from '#test/harness/twilio/server.ts'
import { publicApp } from '#web/public-app.ts'

const HOOK = `${PUBLIC}/hooks/whatsapp`
const HELLO = posted(CLIENT, { MessageSid: 'SM1', Body: 'we need a new website' })

async function post(desk: WhatsAppDesk, request: Request): Promise<Response> {
  const answer = await desk.channel.hook?.(request)
  await desk.idle()
  if (!answer) throw new Error('no hook')
  return answer
}

test('a signed post is answered with empty TwiML at once, and the same one again is no second message', async () => {
  const desk = await whatsAppDesk()
  for (let delivery = 0; delivery < 3; delivery++) {
    const answer = await post(desk, signed(HOOK, HELLO))
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      200,
      'text/xml',
      '<?xml version="1.0" encoding="UTF-8"?><Response></Response>',
    ])
  }
  expect(desk.said(CLIENT)).toHaveLength(1)
})

test('without a MessageSid the token of the delivery tells that it is the same', async () => {
  const desk = await whatsAppDesk()
  const { MessageSid: _none, ...params } = HELLO
  for (let delivery = 0; delivery < 2; delivery++) {
    const request = signed(HOOK, params)
    request.headers.set('i-twilio-idempotency-token', 'token-1')
    expect((await post(desk, request)).status).toBe(200)
  }
  expect(desk.said(CLIENT)).toHaveLength(1)
})

test('what makes Twilio try again may be signed with the address, or not', async () => {
  const desk = await whatsAppDesk()
  for (const [at, url] of [HOOK, `${HOOK}#rc=2&rp=all`].entries())
    expect((await post(desk, signed(url, { ...HELLO, MessageSid: `SM${at}` }))).status).toBe(200)
})

test('behind a proxy the signature is over the address outside, with its query; JSON is signed by its hash', async () => {
  const desk = await whatsAppDesk()
  const inside = (request: Request): Request =>
    new Request(request.url.replace(PUBLIC, 'http://127.0.0.1:4041'), request)
  expect((await post(desk, inside(signed(`${HOOK}?from=twilio&x=%20y`, HELLO)))).status).toBe(200)
  const body = JSON.stringify({ ...HELLO, MessageSid: 'SM2' })
  const hash = createHash('sha256').update(body).digest('hex')
  const url = `${HOOK}?bodySHA256=${hash}`
  const headers = {
    'content-type': 'application/json',
    'x-twilio-signature': twilio.getExpectedTwilioSignature(TOKEN, url, {}),
  }
  expect((await post(desk, new Request(url, { method: 'POST', headers, body }))).status).toBe(200)
  expect((await post(desk, new Request(url, { method: 'POST', headers, body: `${body} ` }))).status).toBe(403)
  expect(desk.said(CLIENT)).toHaveLength(2)
})

test.each<[string, () => Request, number, string]>([
  ['a wrong signature', () => signed(HOOK, HELLO, 'another-token'), 403, 'wrong_signature'],
  ['a signature for another address', () => new Request(`${HOOK}?a=1`, signed(HOOK, HELLO)), 403, 'wrong_signature'],
  ['no signature', () => new Request(HOOK, { method: 'POST', body: 'From=x' }), 403, 'no_signature'],
  ['60 kB', () => signed(HOOK, { ...HELLO, Body: 'x'.repeat(60_000) }), 413, 'too_large'],
  ['a form without fields', () => signed(HOOK, {}), 400, 'malformed'],
  ['a sender that is no number', () => signed(HOOK, { ...HELLO, From: 'whatsapp:mia' }), 400, 'malformed'],
  ['a report without a message', () => signed(`${HOOK}?row=1`, { MessageStatus: 'sent' }), 400, 'malformed'],
])('%s is refused, with one line that names the reason and holds no secret', async (_name, request, status, reason) => {
  const desk = await whatsAppDesk()
  expect((await post(desk, request())).status).toBe(status)
  const refused = desk.logged.filter((line) => line.message === 'a request to the WhatsApp hook was refused')
  expect(refused.map((line) => line.fields)).toEqual([{ reason }])
  expect(JSON.stringify(desk.logged)).not.toContain(TOKEN)
  expect(desk.twilio.messages).toEqual([])
})

test('the public port passes it on', async () => {
  const desk = await whatsAppDesk()
  const [hub, base] = [new Hub(), () => PUBLIC]
  const web = { booking: bookingWeb(desk.made, hub, base), forms: formsWeb(desk.made, { hub, base }) }
  const answer = await publicApp({ feed: async () => null, ...web, channels: [desk.channel] }).request(
    signed(HOOK, HELLO),
  )
  await desk.idle()
  expect([answer.status, desk.said(CLIENT)]).toMatchObject([200, { length: 1 }])
})

test('a tap of a card that is none any more is answered once, and nothing happens', async () => {
  const desk = await whatsAppDesk()
  const press = posted(CLIENT, { MessageSid: 'SM3', ListId: `card approve ${'x'.repeat(22)}` })
  expect((await post(desk, signed(HOOK, press))).status).toBe(200)
  expect(desk.logged.filter(({ fields }) => fields.reason === 'CARD_CHANGED')).toHaveLength(1)
})
