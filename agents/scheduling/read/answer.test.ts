import { expect, test } from 'vitest'
import type { Question } from '#kernel/ruling.ts'
import type { Reading } from '../read.ts'
import { blank, type Request } from '../request.ts'
import { applyAnswer } from './answer.ts'

const reading: Reading = {
  nowMs: Date.parse('2026-11-23T08:00:00Z'),
  zone: 'Europe/London',
  locale: 'en',
  dateOrder: 'dmy',
  members: [],
  types: [],
  member: true,
}
const slot = (clock: string, day = 24) => ({
  label: `Nov ${day}, ${clock}`,
  value: `2026-11-${day}T${clock}:00Z/2026-11-${day}T${clock.slice(0, 3)}59:00Z`,
})
const offer = (...choices: Question['choices']): Question => ({
  text: 'When?',
  slots: ['when'],
  choices,
  kind: 'input',
})
const answer = (text: string, question: Question, request: Request = blank('book')) =>
  applyAnswer(request, question, text, reading)
const startOf = ({ when }: Request) => when && new Date(when.startMs).toISOString().slice(8, 16)

const THREE = offer(slot('10:30'), slot('13:30'), slot('15:00', 25))

test.each([
  ['2', '24T13:30'],
  ['the second one please', '24T13:30'],
  ['option 3', '25T15:00'],
  ['last', '25T15:00'],
  ['Nov 24, 10:30', '24T10:30'],
  ['13:30 works', '24T13:30'],
  ['wednesday', '25T15:00'],
  ['any of them', '24T10:30'],
])('"%s" picks an offered time', (text, start) => {
  expect(startOf(answer(text, THREE))).toBe(start)
})

test('a number is a place in the list that is open, and an hour only where the list is shorter', () => {
  const list = offer(slot('10:30'), slot('15:00'), slot('16:30'))
  expect(startOf(answer('3 works', list))).toBe('24T16:30')
  expect(startOf(answer('la segunda', list))).toBe('24T15:00')
  expect(startOf(answer('4', offer(slot('10:30'), slot('16:00'))))).toBe('24T16:00')
})

test('one of several events by its day or its name', () => {
  const which: Question = {
    text: 'Which one?',
    slots: ['which'],
    choices: [
      { label: '"Lunch" with Dave Lister, Tue 24 Nov, 12:30-13:30', value: 'event:e1' },
      { label: '"Review" with Sam, Wed 25 Nov, 12:30-13:30', value: 'event:e2' },
    ],
    kind: 'input',
  }
  const request: Request = {
    ...blank('cancel'),
    which: { id: null, recent: false, ordinal: null, all: false, words: '', said: '', when: null, scope: 'one' },
  }
  expect(answer('the one on Tuesday', which, request).which?.id).toBe('e1')
  expect(answer('review', which, request).which?.id).toBe('e2')
})

test('another time than those offered is a new wish', () => {
  expect(startOf(answer('thursday at 11', THREE))).toBe('26T11:00')
})

test('insisting, going on without, dropping', () => {
  const anyway = offer({ label: 'Book anyway', value: 'book anyway' }, slot('15:30'))
  expect(answer('book anyway', anyway)).toMatchObject({ overlap: true })
  expect(answer('yes go ahead', anyway)).toMatchObject({ overlap: true })
  expect(answer('never mind', anyway)).toMatchObject({ dropped: true })
  expect(answer('no', anyway)).toMatchObject({ dropped: true })
})

test('whoever was not known gets an address or another name', () => {
  const dave: Request = { ...blank('book'), people: [{ words: 'dave', span: null, address: null, role: 'table' }] }
  const who: Question = {
    text: 'Who?',
    slots: ['who'],
    choices: [{ label: 'Go on without them', value: 'leave them out' }],
    kind: 'input',
  }
  expect(answer("it's dave@lister.example", who, dave).people).toMatchObject([{ address: 'dave@lister.example' }])
  expect(answer('leave them out', who, dave).people).toMatchObject([{ address: '' }])
  expect(answer('Dave Lister', who, dave).people).toMatchObject([{ words: 'Dave Lister', address: null }])
})

test('a chosen reading keeps the clock that was said', () => {
  const when: Request['when'] = {
    text: 'next friday at 11',
    span: null,
    kind: 'point',
    startMs: Date.parse('2026-12-04T11:00:00Z'),
    endMs: Date.parse('2026-12-04T12:00:00Z'),
    dated: true,
    clocked: true,
    partOfDay: null,
    wholeDays: false,
    approximate: false,
    ambiguous: true,
    dst: null,
    zone: 'Europe/London',
    zoneNamed: false,
    alternatives: [27, 34].map((day) => ({
      startMs: Date.UTC(2026, 10, day, 11),
      endMs: Date.UTC(2026, 10, day, 12),
    })),
  }
  const question = offer(
    { label: 'Fri 27 Nov', value: '2026-11-27T11:00:00Z/2026-11-27T12:00:00Z' },
    { label: 'Fri 4 Dec', value: '2026-12-04T11:00:00Z/2026-12-04T12:00:00Z' },
  )
  const request = answer('Fri 27 Nov', question, { ...blank('book'), when })
  expect(request).toMatchObject({ lengthMs: null, when: { ambiguous: false, text: 'next friday at 11' } })
  expect(startOf(request)).toBe('27T11:00')
})

test('an answer that says nothing asked is stuck', () => {
  expect(answer('the weather is nice', THREE)).toMatchObject({ stuck: true })
})
