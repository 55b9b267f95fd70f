import { DateTime } from 'luxon'
import { expect, test } from 'vitest'
import { atMinute, dayIn, daysOf, minuteOf, spanOn } from './days.ts'

const at = (iso: string) => Date.parse(iso)

test('days of a zone follow its clock changes', () => {
  const days = daysOf('Europe/London', at('2026-03-28T12:00:00Z'), at('2026-03-30T12:00:00Z'))
  expect(days.map((day) => [day.date, day.weekday, (day.endMs - day.startMs) / 3_600_000])).toEqual([
    ['2026-03-28', 6, 24],
    ['2026-03-29', 7, 23],
    ['2026-03-30', 1, 24],
  ])
})

test('working hours keep their wall time on the day the clocks change', () => {
  const spring = dayIn('Europe/London', at('2026-03-29T12:00:00Z'))
  expect(spanOn(spring, { fromMinute: 570, toMinute: 1080 })).toEqual({
    startMs: at('2026-03-29T08:30:00Z'),
    endMs: at('2026-03-29T17:00:00Z'),
  })
  expect(minuteOf(spring, at('2026-03-29T08:30:00Z'))).toBe(570)
  expect(atMinute(spring, 90)).toBe(at('2026-03-29T01:30:00Z'))
  expect(atMinute(spring, 1440)).toBe(spring.endMs)
})

test('a doubled minute is the first of the two', () => {
  const autumn = dayIn('Europe/London', at('2026-10-25T12:00:00Z'))
  expect(atMinute(autumn, 90)).toBe(at('2026-10-25T00:30:00Z'))
})

test.each([
  ['Europe/London', '2026-03-27'],
  ['America/New_York', '2026-10-30'],
  ['Pacific/Auckland', '2026-04-02'],
  ['Australia/Lord_Howe', '2026-04-02'],
  ['America/Sao_Paulo', '2018-11-02'],
  ['Asia/Beirut', '2024-03-29'],
  ['Pacific/Apia', '2011-12-28'],
  ['Etc/UTC', '2026-02-27'],
])('days of %s around %s are those of the calendar', (zone, date) => {
  const from = DateTime.fromISO(date, { zone })
  const days = daysOf(zone, from.toMillis(), from.plus({ days: 6 }).toMillis())
  expect(days[0]?.date).toBe(date)
  for (const day of days) {
    const wall = DateTime.fromMillis(day.startMs, { zone })
    expect([day.date, day.weekday]).toEqual([wall.toISODate(), wall.weekday])
    expect(day).toEqual(dayIn(zone, day.startMs))
  }
  for (const [at, day] of days.entries()) expect(days[at + 1]?.startMs ?? day.endMs).toBe(day.endMs)
})
