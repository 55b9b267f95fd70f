import { expect, test } from 'vitest'
import { readUpdate } from './update.ts'

const known = new Set(['acme', 'acme ltd', 'pia', 'pia lund', 'lund', 'jo', 'globex', 'sam', 'vera@bigco.example'])
const read = (text: string) => {
  const { whom, text: words, channel, all, file, topic, reply, draft } = readUpdate(text, known)
  return { whom: whom.map(({ words: name }) => name).join('+'), words, channel, all, file, topic, reply, draft }
}
const said = (whom: string, words: string, more: object = {}) => ({
  whom,
  words,
  channel: null,
  all: false,
  file: null,
  topic: null,
  reply: false,
  draft: false,
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

const byMail = { channel: 'email' }
const answer = { reply: true }

test.each([
  ['reply to pia that I am on my way', said('pia', 'I am on my way', answer)],
  ["reply to pia's latest email by answering no", said('pia', 'no', { ...answer, ...byMail })],
  ['reply to pias mail saying yes', said('pia', 'yes', { ...answer, ...byMail })],
  ['reply to the email I got from jo that thursday works', said('jo', 'thursday works', { ...answer, ...byMail })],
  ['reply an email to globex that we agree', said('globex', 'we agree', { ...answer, ...byMail })],
  ["answer pia lund's message: see you there", said('pia lund', 'see you there', answer)],
  ['get back to jo about the quote', said('jo', '', { ...answer, topic: 'the quote' })],
  ['write back to my landlord that we moved', said('my landlord', 'we moved', answer)],
  ['reply to this email', said('', '', { ...answer, ...byMail })],
  ['reply to that saying we agree', said('', 'we agree', answer)],
  ['reply', said('', '', answer)],
  ['send a reply: on my way', said('', 'on my way', answer)],
  ['send a reply to pia that it works', said('pia', 'it works', answer)],
  ['respond to all that we moved', said('', 'we moved', answer)],
])('an answer, and whose message it is for: %j', (text, expected) => expect(read(text)).toEqual(expected))

test.each([
  ['email pia about the launch on friday', said('pia', '', { ...byMail, topic: 'the launch on friday' })],
  ['email pia about the launch: it is off', said('pia', 'it is off', { ...byMail, topic: 'the launch' })],
  [
    'write a mail to jo regarding the quote asking her to sign it',
    said('jo', 'May I ask you to sign it?', { ...byMail, topic: 'the quote' }),
  ],
  [
    'send an email to pia subject monday body the room is booked',
    said('pia', 'the room is booked', { ...byMail, topic: 'monday' }),
  ],
  ['compose a new email about the launch', said('', '', { ...byMail, topic: 'the launch' })],
  ['can you send an email for me', said('', '', byMail)],
  ['send an email to a new address', said('a new address', '', byMail)],
  ['draft an email to pia saying the site is live', said('pia', 'the site is live', { ...byMail, draft: true })],
  ['draft a whatsapp to pia saying the site is live', said('pia', 'the site is live', { channel: 'whatsapp' })],
  ['send my thanks to pia for the quick answer', said('pia', 'my thanks for the quick answer')],
  ['send a happy new year to jo and globex', said('jo+globex', 'a happy new year')],
  ['email jo asking whether friday suits', said('jo', 'May I ask whether friday suits?', byMail)],
  ['tell pia to send the deck', said('pia', 'Please send the deck')],
  ['tell pia not to come', said('pia', 'Please do not come')],
  ['tell pia to the best of my knowledge it works', said('pia', 'to the best of my knowledge it works')],
  ['email pia wishing her a good trip', said('pia', 'I wish you a good trip', byMail)],
])('what it is about, and words that are said to their face: %j', (text, expected) =>
  expect(read(text)).toEqual(expected),
)

test('what somebody is told may name others: only whom it begins with gets it', () => {
  expect(read('tell acme that jo and globex agreed').whom).toBe('acme')
  expect(read('tell pia jo is ill').words).toBe('jo is ill')
})
