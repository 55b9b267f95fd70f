import { expect, test } from 'vitest'
import { HOUR_MS, WEEK_MS } from '#kernel/units.ts'
import { asks, client, facts, moment, policy } from './facts.fixture.ts'
import { meetingOf } from './meeting.ts'
import { searchFor } from './wanted.ts'

const searchOf = (request: Parameters<typeof searchFor>[0], world = facts()) =>
  searchFor(request, meetingOf(request, world, policy), world, policy)

test('notice and horizon hold back outsiders, not the team among itself', () => {
  const far = { ...moment('2027-06-01T00:00:00Z', 1440), clocked: false }
  expect(searchOf(asks('book')).fromMs).toBe(facts().nowMs)
  expect(searchOf(asks('book'), client()).fromMs).toBe(facts().nowMs + policy.defaults.noticeMs)
  expect(searchOf(asks('book', { when: far })).toMs).toBe(far.endMs)
  expect(searchOf(asks('book', { when: far }), client()).toMs).toBe(facts().nowMs + policy.defaults.horizonMs)
})

test('a part of a day is a wish within its day, a meal has its own', () => {
  const afternoon = {
    ...moment('2026-11-24T12:00:00Z', 300),
    kind: 'range' as const,
    clocked: false,
    partOfDay: 'afternoon',
  }
  expect(searchOf(asks('book', { when: afternoon }))).toMatchObject({
    part: { fromMinute: 720, toMinute: 1020 },
    fromMs: Date.parse('2026-11-24T00:00:00Z'),
    toMs: Date.parse('2026-11-25T00:00:00Z'),
  })
  expect(searchOf(asks('book', { type: 'lunch' }))).toMatchObject({
    meal: true,
    lengthMs: HOUR_MS,
    part: { fromMinute: 720, toMinute: 840 },
  })
})

test('outsiders are offered times at which they are awake', () => {
  expect(searchOf(asks('book'), client()).bounds).toEqual({ fromMinute: 420, toMinute: 1260 })
  expect(searchOf(asks('book')).bounds).toBeNull()
})

test('without a time the next two weeks are searched; meetings with guests want good time and buffers of their type', () => {
  const guests = [{ address: 'jo@acme.io', name: 'Jo' }]
  const search = searchOf(asks('book', { type: 'discovery' }), facts({ guests }))
  expect(search).toMatchObject({ energy: 'high', external: true, bufferAfterMs: 900_000 })
  expect(search.toMs - search.fromMs).toBe(2 * WEEK_MS)
})
