import { expect, test } from 'vitest'
import { reading } from './fixture.ts'
import { readLog } from './log.ts'
import { readMerge, readTapped } from './merge.ts'
import { readProvided } from './provided.ts'

test.each([
  ['merge the two acme gmbhs', { words: ['acme gmbhs'], into: false, of: null }],
  ['merge Acme Ltd into Acme GmbH', { words: ['Acme Ltd', 'Acme GmbH'], into: true }],
  ['Acme and Akme are the same company', { words: ['Acme', 'Akme'], of: 'account' }],
  ['merge the two contacts Jo Byrne', { words: ['Jo Byrne'], of: 'contact' }],
])('"%s" makes one of two', (text, wanted) => {
  expect(readMerge(text)).toMatchObject(wanted)
})

test('a tap names records by their ids, and nothing else is one', () => {
  expect(readTapped('close deal:d1 2026-12-31')).toEqual({
    kind: 'fix',
    to: 'close',
    record: 'deal:d1',
    day: '2026-12-31',
  })
  expect(readTapped('merge account:a1 account:a2')).toMatchObject({ records: ['account:a1', 'account:a2'] })
  for (const text of ['close deal:d1 soon', 'merge account:a1 contact:c1', 'delete deal:d1', 'close the acme deal'])
    expect(readTapped(text)).toBeNull()
})

test.each([
  ['log the last WhatsApp w/ Pia', { name: 'Pia', channel: 'whatsapp' }],
  ['save our last chat with Pia in the crm', { name: 'Pia', channel: null }],
])('"%s" keeps a talk', (text, wanted) => {
  expect(readLog(text)).toMatchObject(wanted)
})

test.each(['log that they asked for a discount', 'log a call with Jo'])('"%s" keeps none', (text) => {
  expect(readLog(text)).toBeNull()
})

test.each([
  [
    "If we haven't spoken to Jo Byrne in the past fortnight, book 30 min with whoever is assigned to them tomorrow",
    { name: 'Jo Byrne', since: '2026-11-06', intent: 'book' },
  ],
  [
    "I haven't spoken to Jo Byrne in a while. Can you check if it's been over 14 days? If so, book a call with her owner",
    { name: 'Jo Byrne', since: '2026-11-06', what: 'book a call with her owner' },
  ],
  [
    "if it's been more than 3 weeks since we spoke to Jo, remind me tomorrow to call her",
    { name: 'Jo', since: '2026-10-30', intent: 'remind' },
  ],
])('"%s" waits on the file', (text, wanted) => {
  expect(readProvided(text, reading)).toMatchObject(wanted)
})

test.each(['If it rains, book a room', "we haven't spoken to Jo in a while", 'book a call with Jo tomorrow'])(
  '"%s" does not',
  (text) => {
    expect(readProvided(text, reading)).toBeNull()
  },
)
