import { expect, test } from 'vitest'
import { unmetCondition } from './condition.ts'
import { asks, facts, meeting } from './facts.fixture.ts'

const SAM = 'sam@northwind.example'
const met = meeting('m', '2026-11-18T10:00:00Z', '2026-11-18T10:30:00Z', {
  attendees: [{ address: SAM, name: null, reply: 'accepted' }],
})
const request = asks('book', { condition: { type: 'not_met', sinceMs: Date.parse('2026-11-16T08:00:00Z'), text: '' } })

test('a meeting in the time counts; earlier, later, cancelled or without them it does not', () => {
  const rule = (event: typeof met) => unmetCondition(request, facts({ events: [event], named: [SAM] }))
  expect(rule(met)).toMatchObject({ type: 'answer' })
  expect(rule({ ...met, start: '2026-11-15T10:00:00Z', end: '2026-11-15T10:30:00Z' })).toBeNull()
  expect(rule({ ...met, start: '2026-11-24T10:00:00Z', end: '2026-11-24T10:30:00Z' })).toBeNull()
  expect(rule({ ...met, status: 'cancelled' })).toBeNull()
  expect(rule({ ...met, attendees: [] })).toBeNull()
})

test('no condition, no word', () => {
  expect(unmetCondition(asks('book'), facts())).toBeNull()
})
