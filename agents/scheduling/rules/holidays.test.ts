import { expect, test } from 'vitest'
import { dayIn } from './days.ts'
import { facts, meeting, policy, seatsFor } from './facts.fixture.ts'
import { at, search, seat } from './fixture.ts'
import { holidayOf, hoursOn } from './hours.ts'
import { obstaclesTo } from './obstacles.ts'
import { place } from './place.ts'
import { findSlots } from './slots.ts'

const CHRISTMAS = { startMs: at('2026-12-25T10:00:00Z'), endMs: at('2026-12-25T10:30:00Z') }
const englishSeats = (...names: string[]) => seatsFor(names, [], { holidays: ['GB-ENG'] })

const stated = (overlap: boolean, seats = englishSeats('Mia')) =>
  place(
    {
      span: CHRISTMAS,
      seats,
      search: search('2026-12-20T00:00:00Z', '2027-01-20T00:00:00Z'),
      overlap,
      offered: false,
      verb: 'Book',
      title: 'Lunch',
      ignore: [],
      act: () => ({ actions: [], ruling: { type: 'propose', actions: [], notes: [] } }),
    },
    facts({ nowMs: at('2026-12-20T08:00:00Z'), seats }),
    policy,
  )

test('a public holiday of the region is no working day', () => {
  const one = seat('Mia', { holidays: ['GB-ENG'] })
  expect(hoursOn(one, dayIn('Europe/London', CHRISTMAS.startMs))).toEqual([])
  expect(holidayOf(one, dayIn('Europe/London', at('2026-12-26T12:00:00Z'))), 'a Saturday is off anyway').toBeNull()
  expect(hoursOn(seat('Mia'), dayIn('Europe/London', CHRISTMAS.startMs))).toHaveLength(1)
})

test('no time is offered on the holiday of anybody at the table', () => {
  const seats = [seat('Mia', { holidays: ['GB-ENG'] }), seat('Ana', { holidays: ['US'], zone: 'Europe/London' })]
  const thanksgiving = search('2026-11-26T00:00:00Z', '2026-11-27T00:00:00Z')
  expect(findSlots(thanksgiving, seats, 3).slots).toEqual([])
  expect(findSlots(thanksgiving, seats.slice(0, 1), 3).slots).toHaveLength(3)
})

test('a stated time on a holiday is asked about, and the asker may have it anyway', () => {
  expect(stated(false)).toMatchObject({
    type: 'ask',
    question: { text: expect.stringMatching(/^Fri 25 Dec is Christmas Day\. Book anyway/) },
  })
  expect(stated(true).type).toBe('propose')
})

test('a holiday that everybody shares is said once, and is the asker’s to decide', () => {
  const seats = englishSeats('Mia', 'Sam')
  expect(stated(false, seats)).toMatchObject({ question: { text: expect.not.stringContaining('for Sam') } })
  expect(stated(true, seats).type).toBe('propose')
})

test('a holiday of somebody else only is theirs to give up', () => {
  const seats = [...seatsFor(['Mia'], []), ...englishSeats('Sam')]
  expect(stated(false, seats)).toMatchObject({
    question: { text: expect.stringMatching(/^Fri 25 Dec is Christmas Day for Sam\./) },
  })
  expect(stated(true, seats)).toMatchObject({ type: 'flag', reason: 'AUTHORITY' })
})

test('what is on a holiday already may be moved within it', () => {
  const seats = englishSeats('Mia')
  const event = meeting('e1', '2026-12-25T12:00:00Z', '2026-12-25T13:00:00Z')
  const known = facts({ seats, events: [event] })
  expect(obstaclesTo(CHRISTMAS, seats, known, policy, { ignore: ['e1'] })).toEqual([])
})
