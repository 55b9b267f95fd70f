import { expect, test } from 'vitest'
import { readWhen } from '../when.ts'

const day = (text: string, locale = 'en-US'): string[] =>
  readWhen(text, { nowMs: Date.UTC(2026, 10, 20, 9), zone: 'Etc/UTC', locale }).map(({ startMs }) =>
    new Date(startMs ?? 0).toISOString().slice(0, 10),
  )

test.each([
  ['Thanksgiving', '2026-11-26'],
  ['last Thanksgiving', '2025-11-27'],
  ['Easter 2027', '2027-03-28'],
  ['Good Friday', '2027-03-26'],
  ['2 weeks before Christmas', '2026-12-11'],
  ['new years eve', '2026-12-31'],
  ['Thanksgiving in 3 years', '2029-11-22'],
  ['Orthodox Easter 2027', '2027-05-02'],
  ['Chinese New Year', '2027-02-06'],
  ['Eid al-Fitr 2027', '2027-03-09'],
])('%s', (text, expected) => {
  expect(day(text)).toEqual([expected])
})

test('a name means the day of the region', () => {
  expect(day("Mother's Day")).toEqual(['2027-05-09'])
  expect(day("Mother's Day", 'en-GB')).toEqual(['2027-03-07'])
})

test('a clock time joins its holiday, a weekend surrounds it', () => {
  const options = { nowMs: Date.UTC(2026, 10, 20, 9), zone: 'Etc/UTC', locale: 'en-US' }
  expect(readWhen('Christmas Eve at 6pm', options).map(({ startMs }) => startMs)).toEqual([Date.UTC(2026, 11, 24, 18)])
  const [weekend] = readWhen('labor day weekend', options)
  expect([weekend?.startMs, weekend?.endMs]).toEqual([Date.UTC(2027, 8, 4), Date.UTC(2027, 8, 7)])
})
