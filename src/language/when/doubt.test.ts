import { expect, test } from 'vitest'
import { readWhen, type WhenFinding, type WhenOptions } from '../when.ts'

/** Tuesday 12 February 2030, 04:30. */
const options: WhenOptions = { nowMs: Date.UTC(2030, 1, 12, 4, 30), zone: 'Etc/UTC', locale: 'en-US' }
const stamp = (ms: number | null): string => (ms === null ? '' : new Date(ms).toISOString().slice(0, 16))
const only = (text: string, more: Partial<WhenOptions> = {}): WhenFinding => {
  const found = readWhen(text, { ...options, ...more })
  expect(found, text).toHaveLength(1)
  return found[0] as WhenFinding
}
const others = (text: string, more: Partial<WhenOptions> = {}): string[] =>
  only(text, more).alternatives.map(({ startMs, endMs }) => `${stamp(startMs)} ${stamp(endMs)}`)

test.each([
  ['this weekend', '2030-02-15T18:00 2030-02-18T00:00'],
  ['the last weekend of October', '2030-10-25T18:00 2030-10-28T00:00'],
  ['labor day weekend', '2030-08-30T18:00 2030-09-03T00:00'],
  ['this summer', '2030-06-01T00:00 2030-09-01T00:00'],
  ['late July', '2030-07-16T00:00 2030-08-01T00:00'],
  ['early March', '2030-03-01T00:00 2030-03-16T00:00'],
  ['late afternoon', '2030-02-12T14:00 2030-02-12T17:00'],
  ['in the night-time', '2030-02-12T20:00 2030-02-13T06:00'],
  ['upcoming 2 weeks', '2030-02-25T00:00 2030-03-04T00:00'],
  ['two upcoming month', '2030-04-01T00:00 2030-05-01T00:00'],
  ['within two weeks', '2030-02-12T04:30 2030-02-26T04:30'],
  ['before lunch', '2030-02-12T11:00 2030-02-12T13:00'],
  ['after breakfast', '2030-02-12T08:00 2030-02-12T10:00'],
  ['in the nineties', '2090-01-01T00:00 2100-01-01T00:00'],
  ['between 2014 through 2018', '2014-01-01T00:00 2018-01-01T00:00'],
  ['from 10am to 12am', '2030-02-12T10:00 2030-02-12T12:00'],
  ['between 0930-0730', '2030-02-12T09:30 2030-02-12T19:30'],
  ['the deadline was midnight', '2030-02-13T00:00 2030-02-13T01:00'],
  ['passover 2031', '2031-04-07T18:00 2031-04-16T00:00'],
  ['Groundhog Day', '2030-02-02T00:00 2030-02-03T00:00'],
  ['14 February 9:30 CST', '2030-02-14T01:30 2030-02-14T01:31'],
  ['5 July 10:30 CET', '2030-07-05T09:30 2030-07-05T09:31'],
])('%s may also be %s', (text, other) => {
  expect(others(text)).toEqual([other])
  expect(only(text).ambiguous).toBe(true)
})

test.each([
  'tomorrow at 3',
  'Friday 10am',
  'next week',
  'thursday at 10',
  'at 6 tomorrow',
  'at 8 on Friday',
  'this afternoon',
  'tomorrow morning',
  'in two weeks',
  'the next 3 days',
  'next 3 months',
  'by Friday',
  'by the end of the month',
  'end of the month',
  'at lunch tomorrow',
  'tonight',
  'from January through March',
  'July 13 through 15',
  '22:00 to 02:00',
  '8:00 to 21:00',
  '3pm PT',
  '10am to midnight',
  'since 2pm',
  'before Groundhog Day',
])('%s is plain', (text) => {
  for (const found of readWhen(text, options)) expect(found.alternatives, found.text).toEqual([])
})

test('an abbreviation of two places is plain to those who live in one of them', () => {
  expect(others('9:30 CST', { zone: 'America/New_York' })).toEqual([])
  expect(others('9:30 IST', { zone: 'Asia/Kolkata' })).toEqual([])
  expect(others('9:30 IST', { zone: 'Europe/Berlin' })).toHaveLength(1)
  expect(others('9:30 IST', { zone: 'Asia/Jerusalem' })).toEqual([])
  expect(only('9:30 CST', { zone: 'Asia/Shanghai' }).zone).toBe('Asia/Shanghai')
})

test('a weekday decides the order of day and month, where only one order has it', () => {
  expect(stamp(only('Friday 3/5').startMs)).toBe('2030-05-03T00:00')
  expect(others('Friday 3/5')).toEqual([])
  expect(stamp(only('Tuesday 3/5').startMs)).toBe('2030-03-05T00:00')
  expect(others('Tuesday 3/5')).toEqual([])
  expect(others('3/5')).toHaveLength(1)
})

test('days that share the hours of the last one may stand for themselves', () => {
  const found = readWhen('Thursday or Friday from 10 to 4', options)
  expect(found.map(({ startMs }) => stamp(startMs))).toEqual(['2030-02-14T10:00', '2030-02-15T10:00'])
  expect(found.map(({ alternatives }) => alternatives.map(({ startMs }) => stamp(startMs)))).toEqual([
    ['2030-02-14T00:00'],
    [],
  ])
})
