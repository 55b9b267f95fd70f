import { expect, test } from 'vitest'
import { parseClock, parseDays, parseWindow, parseWindows } from './spans.ts'

test.each([
  ['mon-thu', [1, 2, 3, 4]],
  ['fri', [5]],
  ['sat-mon', [6, 7, 1]],
  ['mon, wed,fri', [1, 3, 5]],
  ['Mon-Fri', [1, 2, 3, 4, 5]],
  ['mon-fri, fri', null],
  ['monday', null],
  ['mon-', null],
  ['mon-tue-wed', null],
  ['', null],
])('days %s', (text, days) => {
  expect(parseDays(text)).toEqual(days)
})

test.each([
  ['09:30', 570],
  ['00:00', 0],
  ['24:00', 1440],
  ['24:01', null],
  ['9:30', null],
  ['09:60', null],
  ['25:00', null],
])('clock %s', (text, minute) => {
  expect(parseClock(text)).toBe(minute)
})

test('a window ends after it begins, on the same day', () => {
  expect(parseWindow('22:00 - 24:00')).toEqual({ fromMinute: 1320, toMinute: 1440 })
  expect(parseWindow('22:00-06:00')).toBeNull()
  expect(parseWindow('09:00-09:00')).toBeNull()
  expect(parseWindow('09:00-10:00-11:00')).toBeNull()
})

test('several windows are in order and apart', () => {
  expect(parseWindows('09:00-12:00, 12:00-18:00')).toHaveLength(2)
  expect(parseWindows('09:00-12:00, 11:00-18:00')).toBeNull()
  expect(parseWindows('14:00-18:00, 09:00-12:00')).toBeNull()
})
