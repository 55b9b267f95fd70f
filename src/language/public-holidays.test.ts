import { describe, expect, test } from 'vitest'
import { holidayOn, publicHolidays } from './public-holidays.ts'

describe('public holidays', () => {
  test.each([
    ['GB-ENG', '2026-12-25', 'Christmas Day'],
    ['GB-ENG', '2026-12-28', 'Boxing Day (substitute day)'],
    ['GB-ENG', '2026-08-31', 'Summer bank holiday'],
    ['US', '2026-11-26', 'Thanksgiving Day'],
    ['US-CA', '2026-11-27', 'Day after Thanksgiving Day'],
    ['DE-BE', '2026-03-08', "International Women's Day"],
    ['IL', '2026-09-13', 'Rosh Hashanah (Day 2)'],
  ])('%s has %s off: %s', (region, date, name) => expect(holidayOn([region], date)).toBe(name))

  test.each([
    ['the Scottish summer holiday in England', 'GB-ENG', '2026-08-03'],
    ['an afternoon of the banks', 'DE-BE', '2026-12-24'],
    ['a day that is only kept in mind', 'US', '2026-02-14'],
    ['a day of another country', 'GB-ENG', '2026-11-26'],
    ['a region nobody knows', 'XX', '2026-12-25'],
  ])('%s is a working day', (_what, region, date) => expect(holidayOn([region], date)).toBeNull())

  test('a feast of several days takes them all', () => {
    const days = [...publicHolidays('TR', 2026)].filter(([, name]) => name.includes('Feast of the Sacrifice'))
    expect(days.map(([date]) => date)).toEqual(['2026-05-27', '2026-05-28', '2026-05-29', '2026-05-30'])
  })

  test('any of several regions is enough, and none has none', () => {
    expect(holidayOn(['GB-ENG', 'US'], '2026-11-26')).toBe('Thanksgiving Day')
    expect(holidayOn([], '2026-12-25')).toBeNull()
  })

  test('a year is worked out once', () => {
    expect(publicHolidays('FR', 2027)).toBe(publicHolidays('FR', 2027))
  })
})
