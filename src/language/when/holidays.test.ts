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
  ['Eid al-Fitr 2046', '2046-08-04'],
  ['Eid al-Fitr 1950', '1950-07-16'],
  ['the ides of March', '2027-03-15'],
  ['Super Tuesday', '2028-03-07'],
  ['Parsi New Year 2027', '2027-08-15'],
  ['labor day 2028 weekend', '2028-09-02'],
  ['the 3rd closest Christmas to today', '2027-12-25'],
  ['the second Easter after 2030', '2032-03-28'],
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

test('a month of the Islamic calendar lasts 29 or 30 days', () => {
  const daysOf = (text: string): number => {
    const [found] = readWhen(text, { nowMs: Date.UTC(2026, 10, 20, 9), zone: 'Etc/UTC', locale: 'en-US' })
    return ((found?.endMs ?? 0) - (found?.startMs ?? 0)) / 86_400_000
  }
  expect(daysOf('Ramadan 2027')).toBe(29)
  expect(daysOf('Ramadan 2046')).toBe(30)
})

test('a feast that nobody here can reckon is not taken for its year', () => {
  for (const text of ['Diwali in 2027', 'durga puja in five years', 'Guru Nanak Jayanti 2027'])
    expect(day(text), text).toEqual([])
  expect(day('Diwali party on Friday')).toEqual(['2026-11-20'])
  expect(day('holi, tomorrow at 3pm')).toEqual(['2026-11-21'])
})
