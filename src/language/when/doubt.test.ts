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
  ['9am to 7:30am', '2030-02-12T09:00 2030-02-12T19:30'],
  ['the deadline was midnight', '2030-02-13T00:00 2030-02-13T01:00'],
  ['passover 2031', '2031-04-07T18:00 2031-04-16T00:00'],
  ['Groundhog Day', '2030-02-02T00:00 2030-02-03T00:00'],
  ['14 February 9:30 CST', '2030-02-14T01:30 2030-02-14T01:31'],
  ['5 July 10:30 CET', '2030-07-05T09:30 2030-07-05T09:31'],
  ['5 July 3pm PT', '2030-07-05T23:00 2030-07-06T00:00'],
  ['5 July 3pm Central time', '2030-07-05T21:00 2030-07-05T22:00'],
  ['5 July 3pm Eastern Standard Time', '2030-07-05T19:00 2030-07-05T20:00'],
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
  '5 July 3pm Pacific daylight time',
  '5 July PST',
  'last Monday',
  '9:00 Monday to 8:00 Tuesday',
  'between 0930-0730',
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

test('a region said without standard or summer time means its clock; only who lives elsewhere may count it otherwise', () => {
  expect(only('5 July 3pm PT').alternatives).toMatchObject([{ rare: true }])
  expect(others('5 July 3pm PT', { zone: 'America/Denver' })).toEqual([])
  expect(only('5 July 3pm PST', { zone: 'America/Denver' }).alternatives).toEqual([
    { startMs: Date.UTC(2030, 6, 5, 22), endMs: Date.UTC(2030, 6, 5, 23) },
  ])
})

test("this week's day is as likely as last week's, unless it was yesterday", () => {
  const thursday = { nowMs: Date.UTC(2030, 1, 14, 9) }
  expect(others('last Tuesday', thursday)).toEqual(['2030-02-12T00:00 2030-02-13T00:00'])
  expect(others('last Wednesday', thursday)).toEqual([])
  expect(others('next Friday', thursday)).toEqual(['2030-02-15T00:00 2030-02-16T00:00'])
})

test('of three lengths before "ago" the one in the middle may go with the last', () => {
  const [long, ago] = readWhen('for the last 3 months and 2 weeks and 2 days ago', options)
  expect([stamp(long?.startMs ?? null), stamp(ago?.startMs ?? null)]).toEqual(['2029-10-29T00:00', '2030-02-10T00:00'])
  expect(long?.alternatives.map(({ startMs }) => stamp(startMs))).toEqual(['2029-11-12T00:00'])
})

test('the other order of day and month is no reading where it is over and the first is to come', () => {
  expect(others('3/1/30')).toEqual([])
  expect(others('1/3/30')).toEqual(['2030-03-01T00:00 2030-03-02T00:00'])
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
