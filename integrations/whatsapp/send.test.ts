import { inspect } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { SetClock } from '#app/system.ts'
import { Outbound } from '#kernel/outbound.ts'
import type { ChannelPerson, Delivery } from '#ports/channel.ts'
import { silentLog } from '#ports/log.ts'
import { HeardDesk } from '#test/conformance/channel.ts'
import { CLIENT, NOW, PUBLIC, posted, whatsAppSettings } from '#test/harness/twilio/desk.ts'
import { signed, TwilioServer } from '#test/harness/twilio/server.ts'
import { WhatsAppChannel } from './channel.ts'
import { whatsAppSettings as read } from './settings.ts'

const nobody: readonly ChannelPerson[] = []

async function channel(timeoutMs = 5000) {
  const clock = new SetClock(Date.parse(NOW))
  const twilio = new TwilioServer(() => clock.nowMs())
  await twilio.open()
  onTestFinished(() => twilio.close())
  const settings = read(whatsAppSettings(twilio))
  if (!settings) throw new Error('not set up')
  const kit = { clock, log: silentLog, people: () => nobody, verbs: () => [] }
  return { twilio, clock, channel: new WhatsAppChannel(settings, kit, { timeoutMs }) }
}

const delivery = (
  text: string,
  more: Partial<Delivery> = {},
  choices: { label: string; value: string }[] = [],
): Delivery => ({
  key: 'reply:1',
  conversation: `whatsapp:${CLIENT}`,
  to: [],
  message: Outbound.parse({ type: 'reply', text, choices }),
  row: 7,
  ...more,
})
const again = (others: readonly string[] = []): Partial<Delivery> => ({
  again: true,
  tried: { sinceMs: Date.parse(NOW), others },
})

test.each([500, 503, 'hang', 'reset', 'taken'] as const)(
  '%s is tried again, and the message is there once',
  async (fault) => {
    const { twilio, channel: whatsapp } = await channel(fault === 'hang' ? 300 : 5000)
    twilio.fault(fault)
    const error = await whatsapp.send(delivery('hi')).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ code: 'INTEGRATION_DOWN' })
    // What is thrown may be shown or logged: neither the message nor the credentials are in it.
    expect(inspect(error, { depth: 9 })).not.toMatch(/Authorization|Body|7700900123/)
    await whatsapp.send(delivery('hi', again()))
    expect(twilio.messages).toHaveLength(1)
  },
)

test('a limit says how long; one that does not say is waited for a little', async () => {
  const { twilio, channel: whatsapp } = await channel()
  twilio.fault(429)
  await expect(whatsapp.send(delivery('hi'))).rejects.toMatchObject({ code: 'RATE_LIMITED', details: { seconds: 7 } })
})

test('a second try sends only the pieces that are missing, and takes no other message for one of them', async () => {
  const { twilio, channel: whatsapp } = await channel()
  const text = `${'a'.repeat(1500)}\n\n${'b'.repeat(1500)}`
  const other = await whatsapp.send(delivery('b'.repeat(1500), { key: 'reply:0' }))
  const others = 'providerId' in other && other.providerId ? [other.providerId] : []
  twilio.fault('taken')
  await expect(whatsapp.send(delivery(text))).rejects.toMatchObject({ code: 'INTEGRATION_DOWN' })
  const sent = await whatsapp.send(delivery(text, again(others)))
  expect(twilio.messages.map(({ body }) => body[0])).toEqual(['b', 'a', 'b'])
  expect('providerId' in sent && sent.providerId?.split(' ')).toEqual(twilio.messages.slice(1).map(({ sid }) => sid))
})

test('up to three short choices are buttons, up to ten a list; more, or what is too long to carry, is written out', async () => {
  const { twilio, channel: whatsapp } = await channel()
  const choices = (count: number, value = 'v') =>
    Array.from({ length: count }, (_none, at) => ({ label: `Time ${at + 1}`, value: `${value}${at}` }))
  for (const given of [choices(3), choices(4), choices(11), choices(2, 'x'.repeat(250))])
    await whatsapp.send(delivery('Which one?', {}, given))
  expect(twilio.messages.map(({ options }) => options.length)).toEqual([3, 4, 0, 0])
  expect(twilio.contents.map(({ types }) => Object.keys(types)[0])).toEqual([
    'twilio/quick-reply',
    'twilio/list-picker',
  ])
  expect(twilio.messages[2]?.body).toMatch(/^Which one\?\n\n1\. Time 1\n.*11\. Time 11$/s)
})

test('a template is sent by its id, with variables that hold no line breaks and are not empty', async () => {
  const { twilio, channel: whatsapp } = await channel()
  const template = { id: `HX${'3'.repeat(32)}`, variables: { '1': 'one\n\n   two', '2': ' ' } }
  await whatsapp.send(delivery('never said', { template }))
  expect(twilio.messages[0]?.args).toMatchObject({
    ContentSid: template.id,
    ContentVariables: '{"1":"one two","2":"-"}',
    StatusCallback: 'https://desk.example/hooks/whatsapp?row=7#rc=2&rp=all',
  })
  expect(twilio.messages[0]?.args.Body).toBeUndefined()
})

test('a file goes with the text, by its address', async () => {
  const { twilio, channel: whatsapp } = await channel()
  const media = [{ url: 'https://northwind.example/quote.pdf', name: 'quote.pdf' }]
  const message = Outbound.parse({ type: 'notice', to: [], text: 'The quote.', media })
  await whatsapp.send({ ...delivery(''), message })
  expect(twilio.messages).toMatchObject([{ body: 'The quote.', media: ['https://northwind.example/quote.pdf'] }])
})

test('what people write is taken where Twilio itself does not answer', async () => {
  const { twilio, channel: whatsapp } = await channel()
  await twilio.close()
  const desk = new HeardDesk()
  await whatsapp.start(desk)
  const post = posted(CLIENT, { MessageSid: 'SM1', Body: 'hello' })
  expect((await whatsapp.hook(signed(`${PUBLIC}/hooks/whatsapp`, post))).status).toBe(200)
  expect(desk.heard).toMatchObject([{ text: 'hello', from: { kind: 'client', phone: CLIENT } }])
})

test('what is no conversation of WhatsApp, and nobody of the team, has no address', async () => {
  const { channel: whatsapp } = await channel()
  expect(await whatsapp.send(delivery('hi', { conversation: 'flags:mia', to: ['mia'] }))).toEqual({
    unsent: 'no_address',
  })
})
