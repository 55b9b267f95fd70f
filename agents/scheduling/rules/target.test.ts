import { expect, test } from 'vitest'
import { toIso } from '#kernel/time.ts'
import { DAY_MS, MINUTE_MS } from '#kernel/units.ts'
import { asks, meeting, moment } from './facts.fixture.ts'
import { momentsOf, targetOf } from './target.ts'

const lunch = meeting('e', '2026-11-24T12:30:00Z', '2026-11-24T13:30:00Z')
const to = (over: Parameters<typeof asks>[1], event = lunch) => {
  const target = targetOf(asks('move', over), event)
  return target && 'span' in target ? [toIso(target.span.startMs), toIso(target.span.endMs)] : target
}

test('what is not said stays: the day, the clock, the length', () => {
  expect(to({ when: { ...moment('2026-11-23T09:45:00Z'), dated: false } })).toEqual([
    '2026-11-24T09:45:00Z',
    '2026-11-24T10:45:00Z',
  ])
  expect(to({ when: { ...moment('2026-11-27T00:00:00Z', 1440), clocked: false } })).toEqual([
    '2026-11-27T12:30:00Z',
    '2026-11-27T13:30:00Z',
  ])
  expect(to({ when: moment('2026-11-27T15:00:00Z') })).toEqual(['2026-11-27T15:00:00Z', '2026-11-27T16:00:00Z'])
  expect(to({ shiftMs: -30 * MINUTE_MS })).toEqual(['2026-11-24T12:00:00Z', '2026-11-24T13:00:00Z'])
  expect(to({ change: { longerMs: 15 * MINUTE_MS } })).toEqual(['2026-11-24T12:30:00Z', '2026-11-24T13:45:00Z'])
  expect(to({})).toBeNull()
})

test('a week or a part of a day is a window, on the day of the event where none was said', () => {
  const week = { ...moment('2026-11-30T00:00:00Z', 7 * 1440), clocked: false }
  expect(targetOf(asks('move', { when: week }), lunch)).toEqual({ window: week })
  const afternoon = { ...moment('2026-11-23T12:00:00Z', 300), dated: false, clocked: false, partOfDay: 'afternoon' }
  expect(targetOf(asks('move', { when: afternoon }), lunch)).toMatchObject({
    window: { startMs: Date.parse('2026-11-24T12:00:00Z') },
  })
})

test('by a day keeps the hour on the wall when the clocks change', () => {
  const event = meeting('e', '2026-10-24T09:00:00Z', '2026-10-24T10:00:00Z')
  expect(to({ shiftMs: DAY_MS }, event)).toEqual(['2026-10-25T10:00:00Z', '2026-10-25T11:00:00Z'])
})

test('whole days are written as dates', () => {
  const days = meeting('e', '2026-11-24', '2026-11-26')
  const friday = { ...moment('2026-11-27T00:00:00Z', 1440), clocked: false }
  const target = targetOf(asks('move', { when: friday }), days)
  expect(target && 'span' in target && momentsOf(target.span, days, toIso)).toEqual({
    start: '2026-11-27',
    end: '2026-11-29',
  })
})
