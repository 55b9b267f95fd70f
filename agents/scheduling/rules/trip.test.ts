import { expect, test } from 'vitest'
import { isTrip, readTrip } from '../read/trip.ts'
import { asks, client, facts, moment, policy } from './facts.fixture.ts'
import { decideTrip } from './trip.ts'

const days = (from: string, to: string) => ({
  ...moment(from),
  startMs: Date.parse(from),
  endMs: Date.parse(to),
  clocked: false,
  wholeDays: true,
})
const trip = (over: object) => asks('trip', { trip: { place: 'Berlin', moves: true, out: null, back: null, ...over } })

test.each(['i fly to berlin mon 7:40', "I'm in Berlin from Monday to Wednesday", 'flying to New York tuesday at 9'])(
  '%s is a journey',
  (text) => expect(isTrip(text)).toBe(true),
)
test.each(["I'm in a meeting about Berlin until 3", 'call Sam', 'I am at lunch', 'the flight to Rome was late'])(
  '%s is none',
  (text) => expect(isTrip(text)).toBe(false),
)

test('the clock of a journey is read in 24 hours', () => {
  const read = readTrip('i fly to lisbon mon 7:40', [
    { ...moment('2026-11-23T19:40:00Z'), text: 'mon 7:40', span: [16, 24] },
  ])
  expect(read).toMatchObject({ place: 'Lisbon', moves: true, out: { startMs: Date.parse('2026-11-23T07:40:00Z') } })
})

test('being somewhere for days needs no way', () => {
  const out = days('2026-11-23T00:00:00Z', '2026-11-26T00:00:00Z')
  const ruling = decideTrip(trip({ moves: false, out }), facts(), policy)
  expect(ruling).toMatchObject({
    type: 'propose',
    actions: [{ args: { event: { kind: 'working_location', start: '2026-11-23', end: '2026-11-26' } } }],
  })
})

test('a place whose zone nobody knows keeps the hours at home, and says so', () => {
  const out = days('2026-11-23T00:00:00Z', '2026-11-26T00:00:00Z')
  expect(decideTrip(trip({ place: 'Little Whinging', moves: false, out }), facts(), policy)).toMatchObject({
    actions: [{ args: { event: { zone: 'Europe/London' } } }],
    notes: [expect.stringContaining('do not know what time zone Little Whinging keeps')],
  })
})

test('without a time it is asked, and nobody outside plans one', () => {
  expect(decideTrip(trip({}), facts(), policy)).toMatchObject({ type: 'ask' })
  expect(decideTrip(trip({}), client(), policy)).toMatchObject({ type: 'refuse' })
})
