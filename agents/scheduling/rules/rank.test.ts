import { expect, test } from 'vitest'
import { daysOf } from './days.ts'
import { at, block, search, seat, week } from './fixture.ts'
import { pointsOf, rankedSeat, whyOf } from './rank.ts'

const WEEK = search('2026-11-23T00:00:00Z', '2026-11-28T00:00:00Z', { external: true, energy: 'high' })
const none = week('sun', '00:00-00:01')
const why = (start: string, over: Parameters<typeof seat>[1], wish = WEEK) => {
  const mia = seat('Mia', over)
  const span = { startMs: at(start), endMs: at(start) + wish.lengthMs }
  return whyOf(span, [rankedSeat(mia, daysOf(mia.zone, wish.fromMs, wish.toMs))], wish)
}
const says = (start: string, over: Parameters<typeof seat>[1]) =>
  why(start, over).map((one) => `${one.points} ${one.text}`)

test.each([
  [
    'in the energy it wants',
    '2026-11-23T14:15:00Z',
    { energy: { deep: none, high: week('mon', '14:00-16:00'), low: none } },
    '30 Mia: high-energy time, as this meeting wants',
  ],
  [
    'half in it counts for nothing',
    '2026-11-23T15:45:00Z',
    { energy: { deep: none, high: week('mon', '14:00-16:00'), low: week('mon', '16:00-17:00') } },
    '-30 Mia: low-energy time',
  ],
  [
    'before they turn up',
    '2026-11-23T09:15:00Z',
    { ignoresBeforeMinute: 630 },
    '-40 Mia: earlier than they usually turn up',
  ],
  ['over lunch', '2026-11-23T12:45:00Z', { lunch: { fromMinute: 750, toMinute: 810 } }, '-20 Mia: over lunch'],
  ['late on a Friday', '2026-11-27T15:15:00Z', {}, '-10 Mia: late on a Friday'],
  [
    'over something tentative',
    '2026-11-23T10:15:00Z',
    { soft: [block('2026-11-23T10:00:00Z', '2026-11-23T11:00:00Z')] },
    '-25 Mia: over something tentative',
  ],
  [
    'on a named day',
    '2026-11-23T10:15:00Z',
    { soft: [block('2026-11-23T00:00:00Z', '2026-11-24T00:00:00Z', { what: 'all_day' })] },
    '-5 Mia: on a day that has a name of its own',
  ],
  [
    'next to a meeting',
    '2026-11-23T10:15:00Z',
    { firm: [block('2026-11-23T10:00:00Z', '2026-11-23T10:15:00Z')] },
    '10 Mia: next to another meeting, a long free block stays whole',
  ],
  [
    'in the middle of a short block',
    '2026-11-23T10:00:00Z',
    {
      firm: [
        block('2026-11-23T09:00:00Z', '2026-11-23T09:15:00Z'),
        block('2026-11-23T11:15:00Z', '2026-11-23T17:00:00Z'),
      ],
    },
    '-15 Mia: breaks up a long free block',
  ],
])('%s', (_what, start, over, ground) => {
  expect(says(start, over)).toContain(ground)
})

test('a full day and a row of meetings weigh', () => {
  const firm = [9, 10, 11, 12].map((hour) =>
    block(`2026-11-23T${String(hour).padStart(2, '0')}:00:00Z`, `2026-11-23T${hour + 1}:00:00Z`),
  )
  expect(says('2026-11-23T13:00:00Z', { firm, maxBackToBack: 2 })).toEqual(
    expect.arrayContaining(['-10 Mia: 4 meetings that day already', '-20 Mia: 5 meetings in a row']),
  )
})

test('points are the sum of the grounds', () => {
  const grounds = why('2026-11-23T09:15:00Z', { ignoresBeforeMinute: 630 })
  expect(pointsOf(grounds)).toBe(grounds.reduce((sum, one) => sum + one.points, 0))
})
