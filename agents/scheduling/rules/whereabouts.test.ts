import { expect, test } from 'vitest'
import type { DaysAt } from '#ports/lookups.ts'
import { at, search, seat } from './fixture.ts'
import { firstSlots } from './slots.ts'
import { daysWhere, tripAt, tripsOf, zoneAt } from './whereabouts.ts'

const MIA = 'mia@northwind.example'
const berlin = { from: '2026-11-23', to: '2026-11-26', zone: 'Europe/Berlin' }
const away = seat('Mia', { trips: [berlin] })

test('a working place in another zone is a trip; home, and one in the same zone, are none', () => {
  const day = (over: Partial<DaysAt>): DaysAt => {
    return { address: MIA, from: '2026-11-23', to: '2026-11-26', zone: 'Europe/London', city: null, ...over }
  }
  const days = [
    day({ zone: 'Europe/Berlin' }),
    day({}),
    day({ city: 'new york' }),
    day({ city: 'london' }),
    day({ address: 'sam@northwind.example', zone: 'Europe/Lisbon' }),
  ]
  expect(tripsOf(MIA, days, 'Europe/London')).toEqual([berlin, { ...berlin, zone: 'America/New_York' }])
})

test('somebody is on the clock of the place for the dates of the trip there', () => {
  expect(zoneAt(away, at('2026-11-22T22:59:00Z'))).toBe('Europe/London')
  expect(zoneAt(away, at('2026-11-22T23:00:00Z'))).toBe('Europe/Berlin')
  expect(zoneAt(away, at('2026-11-25T22:59:00Z'))).toBe('Europe/Berlin')
  expect(tripAt(away, at('2026-11-25T23:00:00Z'))).toBeNull()
})

test('days are lived where one is', () => {
  const days = daysWhere(away, at('2026-11-22T00:00:00Z'), at('2026-11-27T00:00:00Z'))
  expect(days.map(({ date, zone }) => `${date} ${zone}`)).toEqual([
    '2026-11-22 Europe/London',
    '2026-11-23 Europe/Berlin',
    '2026-11-24 Europe/Berlin',
    '2026-11-25 Europe/Berlin',
    '2026-11-26 Europe/London',
  ])
})

test('working hours hold on the wall of the place', () => {
  const wish = search('2026-11-24T00:00:00Z', '2026-11-25T00:00:00Z')
  expect(firstSlots(wish, [away], 1)[0]?.startMs, '09:00 in Berlin').toBe(at('2026-11-24T08:00:00Z'))
})
