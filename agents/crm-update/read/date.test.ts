import { expect, test } from 'vitest'
import { readDates } from './date.ts'
import { READING } from './set.fixture.ts'

const dates = (text: string) =>
  readDates(text, READING).map(({ value: { date, other } }) => [date, other].filter(Boolean).join(' or '))

test.each([
  ['it closes late in March', '2027-03-31'],
  ['signed on 15 July 2027 at noon PST', '2027-07-15'],
  ['call them next Friday', '2026-12-04 or 2026-11-27'],
])('%s: another reading is kept only where it is another day', (text, expected) => {
  expect(dates(text)).toEqual([expected])
})
