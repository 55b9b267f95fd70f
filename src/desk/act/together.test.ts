import { expect, test } from 'vitest'
import { isWay, isWhole } from './together.ts'

const part = (kind: string, event: { kind: string } | null = null) => ({
  kind,
  args: kind === 'calendar.create' ? { event } : { id: 'e1' },
  before: kind === 'calendar.create' ? null : event,
})
const way = part('calendar.create', { kind: 'travel' })

test('the way to a meeting is known by its kind, made or there already', () => {
  expect(isWay(way)).toBe(true)
  expect(isWay(part('calendar.move', { kind: 'travel' }))).toBe(true)
  expect(isWay(part('calendar.move', { kind: 'event' }))).toBe(false)
})

test('bookings and moves are one; cancellations stand alone, whatever ways go with them', () => {
  expect(isWhole([part('calendar.move'), part('calendar.create', { kind: 'event' }), way])).toBe(true)
  expect(isWhole([part('calendar.cancel'), part('calendar.cancel', { kind: 'travel' })])).toBe(false)
})
