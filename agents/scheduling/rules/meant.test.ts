import { expect, test } from 'vitest'
import { asks, facts, meeting, moment, which } from './facts.fixture.ts'
import { distinct, meant } from './meant.ts'

const SAM = { address: 'sam@northwind.example', name: null, reply: 'accepted' as const }
const past = meeting('past', '2026-11-16T10:00:00Z', '2026-11-16T10:30:00Z', { title: 'Kickoff', attendees: [SAM] })
const first = meeting('first', '2026-11-24T10:00:00Z', '2026-11-24T10:30:00Z', { title: 'Pricing', attendees: [SAM] })
const second = meeting('second', '2026-11-24T14:00:00Z', '2026-11-24T14:30:00Z', { title: 'Hiring' })
const theirs = meeting('theirs', '2026-11-24T14:00:00Z', '2026-11-24T15:00:00Z', {
  title: 'Sales huddle',
  organizer: SAM.address,
})
const home = meeting('home', '2026-11-24', '2026-11-25', { title: 'Home', kind: 'working_location' })
const world = facts({ events: [past, first, second, theirs, home] })
const ids = (over: Parameters<typeof which>[0], more: Partial<typeof world> = {}) =>
  meant(asks('cancel', { which: which(over) }), { ...world, ...more }).map((event) => event.id)

test('by its time: the one that starts then, else the one that is going on', () => {
  expect(ids({ when: moment('2026-11-24T14:00:00Z') })).toEqual(['second'])
  expect(ids({ when: moment('2026-11-24T14:10:00Z') })).toEqual(['second'])
  expect(ids({ when: moment('2026-11-24T13:50:00Z') })).toEqual([])
  expect(ids({ when: { ...moment('2026-11-24T13:50:00Z'), approximate: true } })).toEqual(['second'])
})

test("by its name: own ones first, else the team's, never by a name that is not theirs", () => {
  expect(ids({ words: 'hiring' })).toEqual(['second'])
  expect(ids({ words: 'sales huddle' })).toEqual(['theirs'])
  expect(ids({ words: 'budget' })).toEqual([])
})

test('by people: everybody named sits there', () => {
  expect(ids({}, { named: [SAM.address] })).toEqual(['first'])
  expect(ids({ ordinal: -1 }, { named: [SAM.address] })).toEqual(['past'])
  expect(ids({ words: 'hiring' }, { named: [SAM.address] })).toEqual([])
})

test('next is one that has not begun, first and last count within their day', () => {
  const day = { ...moment('2026-11-24T00:00:00Z', 1440), clocked: false }
  expect(ids({ ordinal: 1 })).toEqual(['first'])
  expect(ids({ ordinal: 1 }, { nowMs: Date.parse('2026-11-24T10:10:00Z') })).toEqual(['second'])
  expect(ids({ ordinal: -1, when: day })).toEqual(['second'])
  expect(ids({ all: true, when: day })).toEqual(['first', 'second'])
})

test('"it" is what was lately spoken of', () => {
  expect(ids({ recent: true }, { recent: [second, first] })).toEqual(['second'])
  expect(ids({ recent: true })).toEqual([])
})

test('a title in the text tells which where nothing else does', () => {
  expect(ids({ said: 'pricing is off, cancel it all' })).toEqual(['first'])
})

test('a series is one choice, by its next date', () => {
  const standups = [24, 25].map((day) =>
    meeting(`s#${day}`, `2026-11-${day}T09:30:00Z`, `2026-11-${day}T09:45:00Z`, { series: 's' }),
  )
  expect(distinct(standups).map((event) => event.id)).toEqual(['s#24'])
})

test('the halves of a split series are one where one date is meant, and two where all of one is', () => {
  const halves = ['a', 'b'].map((series, at) =>
    meeting(`${series}#1`, `2026-11-2${4 + at}T09:30:00Z`, `2026-11-2${4 + at}T09:45:00Z`, { series }),
  )
  expect(distinct(halves).map((event) => event.id)).toEqual(['a#1'])
  expect(distinct(halves, 'series').map((event) => event.id)).toEqual(['a#1', 'b#1'])
})
