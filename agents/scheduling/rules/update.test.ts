import { expect, test } from 'vitest'
import { asks, client, facts, meeting, policy, seatsFor, which } from './facts.fixture.ts'
import { decideUpdate } from './update.ts'

const SAM = { address: 'sam@northwind.example', name: 'Sam', reply: 'accepted' as const }
const event = meeting('e', '2026-11-24T14:00:00Z', '2026-11-24T14:30:00Z', { title: 'Pricing', attendees: [SAM] })
const world = facts({ events: [event], seats: seatsFor(['Mia'], [event]) })
const change = (over: Parameters<typeof asks>[1]) => asks('update', { which: which({ words: 'pricing' }), ...over })

test('name and place change alone', () => {
  expect(decideUpdate(change({ change: { title: 'Prices' } }), world, policy)).toMatchObject({
    actions: [{ args: { id: 'e', change: { title: 'Prices' } } }],
  })
  expect(decideUpdate(change({ change: { location: 'Room 4' } }), world, policy)).toMatchObject({
    actions: [{ args: { change: { location: 'Room 4' } } }],
  })
})

test('people are added once and taken off; guests are named as not told', () => {
  const jo = { ...world, changed: ['jo@acme.io'], names: { ...world.names, 'jo@acme.io': 'Jo' } }
  expect(decideUpdate(change({ change: { add: true } }), jo, policy)).toMatchObject({
    notes: ['Jo was not told: no mail sender is set up.'],
    actions: [{ args: { change: { attendees: [SAM, { address: 'jo@acme.io' }] } } }],
  })
  const sam = { ...world, changed: [SAM.address] }
  expect(decideUpdate(change({ change: { add: true } }), sam, policy)).toMatchObject({
    actions: [{ args: { change: { attendees: [SAM] } } }],
  })
  expect(decideUpdate(change({ change: { remove: true } }), sam, policy)).toMatchObject({
    actions: [{ args: { change: { attendees: [] } } }],
  })
})

test('a longer meeting is a move of its end', () => {
  expect(decideUpdate(change({ change: { longerMs: 900_000 } }), world, policy)).toMatchObject({
    actions: [{ kind: 'calendar.move', args: { start: '2026-11-24T14:00:00Z', end: '2026-11-24T14:45:00Z' } }],
  })
})

test('outsiders invite nobody; a change that was not said is asked', () => {
  const theirs = { ...event, attendees: [{ ...SAM, address: 'jo@acme.io' }] }
  expect(decideUpdate(change({ change: { add: true } }), client({ events: [theirs] }), policy)).toMatchObject({
    type: 'refuse',
  })
  expect(decideUpdate(change({}), world, policy)).toMatchObject({ type: 'ask' })
})
