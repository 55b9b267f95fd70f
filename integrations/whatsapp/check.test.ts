import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from '#app/config.ts'
import { plug } from '#integrations/whatsapp/index.ts'
import { whatsAppSettings } from '#test/harness/twilio/desk.ts'
import { TwilioServer } from '#test/harness/twilio/server.ts'
import { checkChannels } from '../../src/cli/doctor/channels.ts'

async function given(more: Record<string, string> = {}): Promise<Record<string, string>> {
  const twilio = new TwilioServer()
  await twilio.open()
  onTestFinished(() => twilio.close())
  return { ...whatsAppSettings(twilio), ...more }
}

test('one call, and the account is named with the address that Twilio posts to', async () => {
  expect(await plug.check(await given())).toEqual([
    { state: 'ok', says: 'the account "Northwind" answers; the desk writes from whatsapp:+14155238886.' },
    {
      state: 'ok',
      says: 'Twilio posts to https://desk.example/hooks/whatsapp#rc=2&rp=all: enter it for the sender in the Twilio Console.',
    },
  ])
})

test('a wrong token is named with the fix, and not shown; an address that is missing, too', async () => {
  const findings = await plug.check(await given({ TWILIO_AUTH_TOKEN: 'very-secret-and-wrong', PUBLIC_URL: '' }))
  expect(findings).toMatchObject([
    { state: 'fail', says: expect.stringMatching(/TWILIO_AUTH_TOKEN; copy both anew from Account Info/) },
    { state: 'fail', says: expect.stringMatching(/^PUBLIC_URL is not set/) },
  ])
  expect(JSON.stringify(findings)).not.toContain('very-secret')
})

test('Twilio that does not answer is a warning: the token may be well', async () => {
  const findings = await plug.check(await given({ TWILIO_API_URL: 'http://127.0.0.1:9' }))
  expect(findings[0]).toMatchObject({ state: 'warn' })
})

test('part of a set-up names what is missing; nothing of it is nothing to check', async () => {
  expect(await checkChannels({ channels: { TWILIO_AUTH_TOKEN: 'a-token-of-8' } })).toEqual([
    { state: 'fail', about: 'whatsapp', says: expect.stringMatching(/^TWILIO_ACCOUNT_SID is not set: /) },
  ])
  expect(await checkChannels({ channels: { PUBLIC_URL: 'https://desk.example' } })).toEqual([])
})

test.each([
  ['TWILIO_ACCOUNT_SID', 'SK0123456789abcdef0123456789abcdef'],
  ['TWILIO_WHATSAPP_FROM', '07700 900123'],
  ['TWILIO_API_URL', 'http://twilio.example'],
])('%s that cannot be right is refused at the start, without its value', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} is not what it should be: expected`))
  expect(() => readConfig({ [name]: value })).not.toThrow(new RegExp(value))
})
