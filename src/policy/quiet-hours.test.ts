import { expect, test } from 'vitest'
import { isQuiet, nextLoudMs } from './quiet-hours.ts'

const quiet = { startMinute: 19 * 60, endMinute: 8 * 60 + 30, weekends: true, zone: 'recipient' as const }
const at = (iso: string): number => Date.parse(iso)
const next = (iso: string, ...zones: string[]): string => new Date(nextLoudMs(quiet, zones, at(iso))).toISOString()

test.each([
  ['2026-11-23T18:59:00Z', 'Europe/London', false],
  ['2026-11-23T19:00:00Z', 'Europe/London', true],
  ['2026-11-23T08:29:00Z', 'Europe/London', true],
  ['2026-11-23T08:30:00Z', 'Europe/London', false],
  ['2026-11-21T12:00:00Z', 'Europe/London', true],
  // Noon in London is before seven in New York.
  ['2026-11-23T12:00:00Z', 'America/New_York', true],
])('%s in %s is quiet: %s', (moment, zone, is) => {
  expect(isQuiet(quiet, zone, at(moment))).toBe(is)
})

test('a quiet span inside a day, and none at all', () => {
  const lunch = { ...quiet, startMinute: 720, endMinute: 780, weekends: false }
  expect(isQuiet(lunch, 'Etc/UTC', at('2026-11-23T12:30:00Z'))).toBe(true)
  expect(isQuiet(lunch, 'Etc/UTC', at('2026-11-23T13:00:00Z'))).toBe(false)
  expect(isQuiet({ ...lunch, endMinute: 720 }, 'Etc/UTC', at('2026-11-23T12:30:00Z'))).toBe(false)
})

test('the next allowed minute: now, this morning, tomorrow, after the weekend, over a change of clocks', () => {
  expect(next('2026-11-23T10:00:00Z', 'Europe/London')).toBe('2026-11-23T10:00:00.000Z')
  expect(next('2026-11-23T06:00:00Z', 'Europe/London')).toBe('2026-11-23T08:30:00.000Z')
  expect(next('2026-11-23T20:00:00Z', 'Europe/London')).toBe('2026-11-24T08:30:00.000Z')
  expect(next('2026-11-20T19:30:00Z', 'Europe/London')).toBe('2026-11-23T08:30:00.000Z')
  expect(next('2026-10-23T19:30:00Z', 'Europe/Berlin')).toBe('2026-10-26T07:30:00.000Z')
})

test('where only the country is known, it suits all of it; where nothing suits, the first zone decides', () => {
  expect(next('2026-11-23T14:00:00Z', 'America/New_York', 'America/Los_Angeles')).toBe('2026-11-23T16:30:00.000Z')
  const narrow = { ...quiet, startMinute: 540, endMinute: 510 }
  const moment = nextLoudMs(narrow, ['Europe/London', 'Asia/Tokyo'], at('2026-11-23T12:00:00Z'))
  expect(new Date(moment).toISOString()).toBe('2026-11-24T08:30:00.000Z')
})
