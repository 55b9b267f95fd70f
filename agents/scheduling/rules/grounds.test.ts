import { expect, test } from 'vitest'
import { facts, meeting, seatsFor } from './facts.fixture.ts'
import { at, search, week } from './fixture.ts'
import { explained, grounds, ruledOut } from './grounds.ts'

const wish = search('2026-11-24T00:00:00Z', '2026-11-25T00:00:00Z', { energy: 'high' })
const planning = meeting('e1', '2026-11-24T13:00:00Z', '2026-11-24T15:00:00Z', {
  title: 'Planning',
  organizer: 'sam@northwind.example',
})
const energy = { deep: week('sun', '00:00-00:01'), high: week('tue', '13:00-15:00'), low: week('tue', '16:00-17:00') }
const seats = seatsFor(['Mia', 'Sam'], [planning]).map((one) => ({ ...one, energy }))
const world = facts({ events: [planning], seats })
const four = { startMs: at('2026-11-24T16:00:00Z'), endMs: at('2026-11-24T16:30:00Z') }

test('what was weighed is told weightiest first', () => {
  expect(grounds(four, seats, wish).slice(0, 2)).toEqual(['-30 Mia: low-energy time', '-30 Sam: low-energy time'])
})

test('a better time is told with what stood in its way, each reason once', () => {
  expect(ruledOut(four, seats, wish, world)).toEqual([
    expect.stringMatching(/^Tue 24 Nov, 1[34]:\d\d had \d+ more, but Sam has "Planning"$/),
  ])
})

test('where nothing was better, nothing is said of other times', () => {
  const best = { startMs: at('2026-11-24T13:00:00Z'), endMs: at('2026-11-24T13:30:00Z') }
  expect(ruledOut(best, seats.slice(0, 1), wish, world)).toEqual([])
})

test('the reason and the grounds are kept as one sentence', () => {
  expect(explained('picked from the times offered', four, seats, wish, world)).toMatch(
    /^picked from the times offered: -30 Mia: low-energy time; .*but Sam has "Planning"/,
  )
})
