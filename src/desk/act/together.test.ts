import { describe, expect, test } from 'vitest'
import { basesOf, followersOf, isWay, isWhole, wholeOf } from './together.ts'

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

describe('new records that name one another', () => {
  const account = { id: 't.0', kind: 'account.create', args: { draft: { name: 'Kite' } }, before: null }
  const deal = { id: 't.1', kind: 'deal.create', args: { draft: { account: 'made:t.0' } }, before: null }
  const note = { id: 't.2', kind: 'activity.create', args: { draft: { about: { id: 'made:t.1' } } }, before: null }
  const change = { id: 't.3', kind: 'deal.update', args: { id: 'd1', ops: [] }, before: {} }
  const plan = [account, deal, note, change]

  test('are done as one; notes and changes beside them stand alone', () => {
    expect(wholeOf(plan, account)).toEqual([account, deal])
    expect(wholeOf(plan, deal)).toEqual([account, deal])
    expect(wholeOf(plan, note)).toEqual([note])
    expect(wholeOf(plan, change)).toEqual([change])
  })

  test('a note follows the record it is about, and all that record needs', () => {
    expect(basesOf(plan, note)).toEqual([account, deal])
    expect(followersOf(plan, account)).toEqual([deal, note])
    expect(followersOf(plan, change)).toEqual([])
  })

  test('a text that only looks like a link is none', () => {
    const named = { ...deal, args: { draft: { account: null, name: 'made:t.0' } } }
    expect(basesOf([account, named], named)).toEqual([])
  })
})
