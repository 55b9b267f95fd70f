import { expect, test } from 'vitest'
import { readUpdate } from './update.ts'

const known = new Set(['acme', 'acme ltd', 'pia', 'pia lund', 'lund', 'jo', 'globex', 'sam', 'vera@bigco.example'])
const read = (text: string) => {
  const { whom, text: words, channel, all, file } = readUpdate(text, known)
  return { whom: whom.map(({ words: name }) => name).join('+'), words, channel, all, file }
}
const said = (whom: string, words: string, more: object = {}) => ({
  whom,
  words,
  channel: null,
  all: false,
  file: null,
  ...more,
})

test.each([
  ['tell acme the report is friday', said('acme', 'the report is friday')],
  ["let pia know we're running late", said('pia', "we're running late")],
  ['can you please let Pia Lund know that we moved', said('Pia Lund', 'we moved')],
  ['message globex on whatsapp that the demo moved', said('globex', 'the demo moved', { channel: 'whatsapp' })],
  ['email jo that the invoice is paid', said('jo', 'the invoice is paid', { channel: 'email' })],
  ['tell pia by mail: all is well', said('pia', 'all is well', { channel: 'email' })],
  ['tell pia all is well on whatsapp please', said('pia', 'all is well', { channel: 'whatsapp' })],
  ['send pia a message: the files are ready', said('pia', 'the files are ready')],
  [
    'send a quick whatsapp to the acme team saying we start at 9',
    said('acme', 'we start at 9', { channel: 'whatsapp' }),
  ],
  ['write an email to jo to say that it works', said('jo', 'it works', { channel: 'email' })],
  ['give acme a heads up that we are late', said('acme', 'we are late')],
  ['tell pia and jo that we moved', said('pia+jo', 'we moved')],
  ['tell pia, jo and globex we moved', said('pia+jo+globex', 'we moved')],
  ['tell pia at acme it is done', said('pia', 'it is done')],
  ['tell vera@bigco.example the site is up', said('vera@bigco.example', 'the site is up')],
  ['tell all clients we are closed on monday', said('', 'we are closed on monday', { all: true })],
  ['let everyone know that we moved', said('', 'we moved', { all: true })],
  ['send the deck to pia on whatsapp', said('pia', '', { channel: 'whatsapp', file: 'the deck' })],
  ['tell pia "see you there"', said('pia', 'see you there')],
  ['tell them why', said('them', '')],
  ['tell hooli that the demo moved', said('hooli', 'the demo moved')],
  ['tell hooli we are late', said('hooli', 'we are late')],
  ['tell pia', said('pia', '')],
  ['', said('', '')],
])('%j', (text, expected) => expect(read(text)).toEqual(expected))

test('what somebody is told may name others: only whom it begins with gets it', () => {
  expect(read('tell acme that jo and globex agreed').whom).toBe('acme')
  expect(read('tell pia jo is ill').words).toBe('jo is ill')
})
