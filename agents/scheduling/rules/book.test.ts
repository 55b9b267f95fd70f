import { expect, test } from 'vitest'
import { decideBook } from './book.ts'
import { asks, facts, moment, policy, seatsFor } from './facts.fixture.ts'

const seats = seatsFor(['Mia', 'Sam'], [])
const table = facts({ seats, named: ['sam@northwind.example'] })
const day = { ...moment('2026-11-24T00:00:00Z', 1440), clocked: false, wholeDays: true }

test('no time, or only a day: the best times are offered', () => {
  expect(decideBook(asks('book'), table, policy)).toMatchObject({
    type: 'ask',
    question: { slots: ['when'], choices: [{}, {}, {}] },
  })
  const ruling = decideBook(asks('book', { when: day }), table, policy)
  const values = ruling.type === 'ask' ? (ruling.question.choices ?? []).map((one) => one.value) : []
  for (const value of values) expect(value).toMatch(/^2026-11-24T/)
})

test('left to the desk, the first or best time is taken', () => {
  expect(decideBook(asks('book', { when: day, earliest: true }), table, policy)).toMatchObject({
    type: 'propose',
    actions: [
      {
        args: { event: { start: '2026-11-24T09:00:00Z' } },
        because: expect.stringMatching(/^the first time everybody is free: /),
      },
    ],
  })
  expect(decideBook(asks('book', { when: day, choose: true }), table, policy)).toMatchObject({ type: 'propose' })
})

test('a name nobody knows and a time with two readings are one question', () => {
  const when = {
    ...day,
    text: 'next friday',
    ambiguous: true,
    alternatives: [
      { startMs: Date.UTC(2026, 10, 27), endMs: Date.UTC(2026, 10, 28) },
      { startMs: Date.UTC(2026, 11, 4), endMs: Date.UTC(2026, 11, 5) },
    ],
  }
  const doubts = [{ at: 0, words: 'Dave', candidates: [] }]
  expect(decideBook(asks('book', { when }), facts({ doubts }), policy)).toMatchObject({
    type: 'ask',
    question: {
      slots: ['who', 'when'],
      text: '2 things: I don\'t know "Dave". What is their e-mail address? And is "next friday" Fri 27 Nov or Fri 4 Dec?',
    },
  })
})

test('readings of an hour in another zone are said on the own clock, readings of one hour with their ends', () => {
  const clocked = moment('2026-11-24T10:00:00Z')
  const asked = (more: object, ...spans: [string, string][]) => {
    const alternatives = spans.map(([start, end]) => ({
      startMs: Date.parse(start),
      endMs: Date.parse(end),
    }))
    const ruling = decideBook(
      asks('book', { when: { ...clocked, ambiguous: true, alternatives, ...more } }),
      table,
      policy,
    )
    return ruling.type === 'ask' ? ruling.question.choices?.map(({ label }) => label) : null
  }
  expect(
    asked(
      { zone: 'America/Los_Angeles', zoneNamed: true },
      ['2026-11-24T16:00:00Z', '2026-11-24T17:00:00Z'],
      ['2026-11-24T17:00:00Z', '2026-11-24T18:00:00Z'],
    ),
  ).toEqual(['Tue 24 Nov, 16:00 (Europe/London)', 'Tue 24 Nov, 17:00 (Europe/London)'])
  expect(
    asked({}, ['2026-11-24T10:00:00Z', '2026-11-25T00:00:00Z'], ['2026-11-24T10:00:00Z', '2026-11-24T12:00:00Z']),
  ).toEqual(['Tue 24 Nov, 10:00-Wed 25 Nov, 00:00', 'Tue 24 Nov, 10:00-12:00'])
})

test('guests are named as not told; the length follows the type; the title says who', () => {
  const guests = [{ address: 'jo@acme.io', name: 'Jo Park' }]
  const ruling = decideBook(
    asks('book', { type: 'discovery', when: moment('2026-11-24T15:00:00Z') }),
    facts({ guests, names: { 'jo@acme.io': 'Jo Park', 'mia@northwind.example': 'Mia' } }),
    policy,
  )
  expect(ruling).toMatchObject({
    type: 'propose',
    notes: ['Jo Park was not told: no mail sender is set up.'],
    actions: [{ args: { event: { title: 'Discovery with Jo', end: '2026-11-24T15:25:00Z' } } }],
  })
})

test('a condition that cannot be checked is asked, never assumed', () => {
  const condition = { type: 'unknown' as const, text: 'if Sam has overdue tasks' }
  expect(decideBook(asks('book', { condition, when: moment('2026-11-24T15:00:00Z') }), table, policy)).toMatchObject({
    type: 'ask',
    question: { slots: ['condition'] },
  })
})

test('a stretch is the meeting itself unless a shorter length was said', () => {
  const stretch = { ...moment('2026-11-24T14:00:00Z', 120), kind: 'range' as const }
  expect(decideBook(asks('book', { when: stretch }), table, policy)).toMatchObject({
    type: 'propose',
    actions: [{ args: { event: { end: '2026-11-24T16:00:00Z' } } }],
  })
  expect(decideBook(asks('book', { when: stretch, lengthMs: 1_800_000 }), table, policy)).toMatchObject({ type: 'ask' })
})
