import { expect, test } from 'vitest'
import { CUES } from './cues.ts'
import { type Reading, readRequest } from './read.ts'
import { Request } from './request.ts'

const member = (id: string, name: string) => ({
  kind: 'member' as const,
  id,
  name,
  address: `${id}@northwind.example`,
  zone: 'Europe/London',
})

/** Monday 23 November 2026, eight in London. */
const reading: Reading = {
  nowMs: Date.parse('2026-11-23T08:00:00Z'),
  zone: 'Europe/London',
  locale: 'en',
  dateOrder: 'dmy',
  members: [
    member('mia', 'Mia Chen'),
    member('sam', 'Sam Ortiz'),
    member('will', 'Will Stone'),
    member('pri', 'Priya Shah'),
  ],
  types: ['discovery', 'one_on_one', 'board'],
  member: true,
}
const read = (text: string, intent = 'book', over: Partial<Reading> = {}) =>
  readRequest(text, intent, { ...reading, ...over })
const names = (request: Request) => request.people.map((person) => person.words)
const startOf = (wish: Request['when']) => wish && new Date(wish.startMs).toISOString().slice(0, 16)

test.each([
  [
    'book 30 min with Sam tomorrow at 3pm',
    { lengthMs: 1_800_000, type: null, title: null },
    ['Sam'],
    '2026-11-24T15:00',
  ],
  [
    'book a call with sam, priya and lena@acme.io on friday at noon',
    { type: 'call' },
    ['sam', 'priya', 'lena@acme.io'],
    '2026-11-27T12:00',
  ],
  [
    'book 30 min with Sam and Kim tomorrow at 3pm',
    { lengthMs: 1_800_000, title: null },
    ['Sam', 'Kim'],
    '2026-11-24T15:00',
  ],
  ['book a call with Sam, kim and Ola Berg on friday at noon', {}, ['Sam', 'kim', 'Ola Berg'], '2026-11-27T12:00'],
  ['book a call with Sam and invite Priya on friday at noon', {}, ['Sam', 'Priya'], '2026-11-27T12:00'],
  ['book a call with Sam and the others on friday at noon', {}, ['Sam'], '2026-11-27T12:00'],
  [
    'set up a 1:1 with Priya Shah tomorrow 10am re hiring plan',
    { type: 'one_on_one', title: { text: 'Hiring plan' } },
    ['Priya Shah'],
    '2026-11-24T10:00',
  ],
  [
    'schedule "Will it ship?" with Sam tomorrow at 2pm',
    { title: { text: 'Will it ship?' } },
    ['Sam'],
    '2026-11-24T14:00',
  ],
  [
    "schedule a half hour meeting with dave lister called 'Catch up Friday' tomorrow at 2pm",
    { title: { text: 'Catch up Friday' }, lengthMs: 1_800_000 },
    ['dave lister'],
    '2026-11-24T14:00',
  ],
  [
    'Schedule a 30 minute meeting called Budget review with sam on December 1 at 10:00',
    { title: { text: 'Budget review' } },
    ['sam'],
    '2026-12-01T10:00',
  ],
  ['will you book lunch with Will tomorrow at 1pm?', { type: 'lunch' }, ['Will'], '2026-11-24T13:00'],
  ['add a dentist appointment on thursday at 4pm', { title: { text: 'Dentist appointment' } }, [], '2026-11-26T16:00'],
  [
    'schedule an office conference tomorrow afternoon at 2pm',
    { type: null, title: { text: 'Office conference' } },
    [],
    '2026-11-24T14:00',
  ],
  [
    'book a budget review for the year with Sam tomorrow at 2pm',
    { lengthMs: null, title: { text: 'Budget review' } },
    ['Sam'],
    '2026-11-24T14:00',
  ],
  ['coffee with the new client next to the station tomorrow 9am', { type: 'coffee' }, [], '2026-11-24T09:00'],
])('%s', (text, expected, people, start) => {
  const request = read(text)
  expect(request).toMatchObject({ kind: 'book', ...expected })
  expect(names(request)).toEqual(people)
  expect(startOf(request.when)).toBe(start)
})

test('a first name that two members bear stays open', () => {
  const members = [member('sam', 'Sam Ortiz'), member('samlee', 'Sam Lee')]
  expect(read('book 30 min with Sam tomorrow at 3pm', 'book', { members }).people).toMatchObject([
    { words: 'Sam', address: null },
  ])
  expect(read('book 30 min with Sam Lee tomorrow at 3pm', 'book', { members }).people).toMatchObject([
    { address: 'samlee@northwind.example' },
  ])
})

test.each([
  ['find 30 min with Sam this week, not before 11', 'book', 'find'],
  ['block thu morning for the deck', 'book', 'block'],
  ['put vacation in my calendar all next week', 'book', 'block'],
  ["who's free now?", 'query', 'who_free'],
  ['when is Sam free on Thursday', 'query', 'free'],
  ["what's on tomorrow", 'query', 'agenda'],
  ['why did you put it at 4?', 'query', 'why'],
  ['have I met Sam in the last 7 days? If not, schedule 30 minutes tomorrow', 'query', 'book'],
  ['rename the standup to Daily', 'move', 'update'],
  ['add Priya to the review', 'move', 'update'],
  ['extend the review by 15 minutes', 'move', 'update'],
  ["push my 2pm by half an hour, I'm late", 'move', 'move'],
  ['running 10 min late', 'move', 'late'],
])('"%s" (%s) is %s', (text, intent, kind) => {
  expect(read(text, intent).kind).toBe(kind)
})

