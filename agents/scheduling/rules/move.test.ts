import { expect, test } from 'vitest'
import { asks, client, facts, meeting, moment, policy, seatsFor, which } from './facts.fixture.ts'
import { decideMove } from './move.ts'

const event = meeting('e', '2026-11-24T14:00:00Z', '2026-11-24T14:30:00Z', { title: 'Pricing' })
const other = meeting('o', '2026-11-24T14:30:00Z', '2026-11-24T15:00:00Z', { title: 'Hiring' })
const world = (events = [event]) => facts({ events, seats: seatsFor(['Mia'], events) })
const later = asks('move', { which: which({ words: 'pricing' }), shiftMs: 900_000 })

test('an event is never in its own way, another one is', () => {
  expect(decideMove(later, world(), policy)).toMatchObject({
    actions: [
      { kind: 'calendar.move', args: { id: 'e', version: '1', start: '2026-11-24T14:15:00Z', overlap: false } },
    ],
  })
  expect(decideMove(later, world([event, other]), policy)).toMatchObject({
    type: 'ask',
    question: { text: expect.stringContaining('"Hiring"') },
  })
})

test('without a time, or with a window, times are offered', () => {
  expect(decideMove({ ...later, shiftMs: null }, world(), policy)).toMatchObject({
    type: 'ask',
    question: { text: expect.stringContaining('be instead?') },
  })
  const week = { ...moment('2026-11-30T00:00:00Z', 7 * 1440), clocked: false, wholeDays: true }
  expect(decideMove({ ...later, shiftMs: null, when: week }, world(), policy)).toMatchObject({
    type: 'ask',
    question: { choices: [{ value: expect.stringMatching(/^2026-1[12]-/) }, {}, {}] },
  })
})

test('from now on is the series, whose earlier dates stay', () => {
  const series = { ...event, id: 's', recurrence: 'FREQ=WEEKLY' }
  const dates = ['2026-11-24T14:00:00Z', '2026-12-01T14:00:00Z'].map((start) =>
    meeting(`s#${start}`, start, start.replace('14:00', '14:30'), { title: 'Pricing', series: 's' }),
  )
  const request = { ...later, shiftMs: 30 * 60_000, which: which({ words: 'pricing', scope: 'following' }) }
  expect(decideMove(request, { ...world(dates), series: { s: series } }, policy)).toMatchObject({
    type: 'propose',
    actions: [
      {
        kind: 'calendar.split',
        args: { id: 's', from: '2026-11-24T14:00:00Z', change: { start: '2026-11-24T14:30:00Z' } },
      },
    ],
  })
})

test('a client who is too late asks the host', () => {
  const theirs = { ...event, attendees: [{ address: 'jo@acme.io', name: null, reply: 'accepted' as const }] }
  const late = client({
    events: [theirs],
    seats: seatsFor(['Mia'], [theirs]),
    nowMs: Date.parse('2026-11-24T13:00:00Z'),
  })
  expect(decideMove(later, late, policy)).toMatchObject({ type: 'flag', reason: 'AUTHORITY' })
})
