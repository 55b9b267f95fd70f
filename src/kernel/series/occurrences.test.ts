import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { occurrenceNamed, occurrencesOf, type SeriesShape } from './occurrences.ts'
import { parseRule, RuleProblem } from './rule.ts'
import { startsOf } from './starts.ts'

function series(start: string, recurrence: string | null, over: Partial<SeriesShape> = {}): SeriesShape {
  const allDay = start.length === 10
  const end = new Date(Date.parse(start) + (allDay ? 86_400_000 : 1_800_000)).toISOString()
  return {
    start,
    end: allDay ? end.slice(0, 10) : end.replace('.000', ''),
    zone: 'Europe/London',
    recurrence,
    exdates: [],
    rdates: [],
    ...over,
  }
}
const starts = (event: SeriesShape, from: string, to: string) =>
  [...occurrencesOf(event, Date.parse(from), Date.parse(to))].map((one) => one.start)

test('wall time stays over the clock change', () => {
  const weekly = series('2026-03-16T09:00:00Z', 'FREQ=WEEKLY')
  expect(starts(weekly, '2026-03-20T00:00:00Z', '2026-04-08T00:00:00Z')).toEqual([
    '2026-03-23T09:00:00Z',
    '2026-03-30T08:00:00Z',
    '2026-04-06T08:00:00Z',
  ])
})

test('UNTIL is an instant, met in the zone of the series', () => {
  const evening = series('2026-11-02T23:00:00Z', 'FREQ=DAILY;UNTIL=20261104T230000Z', { zone: 'America/New_York' })
  expect(starts(evening, '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z')).toHaveLength(3)
  const day = series('2026-11-02', 'FREQ=DAILY;UNTIL=20261104')
  expect(starts(day, '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z')).toEqual([
    '2026-11-02',
    '2026-11-03',
    '2026-11-04',
  ])
})

test('what is left out, added and long ago', () => {
  const event = series('2026-01-05T09:00:00Z', 'FREQ=WEEKLY;COUNT=3', {
    exdates: ['2026-01-12T09:00:00Z'],
    rdates: ['2026-01-07T10:00:00Z', '2026-02-01T10:00:00Z', '2026-01-19T09:00:00Z'],
  })
  expect(starts(event, '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z')).toEqual([
    '2026-01-05T09:00:00Z',
    '2026-01-07T10:00:00Z',
    '2026-01-19T09:00:00Z',
    '2026-02-01T10:00:00Z',
  ])
  const old = series('1990-01-01T09:00:00Z', 'FREQ=DAILY;INTERVAL=2')
  expect(starts(old, '2026-06-01T00:00:00Z', '2026-06-05T00:00:00Z')).toEqual([
    '2026-06-01T08:00:00Z',
    '2026-06-03T08:00:00Z',
  ])
})

test('an instance is found by its original start only', () => {
  const weekly = series('2026-03-16T09:00:00Z', 'FREQ=WEEKLY')
  expect(occurrenceNamed(weekly, '2026-03-30T08:00:00Z')?.end).toBe('2026-03-30T08:30:00Z')
  expect(occurrenceNamed(weekly, '2026-03-30T09:00:00Z')).toBeNull()
  expect(occurrenceNamed(weekly, '2026-03-09T09:00:00Z')).toBeNull()
})

test('29 February skips the years without it', () => {
  const leap = series('2028-02-29', 'FREQ=YEARLY')
  expect(starts(leap, '2028-01-01T00:00:00Z', '2037-01-01T00:00:00Z')).toEqual([
    '2028-02-29',
    '2032-02-29',
    '2036-02-29',
  ])
})

