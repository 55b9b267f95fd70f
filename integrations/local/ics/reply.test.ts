import { expect, test } from 'vitest'
import { readReply } from './reply.ts'

const reply = (lines: string[], method = 'REPLY') =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', `METHOD:${method}`, 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join(
    '\n',
  )
const jo = 'ATTENDEE;PARTSTAT=DECLINED;CN="Park, Jo":mailto:Jo@Acme.io'

test('an answer, wherever it stands, folded lines and all', () => {
  expect(readReply(`Fwd: your meeting\n\n${reply(['UID:e1', jo])}\nregards`)).toEqual({
    event: 'e1',
    attendee: 'jo@acme.io',
    reply: 'declined',
  })
  expect(readReply(reply(['UID:e', ' 1', 'ATTENDEE;PARTSTAT=TENT', ' ATIVE:mailto:jo@acme.io']))).toMatchObject({
    event: 'e1',
    reply: 'tentative',
  })
})

test('one date of a series', () => {
  expect(readReply(reply(['UID:s', 'RECURRENCE-ID:20261125T140000Z', jo]))).toMatchObject({
    event: 's#2026-11-25T14:00:00Z',
  })
  expect(readReply(reply(['UID:s', 'RECURRENCE-ID:20261125T140000', jo]))).toBeNull()
})

test.each([
  ['a request', reply(['UID:e1', jo], 'REQUEST')],
  ['two attendees', reply(['UID:e1', jo, 'ATTENDEE;PARTSTAT=ACCEPTED:mailto:sam@northwind.example'])],
  ['no event', reply([jo])],
  ['no answer', reply(['UID:e1', 'ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:jo@acme.io'])],
  ['cut', reply(['UID:e1', jo]).slice(0, 80)],
  ['words', 'please accept the invitation'],
  ['nonsense', 'BEGIN:VCALENDAR\n:::\nEND:VCALENDAR'],
])('%s is none', (_what, text) => expect(readReply(text)).toBeNull())
