import { expect, onTestFinished, test } from 'vitest'
import { type Consent, consentInRecord, consentSubject } from '#kernel/consent.ts'
import { consentOf, dropNoted, eraseConsent, isOptedOut, noteConsent } from './consents.ts'
import { migrate } from './migrate.ts'
import { storeSteps } from './migrations.ts'
import { openSqlite } from './sqlite.ts'

async function opened() {
  const sql = openSqlite(':memory:')
  onTestFinished(() => sql.close())
  await migrate(sql.connection, ':memory:', 'store', storeSteps)
  return sql
}

const place = { channel: 'whatsapp', conversation: 'whatsapp:+447700900123' }
const said = (state: Consent['state'], how: Consent['how'], words = '', by: string | null = null) => ({
  ...{ state, how, words, by },
  atMs: 1,
})

test('a consent is found by the conversation and by the number, however it is written, and on its own channel only', async () => {
  const sql = await opened()
  await sql.write(() => noteConsent(place, said('given', 'wrote', 'hello')))
  for (const conversation of ['+44 7700 900123', '00447700900123', '+447700900123'])
    expect(await sql.read(() => consentOf({ channel: 'whatsapp', conversation }))).toMatchObject({
      state: 'given',
      words: 'hello',
    })
  expect(await sql.read(() => consentOf({ channel: 'sms', conversation: '+447700900123' }))).toBeUndefined()
  expect(consentSubject('email', 'email:Jo@acme.io')).toBe(consentSubject('email', 'jo@acme.io'))
  expect(consentSubject('slack', 'slack:T1:U12345')).not.toBe(consentSubject('slack', 'slack:T1:U12346'))
})

test('silence is taken back by their own word only: no message, member or record does', async () => {
  const sql = await opened()
  const note = (consent: ReturnType<typeof said>) => sql.write(() => noteConsent(place, consent))
  expect(await note(said('withdrawn', 'words', 'STOP'))).toBe('new')
  expect(await note(said('withdrawn', 'words', 'stop'))).toBeNull()
  for (const how of ['wrote', 'member', 'record', 'provider'] as const)
    expect(await note(said('given', how))).toBeNull()
  expect(await sql.read(() => isOptedOut(place))).toBe(true)
  expect(await note(said('given', 'words', 'START'))).toBe('changed')
  expect(await sql.read(() => isOptedOut(place))).toBe(false)
})

test('what was noted first stays, and a member takes back only what a member noted', async () => {
  const sql = await opened()
  await sql.write(() => noteConsent(place, said('given', 'wrote', 'hello')))
  expect(await sql.write(() => noteConsent(place, said('given', 'member', 'on the phone', 'mia')))).toBeNull()
  await sql.write(() => dropNoted(place))
  expect(await sql.read(() => consentOf(place))).toMatchObject({ how: 'wrote', by: null })
})

test('erasing forgets who agreed; that somebody asked for silence stays, without their words', async () => {
  const sql = await opened()
  const other = { channel: 'email', conversation: 'jo@acme.io' }
  await sql.write(() => noteConsent(place, said('withdrawn', 'words', 'STOP says Jo')))
  await sql.write(() => noteConsent(other, said('given', 'wrote', 'hello')))
  for (const one of [place, other]) await sql.write(() => eraseConsent(one))
  expect(await sql.read(() => consentOf(place))).toMatchObject({ state: 'withdrawn', words: '' })
  expect(await sql.read(() => consentOf(other))).toBeUndefined()
})

test.each<[Record<string, string>, string | null]>([
  [{ 'WhatsApp opt-in': 'yes' }, 'WhatsApp opt-in: yes'],
  [{ whatsapp_optin: '2026-11-01' }, 'whatsapp_optin: 2026-11-01'],
  [{ whatsapp_opt_in: 'no' }, null],
  [{ whatsapp_opt_in: '' }, null],
  [{ newsletter_opt_in: 'yes' }, null],
  [{ whatsapp: 'yes' }, null],
])('of a record with %j the consent is %j', (custom, words) => {
  expect(consentInRecord('whatsapp', custom)?.words ?? null).toBe(words)
})
