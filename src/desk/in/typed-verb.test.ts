import { expect, test } from 'vitest'
import { noteOf, typedVerb } from './typed-verb.ts'

test.each([
  ['1', { verb: 'approve', rest: '', bare: true }],
  [' Approve. ', { verb: 'approve', rest: '', bare: false }],
  ['2', { verb: 'edit', rest: '', bare: true }],
  ['2 title: Jo\n2 starts: Friday at 2pm', { verb: 'edit', rest: 'title: Jo\n2 starts: Friday at 2pm', bare: false }],
  ['edit title: Jo', { verb: 'edit', rest: 'title: Jo', bare: false }],
  ['take over', { verb: 'take_over', rest: '', bare: false }],
  ['3!', { verb: 'take_over', rest: '', bare: true }],
])('%j is a verb of a card', (text, verb) => expect(typedVerb(text)).toEqual(verb))

test.each([
  '1 hour with Sam',
  '12',
  '6',
  '2 people are coming',
  'approve the budget',
  'take over Acme',
  'editing this later',
  'decline the invitation of Jo',
  'snooze the reminders',
  'yes',
  '',
])('%j is a message', (text) => expect(typedVerb(text)).toBeNull())

test.each([
  ['decline: not this week', 'not this week'],
  ['4 - away', 'away'],
  ['decline because she is ill', 'she is ill'],
  ['decline', null],
  ['snooze', null],
  ['snooze 45', '45'],
  ['5 2h', '120'],
  ['snooze for 30 min', '30'],
  ['1', null],
])('%j is kept as %j', (text, note) => {
  const typed = typedVerb(text)
  expect(typed && noteOf(typed)).toBe(note)
})
