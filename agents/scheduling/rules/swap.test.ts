import { expect, test } from 'vitest'
import { asks, facts, meeting, moment, policy, seatsFor, which } from './facts.fixture.ts'
import { decideSwap } from './swap.ts'

const ten = meeting('ten', '2026-11-24T10:00:00Z', '2026-11-24T10:30:00Z')
const three = meeting('three', '2026-11-24T15:00:00Z', '2026-11-24T16:00:00Z')
const other = meeting('other', '2026-11-24T10:30:00Z', '2026-11-24T11:00:00Z')
const request = asks('swap', {
  which: which({ when: moment('2026-11-24T10:00:00Z') }),
  other: which({ when: moment('2026-11-24T15:00:00Z') }),
})
const world = (events: Parameters<typeof seatsFor>[1]) =>
  facts({ events: [...events], seats: seatsFor(['Mia'], events) })

test('each starts when the other did and keeps its length', () => {
  expect(decideSwap(request, world([ten, three]), policy)).toMatchObject({
    actions: [
      { args: { id: 'ten', start: '2026-11-24T15:00:00Z', end: '2026-11-24T15:30:00Z' } },
      { args: { id: 'three', start: '2026-11-24T10:00:00Z', end: '2026-11-24T11:00:00Z' } },
    ],
  })
})

test('neither moves where one would not fit, unless they insist', () => {
  expect(decideSwap(request, world([ten, three, other]), policy)).toMatchObject({ type: 'ask' })
  expect(decideSwap({ ...request, overlap: true }, world([ten, three, other]), policy)).toMatchObject({
    type: 'propose',
  })
})

test('nothing is swapped with itself or with nothing', () => {
  expect(decideSwap({ ...request, other: request.which }, world([ten, three]), policy)).toMatchObject({
    type: 'answer',
  })
  expect(decideSwap(request, world([ten]), policy)).toMatchObject({ type: 'answer' })
})
