import { expect, test } from 'vitest'
import { toIso } from '../time.ts'
import { momentToMs, momentToWall, wallToMoment, wallToMs } from './wall.ts'

const instant = (wall: string, zone: string) => toIso(wallToMs(Date.parse(`${wall}Z`), zone))

test.each([
  ['2026-11-24T15:00:00', 'Europe/London', '2026-11-24T15:00:00Z'],
  ['2026-07-01T15:00:00', 'Europe/London', '2026-07-01T14:00:00Z'],
  ['2026-03-29T01:30:00', 'Europe/London', '2026-03-29T01:30:00Z'],
  ['2026-10-25T01:30:00', 'Europe/London', '2026-10-25T00:30:00Z'],
  ['2026-03-08T02:30:00', 'America/New_York', '2026-03-08T07:30:00Z'],
  ['2026-11-01T01:30:00', 'America/New_York', '2026-11-01T05:30:00Z'],
  ['2026-11-24T12:00:00', 'Asia/Kathmandu', '2026-11-24T06:15:00Z'],
  ['2011-12-30T12:00:00', 'Pacific/Apia', '2011-12-30T22:00:00Z'],
  ['2026-04-05T01:45:00', 'Australia/Lord_Howe', '2026-04-04T14:45:00Z'],
])('%s in %s is %s', (wall, zone, expected) => {
  expect(instant(wall, zone)).toBe(expected)
})

test('a moment comes back through wall time, whole days stay dates', () => {
  const wall = momentToWall('2026-07-01T14:00:00Z', 'Europe/London')
  expect(wallToMoment(wall, 'Europe/London', false)).toBe('2026-07-01T14:00:00Z')
  expect(wallToMoment(momentToWall('2026-07-01', 'Asia/Tokyo'), 'Asia/Tokyo', true)).toBe('2026-07-01')
  expect(toIso(momentToMs('2026-07-01', 'Asia/Tokyo'))).toBe('2026-06-30T15:00:00Z')
})
