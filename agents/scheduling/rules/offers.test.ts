import { expect, test } from 'vitest'
import type { CalendarEvent } from '#kernel/event.ts'
import { edgeSlots } from './edges.ts'
import { facts, meeting, policy, seatsFor } from './facts.fixture.ts'
import { at, search, seat, week } from './fixture.ts'
import { inTheWay, makeWay } from './make-way.ts'
import { cheapest } from './sacrifices.ts'

const MIA = 'mia@northwind.example'
const SAM = 'sam@northwind.example'
const slot = { startMs: at('2026-11-24T10:00:00Z'), endMs: at('2026-11-24T10:30:00Z') }
const oneOnOne = meeting('e1', '2026-11-24T10:00:00Z', '2026-11-24T10:30:00Z', {
  title: '1:1 Priya',
  attendees: [{ address: 'priya@northwind.example', name: null, reply: 'accepted' }],
})
const movable = search('2026-11-24T09:00:00Z', '2026-11-24T17:00:00Z', { movable: (block) => block.event === 'e1' })

test('a meeting that gives way goes where everybody at it can', () => {
  const busyPriya = meeting('e2', '2026-11-24T10:30:00Z', '2026-11-24T16:30:00Z', {
    organizer: 'priya@northwind.example',
  })
  const events = [oneOnOne, busyPriya]
  const world = facts({ events, seats: seatsFor(['Mia', 'Sam'], events), aside: seatsFor(['Priya'], events) })
  const blocks = inTheWay(slot, world.seats, movable) ?? []
  const given = makeWay(slot, blocks, movable, world, policy)
  expect(given?.map(({ event, to }) => [event.id, to.startMs])).toEqual([['e1', at('2026-11-24T16:30:00Z')]])
})

test('it stays where somebody at it cannot be seen, and where anything else stands there too', () => {
  const world = facts({ events: [oneOnOne], seats: seatsFor(['Mia', 'Sam'], [oneOnOne]) })
  expect(makeWay(slot, inTheWay(slot, world.seats, movable) ?? [], movable, world, policy)).toBeNull()
  const board = meeting('e3', '2026-11-24T10:15:00Z', '2026-11-24T11:00:00Z', { organizer: SAM })
  expect(inTheWay(slot, seatsFor(['Mia', 'Sam'], [oneOnOne, board]), movable)).toBeNull()
})

const london = seat('Mia')
const auckland = seat('Lena', { zone: 'Pacific/Auckland' })
const wide = search('2026-11-24T00:00:00Z', '2026-11-27T00:00:00Z')

test('hours that never meet are met at the edge of one day, that of whoever bore it least', () => {
  const late = seat('Lena', { zone: 'America/Los_Angeles', hours: week('mon-fri', '10:00-17:00') })
  const borne = (id: string, start: string, end: string): CalendarEvent =>
    meeting(id, start, end, { attendees: [{ address: late.address, name: null, reply: 'accepted' }] })
  const first = edgeSlots(wide, [london, late], [], 2)
  expect(
    first.map(({ bearer }) => bearer.name),
    'nobody bore it yet',
  ).toEqual(['Mia', 'Mia'])
  const past = [borne('p1', '2026-11-10T18:00:00Z', '2026-11-10T18:30:00Z')]
  expect(edgeSlots(wide, [london, late], past, 1)[0]?.bearer.name, 'it was Mia last time').toBe('Lena')
})

test('an edge is between seven and nine, and only where hours never meet', () => {
  for (const { startMs, endMs, bearer } of edgeSlots(wide, [london, auckland], [], 3)) {
    expect(bearer.name).toBe('Mia')
    expect([startMs, endMs].map((ms) => new Date(ms).getUTCHours())).toSatisfy(
      ([from = 0, to = 0]) => from >= 7 && to <= 21,
    )
  }
  expect(edgeSlots(wide, [london, auckland], [], 3).length).toBeGreaterThan(0)
  expect(edgeSlots(wide, [london, seat('Sam')], [], 3)).toEqual([])
})

test('what it would take is named, cheapest first', () => {
  const planning = meeting('e1', '2026-11-24T09:00:00Z', '2026-11-24T17:00:00Z', { title: 'Planning', organizer: SAM })
  const world = facts({ events: [planning], seats: seatsFor(['Mia', 'Sam'], [planning]) })
  const day = search('2026-11-24T08:00:00Z', '2026-11-24T19:00:00Z')
  const early = world.seats.map((one) => (one.name === 'Mia' ? { ...one, hours: week('mon-fri', '08:00-17:00') } : one))
  expect(cheapest(day, early, world, 2)).toEqual([
    'Tue 24 Nov, 09:00 if Sam moves "Planning"',
    "Tue 24 Nov, 08:00-08:30, before Sam's hours",
  ])
  expect(cheapest(day, world.seats, world, 1)).toEqual(['Tue 24 Nov, 09:00 if Sam moves "Planning"'])
})

test('the asker is told of their own meeting as theirs', () => {
  const planning = meeting('e1', '2026-11-24T09:00:00Z', '2026-11-24T17:00:00Z', { title: 'Planning', organizer: MIA })
  const world = facts({ events: [planning], seats: seatsFor(['Mia', 'Sam'], [planning]) })
  expect(cheapest(search('2026-11-24T09:00:00Z', '2026-11-24T17:00:00Z'), world.seats, world, 1)).toEqual([
    'Tue 24 Nov, 09:00 if you move "Planning"',
  ])
})
