import { createEmulator, type Emulator } from 'emulate'
import { expect, onTestFinished, test } from 'vitest'
import { bookingWeb } from '#app/booking-web.ts'
import { formsWeb } from '#app/forms-web.ts'
import { Hub } from '#desk/views/hub.ts'
import { carriedOf } from '#store/outbox/carried.ts'
import { replyKey } from '#store/outbox/outbox.ts'
import { publicApp } from '#web/public-app.ts'
import { serve } from '#web/serve.ts'
import { CLIENT, whatsAppDesk } from '../harness/twilio/desk.ts'
import { ACCOUNT, DESK_NUMBER, TOKEN } from '../harness/twilio/server.ts'

interface Message {
  sid: string
  to: string
  from: string
  body: string
  direction: string
}

/** The desk behind its public port, and a Twilio that others wrote, which posts to it. */
async function emulated() {
  let answer: (request: Request) => Response | Promise<Response> = () => new Response(null, { status: 503 })
  const reached = await serve(
    { fetch: (request: Request) => answer(request) },
    { host: '127.0.0.1', port: 0, setting: '' },
  )
  onTestFinished(() => reached.close())
  const here = `http://127.0.0.1:${reached.port}`
  const twilio = await createEmulator({
    service: 'twilio',
    port: 0,
    seed: {
      twilio: {
        account: { sid: ACCOUNT, auth_token: TOKEN, friendly_name: 'Northwind' },
        phone_numbers: [{ phone_number: `whatsapp:${DESK_NUMBER}`, sms_url: `${here}/hooks/whatsapp` }],
      },
    },
  })
  onTestFinished(() => twilio.close())
  const desk = await whatsAppDesk({ settings: { TWILIO_API_URL: twilio.url, PUBLIC_URL: here } })
  const [hub, base] = [new Hub(), () => here]
  const web = { booking: bookingWeb(desk.made, hub, base), forms: formsWeb(desk.made, { hub, base }) }
  const app = publicApp({ feed: async () => null, ...web, channels: [desk.channel] })
  answer = (request) => app.fetch(request)
  return { desk, twilio }
}

async function ask(twilio: Emulator, path: string, fields?: Record<string, string>): Promise<Response> {
  const authorization = `Basic ${Buffer.from(`${ACCOUNT}:${TOKEN}`).toString('base64')}`
  return fetch(`${twilio.url}${path}`, {
    headers: { authorization },
    ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
  })
}

async function sent(twilio: Emulator): Promise<Message[]> {
  const listed = await ask(twilio, `/2010-04-01/Accounts/${ACCOUNT}/Messages.json`)
  const { messages } = (await listed.json()) as { messages: Message[] }
  return messages.filter(({ direction }) => direction === 'outbound-api')
}

test('a Twilio that others wrote posts what a client says, takes the answer, and reports what became of it', async () => {
  const { desk, twilio } = await emulated()
  await ask(twilio, '/_twilio/simulate/inbound-message', {
    To: `whatsapp:${DESK_NUMBER}`,
    From: `whatsapp:${CLIENT}`,
    Body: 'we need a new website',
  })
  await desk.idle()
  const [answer, ...others] = await sent(twilio)
  expect(others).toEqual([])
  expect(answer).toMatchObject({ to: `whatsapp:${CLIENT}`, from: `whatsapp:${DESK_NUMBER}` })
  expect(answer?.body).toMatch(/^This is the automated assistant of Northwind Studio/)
  for (const Status of ['delivered', 'sent'])
    await ask(twilio, '/_twilio/simulate/message-status', { MessageSid: answer?.sid ?? '', Status })
  expect(await desk.made.sql.read(() => carriedOf(replyKey(1)))).toEqual({ carried: 'delivered', why: null })
})

test('a wrong token is named when the desk starts, and nothing is sent', async () => {
  const { twilio } = await emulated()
  const desk = await whatsAppDesk({ settings: { TWILIO_API_URL: twilio.url, TWILIO_AUTH_TOKEN: 'another-auth-token' } })
  expect(desk.logged.find(({ level }) => level === 'error')?.fields).toMatchObject({
    channel: 'whatsapp',
    problem: expect.stringMatching(/Twilio refuses TWILIO_ACCOUNT_SID with TWILIO_AUTH_TOKEN/),
  })
})