test('outsiders who ask whether somebody is free ask for a time, not for a calendar', () => {
  expect(read('is Mia free on Tuesday?', 'query', { member: false }).kind).toBe('find')
})

test('the clock that was stated bounds the day', () => {
  expect(read('find 30 min with Sam this week, not before 11').bounds).toEqual({ fromMinute: 660, toMinute: 1440 })
})

test.each([
  ['push my 2pm by half an hour', { which: '2026-11-23T14:00', to: null, shiftMs: 1_800_000, words: '' }],
  ['bring my 2pm forward by 30 minutes', { which: '2026-11-23T14:00', to: null, shiftMs: -1_800_000, words: '' }],
  ['move the standup to 9:45', { which: null, to: '2026-11-23T09:45', shiftMs: null, words: 'standup' }],
  ['move my 3pm to 4pm', { which: '2026-11-23T15:00', to: '2026-11-23T16:00', shiftMs: null, words: '' }],
  [
    'reschedule my budget talk with Noor on Monday for Wednesday at 11 am',
    { which: '2026-11-23T00:00', to: '2026-11-25T11:00', shiftMs: null, words: 'budget talk' },
  ],
  ['move lunch with Dave to Friday', { which: null, to: '2026-11-27T00:00', shiftMs: null, words: 'lunch' }],
  [
    'change the work meeting to 2pm instead of 4 hours',
    { which: null, to: '2026-11-23T14:00', shiftMs: null, words: 'work meeting' },
  ],
  ['can we do friday instead?', { which: null, to: '2026-11-27T00:00', shiftMs: null, words: '' }],
])('%s', (text, { which, to, shiftMs, words }) => {
  const request = read(text, 'move')
  expect({
    which: startOf(request.which?.when ?? null),
    to: startOf(request.when),
    shiftMs: request.shiftMs,
    words: request.which?.words,
  }).toEqual({ which, to, shiftMs, words })
})

test.each([
  ['cancel it', { recent: true, all: false, ordinal: null, words: '' }],
  ['cancel my next meeting with Sam', { recent: false, all: false, ordinal: 1, words: '' }],
  ['delete all the future board conclave meetings', { all: true, ordinal: null, words: 'board conclave meetings' }],
  ["We don't need any more risk forum meetings. Can you cancel all future ones?", { all: true, words: 'risk forum' }],
  ["cancel everything friday, I'm sick", { all: true, words: '' }],
  ['delete my dentist appointment', { all: false, ordinal: null, words: 'dentist appointment' }],
  ["delete what's on my calendar for tomorrow", { all: true, words: '' }],
  ['clear my calendar for the 9th', { all: true, words: '' }],
])('%s', (text, expected) => {
  expect(read(text, 'cancel').which).toMatchObject(expected)
})

test('a new name is verbatim, and no part of it is read as something else', () => {
  const request = read('Change the name of the last meeting on December 6 to Friday with Sam at 3', 'move')
  expect(request).toMatchObject({
    kind: 'update',
    change: { title: 'Friday with Sam at 3' },
    people: [],
    which: { ordinal: -1 },
  })
  expect(startOf(request.which?.when ?? null)).toBe('2026-12-06T00:00')
})

test('a condition is taken out of the request', () => {
  const request = read(
    "If I haven't met with Sam in the last 7 days, schedule a 30-minute meeting called 'catch-up' for my first free slot from tomorrow",
  )
  expect(request).toMatchObject({
    condition: { type: 'not_met', sinceMs: reading.nowMs - 7 * 86_400_000 },
    earliest: true,
    title: { text: 'catch-up' },
  })
  expect(names(request)).toEqual(['Sam'])
  expect(read('if Sam has overdue tasks, book a call with him tomorrow at 3pm').condition).toMatchObject({
    type: 'unknown',
  })
})

test.each([
  ['remind me to chase globex thu 9am', 'chase globex', '2026-11-26T09:00'],
  ['remind me tomorrow at 10 to call Sam about the invoice', 'call Sam about the invoice', '2026-11-24T10:00'],
  ['set a reminder for the board call', 'the board call', null],
])('%s', (text, reminder, start) => {
  const request = read(text, 'remind')
  expect(request.reminder).toBe(reminder)
  expect(startOf(request.when)).toBe(start)
})

test('every example of the cues is read into a request of the schema', () => {
  for (const cue of CUES) {
    for (const example of cue.examples) expect(() => Request.parse(read(example, cue.intent)), example).not.toThrow()
  }
})

test('hostile lengths and shapes end soon', () => {
  const before = performance.now()
  for (const text of [
    'with '.repeat(4000),
    `book ${'a'.repeat(19_000)}`,
    '"'.repeat(5000),
    `remind me to ${'x, '.repeat(6000)}`,
    'if '.repeat(6000),
    'at the '.repeat(2500),
  ]) {
    for (const intent of ['book', 'move', 'cancel', 'query', 'remind']) read(text, intent)
  }
  expect(performance.now() - before).toBeLessThan(8000)
})
