import { expect, test } from 'vitest'
import { readWhen } from '#language/when.ts'
import { readTimes } from './times.ts'

/** Tuesday 12 February 2030, 09:00. */
const NOW_MS = Date.UTC(2030, 1, 12, 9)

const wishes = (text: string) =>
  readTimes(text, readWhen(text, { nowMs: NOW_MS, zone: 'Etc/UTC', locale: 'en-GB' }), NOW_MS).wishes

test.each([
  'this weekend',
  'late July',
  'late this afternoon',
  'upcoming 2 weeks',
  'Thursday or Friday from 10 to 4',
  'Passover 2031',
  '5 July at 3pm PT',
])('%s: the readings have time in common or few mean the other, nothing is asked', (text) => {
  const found = readWhen(text, { nowMs: NOW_MS, zone: 'Etc/UTC', locale: 'en-GB' })
  expect(found.some(({ ambiguous }) => ambiguous)).toBe(true)
  for (const wish of wishes(text)) expect(wish.ambiguous, wish.text).toBe(false)
})

test.each(['next Friday', 'tomorrow at 7', 'tomorrow from 10am to 12am', 'on 03/05'])(
  '%s: the readings exclude each other, both are offered',
  (text) => {
    const [wish] = wishes(text)
    expect(wish?.ambiguous).toBe(true)
    expect(wish?.alternatives).toHaveLength(2)
  },
)

test('what is due by a time is looked for from now on', () => {
  const [wish] = wishes('by 3pm on Thursday')
  expect([wish?.startMs, wish?.endMs]).toEqual([NOW_MS, Date.UTC(2030, 1, 14, 15)])
})