const wall = (text: string) => Date.parse(`${text}Z`)
const first = (rule: string, start: string, many = 4) => {
  const found: string[] = []
  for (const one of startsOf(parseRule(rule), wall(start), wall(start), wall('2040-01-01T00:00:00'))) {
    found.push(new Date(one).toISOString().slice(0, 10))
    if (found.length === many) break
  }
  return found
}
test.each([
  ['FREQ=MONTHLY;BYDAY=-1TH', '2026-01-29T10:00:00', ['2026-01-29', '2026-02-26', '2026-03-26', '2026-04-30']],
  ['FREQ=MONTHLY;BYMONTHDAY=31', '2026-01-31T10:00:00', ['2026-01-31', '2026-03-31', '2026-05-31', '2026-07-31']],
  [
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    '2026-01-30T10:00:00',
    ['2026-01-30', '2026-02-27', '2026-03-31', '2026-04-30'],
  ],
  ['FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO', '2026-12-28T10:00:00', ['2026-12-28', '2032-12-27', '2037-12-28']],
  [
    'FREQ=YEARLY;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8',
    '2020-11-03T10:00:00',
    ['2020-11-03', '2021-11-02', '2022-11-08', '2023-11-07'],
  ],
  [
    'FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,SU',
    '1997-08-05T09:00:00',
    ['1997-08-05', '1997-08-17', '1997-08-19', '1997-08-31'],
  ],
  ['FREQ=YEARLY;BYYEARDAY=-1', '2026-12-31T10:00:00', ['2026-12-31', '2027-12-31', '2028-12-31', '2029-12-31']],
])('%s from %s', (rule, start, expected) => {
  expect(first(rule, start)).toEqual(expected)
})

test.each([
  'FREQ=SECONDLY',
  'FREQ=MINUTELY;INTERVAL=30',
  'FREQ=HOURLY;BYMINUTE=0,15,30,45',
  'FREQ=DAILY;INTERVAL=999999999',
  'FREQ=WEEKLY;INTERVAL=0',
  'FREQ=DAILY;COUNT=-1',
  'FREQ=DAILY;BYMONTH=13',
  'nonsense',
  '',
])('%s is refused by name', (rule) => {
  expect(() => parseRule(rule)).toThrow(RuleProblem)
  expect(() => parseRule(rule)).toThrow(rule)
})

test('a rule that names no day ends at once', () => {
  const started = performance.now()
  for (const rule of [
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MONTHLY;BYDAY=6MO',
  ]) {
    expect(first(rule, '2026-01-05T10:00:00')).toHaveLength(1)
    expect([...occurrencesOf(series('2026-01-05T10:00:00Z', `${rule};COUNT=9`), 0, 8e15)]).toHaveLength(1)
  }
  // Far beyond what a busy machine takes, far below what a rule that never ends does.
  expect(performance.now() - started).toBeLessThan(15_000)
})

test('agrees with ical.js on ordinary rules', () => {
  const weekdays = fc.subarray(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], { minLength: 1 })
  const interval = fc.integer({ min: 1, max: 5 })
  const rule = fc.oneof(
    interval.map((n) => `FREQ=DAILY;INTERVAL=${n}`),
    fc.tuple(interval, weekdays).map(([n, days]) => `FREQ=WEEKLY;INTERVAL=${n};BYDAY=${days}`),
    fc
      .tuple(interval, fc.integer({ min: 1, max: 28 }))
      .map(([n, day]) => `FREQ=MONTHLY;INTERVAL=${n};BYMONTHDAY=${day}`),
    fc
      .tuple(fc.constantFrom(1, 2, 3, 4, -1, -2), fc.constantFrom('MO', 'WE', 'FR'))
      .map(([n, day]) => `FREQ=MONTHLY;BYDAY=${n}${day}`),
    fc.integer({ min: 1, max: 12 }).map((month) => `FREQ=YEARLY;BYMONTH=${month};BYDAY=1MO,-1FR`),
  )
  const day = fc.integer({ min: 10_000, max: 25_000 })
  fc.assert(
    fc.property(rule, day, (text, number) => {
      const start = new Date(number * 86_400_000 + 36_000_000).toISOString().slice(0, 19)
      const iterator = ICAL.Recur.fromString(text).iterator(ICAL.Time.fromDateTimeString(start))
      const theirs = Array.from({ length: 12 }, () => iterator.next().toString())
      const ours: string[] = []
      for (const one of startsOf(parseRule(text), wall(start), wall(start), wall('2200-01-01T00:00:00'))) {
        const moment = new Date(one).toISOString().slice(0, 19)
        if (ours.length > 0 || moment === theirs[0]) ours.push(moment)
        if (ours.length === 12) break
      }
      expect(ours).toEqual(theirs)
    }),
    { numRuns: 400 },
  )
})
