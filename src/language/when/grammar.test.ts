import { expect, test } from 'vitest'
import { readWhen } from '../when.ts'

/** Tuesday 12 February 2030, 04:30. */
const options = { nowMs: Date.UTC(2030, 1, 12, 4, 30), zone: 'Etc/UTC', locale: 'en-US' }
const stamp = (ms: number | null): string => (ms === null ? '' : new Date(ms).toISOString().slice(0, 16))
const spans = (text: string): string[] =>
  readWhen(text, options).map(({ startMs, endMs }) => `${stamp(startMs)} ${stamp(endMs)}`.trim())

test.each([
  ['15:23:24', '2030-02-12T15:23 2030-02-12T15:23'],
  ['1140 a.m.', '2030-02-12T11:40 2030-02-12T11:41'],
  ['a quarter to noon', '2030-02-12T11:45 2030-02-12T11:46'],
  ['25 minutes to 4pm tomorrow', '2030-02-13T15:35 2030-02-13T15:36'],
  ['Wed at 2:30', '2030-02-13T14:30 2030-02-13T14:31'],
  ['Sat at 3', '2030-02-16T15:00 2030-02-16T16:00'],
  ['3:30ish', '2030-02-12T15:30 2030-02-12T15:31'],
  ['in an hr', '2030-02-12T05:30 2030-02-12T05:31'],
  ['half four', '2030-02-12T16:30 2030-02-12T16:31'],
  ['Monday at half nine', '2030-02-18T09:30 2030-02-18T09:31'],
  ['at ten to three', '2030-02-12T14:50 2030-02-12T14:51'],
  ['an hour before noon', '2030-02-12T11:00 2030-02-12T11:01'],
  ['30 minutes after 3pm on Friday', '2030-02-15T15:30 2030-02-15T15:31'],
  ['1530 hours', '2030-02-12T15:30 2030-02-12T15:31'],
  ['7:56:35', '2030-02-12T07:56 2030-02-12T07:56'],
  ['3 in the morning', '2030-02-13T03:00 2030-02-13T04:00'],
  ['nine thirty on 18 March', '2030-03-18T09:30 2030-03-18T09:31'],
  ['Thu, 28 Mar 2030 10:52:37 -0700', '2030-03-28T17:52 2030-03-28T17:52'],
  ['2030-03-28T17:00-05:00', '2030-03-28T22:00 2030-03-28T22:01'],
  ['2030-03-28T17:00:00Z', '2030-03-28T17:00 2030-03-28T17:00'],
])('clock: %s', (text, expected) => {
  expect(spans(text)).toEqual([expected])
})

test.each([
  ['Sept. 9', '2030-09-09'],
  ['the 15th of march', '2030-03-15'],
  ['21-APR-31', '2031-04-21'],
  ['march eighteenth', '2030-03-18'],
  ['twenty five January twenty thirty one', '2031-01-25'],
  ['20300701', '2030-07-01'],
  ['30.04.2031', '2031-04-30'],
  ['the third Tuesday of October', '2030-10-15'],
  ['the 3rd last week of 2030', '2030-12-09'],
  ['20 of next month', '2030-03-20'],
  ['three Fridays from now', '2030-03-01'],
  ['the week of the 11th', '2030-03-11'],
  ['Tuesday the 19th', '2030-02-19'],
  ['Q3', '2030-07-01'],
  ['in two weeks from tomorrow', '2030-02-27'],
  ['in 3 days after Easter', '2030-04-24'],
  ['the nearest Monday to 6 March', '2030-03-04'],
  ['the day after Easter', '2030-04-22'],
  ['in 2 business days', '2030-02-14'],
  ['this past Monday', '2030-02-11'],
  ['next business day', '2030-02-13'],
  ['the last business day of March', '2030-03-29'],
  ['a week on Friday', '2030-02-22'],
  ['2 days before the end of the month', '2030-02-27'],
  ['the Friday after next', '2030-03-01'],
  ['the week after next', '2030-02-25'],
  ['the month before last', '2029-12-01'],
  ['the week after Easter', '2030-04-22'],
  ['week 10', '2030-03-04'],
])('date: %s', (text, start) => {
  expect(spans(text)[0]?.slice(0, 10)).toBe(start)
})

test.each([
  ['July 13-15', '2030-07-13T00:00 2030-07-16T00:00'],
  ['from Nov 18 to Dec 2, 2031', '2031-11-18T00:00 2031-12-03T00:00'],
  ['from December to May 2032', '2031-12-01T00:00 2032-05-01T00:00'],
  ['10/1-11/7', '2030-10-01T00:00 2030-11-08T00:00'],
  ['3-8pm tomorrow', '2030-02-13T15:00 2030-02-13T20:00'],
  ['9 to 5 on Monday', '2030-02-18T09:00 2030-02-18T17:00'],
  ['for 9 days from 11th Dec', '2030-12-11T00:00 2030-12-20T00:00'],
  ['end of April', '2030-04-21T00:00 2030-05-01T00:00'],
  ['early next week', '2030-02-18T00:00 2030-02-21T00:00'],
  ['the next 3 days', '2030-02-13T00:00 2030-02-16T00:00'],
  ['previous 4 business days', '2030-02-06T00:00 2030-02-12T00:00'],
  ['next 3 minutes', '2030-02-12T04:31 2030-02-12T04:34'],
  ['last 1 hour', '2030-02-12T03:30 2030-02-12T04:30'],
  ['summer 2031', '2031-06-21T00:00 2031-09-23T00:00'],
  ['next spring', '2030-03-21T00:00 2030-06-21T00:00'],
  ['2031 fall', '2031-09-23T00:00 2031-12-21T00:00'],
  ['in 3 to 5 days', '2030-02-15T00:00 2030-02-18T00:00'],
  ['at dinner time tomorrow', '2030-02-13T18:00 2030-02-13T20:00'],
  ['mid-morning tomorrow', '2030-02-13T09:00 2030-02-13T11:00'],
  ['tomorrow 10:00-12:00', '2030-02-13T10:00 2030-02-13T12:00'],
  ['9:00-10:30', '2030-02-12T09:00 2030-02-12T10:30'],
  ['10:30:00-11:00:00', '2030-02-12T10:30 2030-02-12T11:00'],
  ['the first half of July', '2030-07-01T00:00 2030-07-16T00:00'],
  ['the second half of next week', '2030-02-21T00:00 2030-02-25T00:00'],
  ['0900-1030 on Friday', '2030-02-15T09:00 2030-02-15T10:30'],
  ['0900 to 1030', '2030-02-12T09:00 2030-02-12T10:30'],
  ['Tuesday 4-2', '2030-02-12T16:00 2030-02-13T02:00'],
  ['2 till 4 pm', '2030-02-12T14:00 2030-02-12T16:00'],
  ['the weekend after next', '2030-03-02T00:00 2030-03-04T00:00'],
  ['Q2 of next year', '2031-04-01T00:00 2031-07-01T00:00'],
  ['in the next 3 minutes', '2030-02-12T04:30 2030-02-12T04:33'],
  ['weekend', '2030-02-16T00:00 2030-02-18T00:00'],
  ['the first Monday 1pm to 3pm of next month', '2030-03-04T13:00 2030-03-04T15:00'],
])('range: %s', (text, expected) => {
  expect(spans(text)).toEqual([expected])
})

test.each([
  ['an hour and a half', 'PT1.5H', 5400],
  ['for 1h30', 'PT1H30M', 5400],
  ['2 years 1 month 21 days', 'P2Y1M21D', (2 * 365 + 30 + 21) * 86_400],
  ['twenty and four hours', 'PT24H', 86_400],
  ['3/4 hour', 'PT0.75H', 2700],
  ['a fortnight', undefined, undefined],
])('length: %s', (text, duration, seconds) => {
  const [found] = readWhen(text, options)
  expect(found?.duration).toBe(duration)
  expect(found?.durationMs).toBe(seconds === undefined ? undefined : seconds * 1000)
})

test('times that do not belong together stay apart', () => {
  expect(readWhen('30 minutes on 11/20, 11/22 or 11/25', options)).toHaveLength(4)
  expect(readWhen('next month after 3pm', options)).toHaveLength(2)
  expect(readWhen('3pm - this week', options)).toHaveLength(2)
})

test('a course that will last three weeks does not lie in the last three weeks', () => {
  expect(readWhen('the course will last three weeks', options)).toMatchObject([{ kind: 'length', duration: 'P3W' }])
  expect(spans('the last three weeks')).toEqual(['2030-01-22T00:00 2030-02-12T00:00'])
})

test('minutes from a day on are on that day', () => {
  expect(spans('3 minutes from today')).toEqual(['', '2030-02-12T00:00 2030-02-13T00:00'])
  expect(readWhen('from today', options)).toMatchObject([{ kind: 'open', open: 'after' }])
})

test('hours behind a day are those of that day, and behind a comma another begins', () => {
  expect(spans('Thursday 2-4, Wednesday before 11')).toEqual(['2030-02-14T14:00 2030-02-14T16:00', '2030-02-13T11:00'])
  expect(spans('Jan 12, 13 and 15')).toEqual(['2031-01-12T00:00 2031-01-13T00:00'])
  expect(spans('3pm to 5pm, Thursday')).toEqual(['2030-02-14T15:00 2030-02-14T17:00'])
})

test('hours behind a range of days are a range of their own', () => {
  const days = '2030-07-01T00:00 2030-07-06T00:00'
  expect(spans('1 to 5 July, 9:00 to 17:00')).toEqual([days, '2030-02-12T09:00 2030-02-12T17:00'])
  expect(spans('Monday to Friday, 9am to 5pm')[0]).toBe('2030-02-18T00:00 2030-02-23T00:00')
})

test('what comes so long before something else is a length, no time gone by', () => {
  expect(readWhen('remind me 2 hours before the meeting', options)).toMatchObject([{ kind: 'length' }])
  expect(spans('I saw her 2 weeks before')).toEqual(['2030-01-29T00:00 2030-01-30T00:00'])
})

test('numbers that count things are no hours', () => {
  for (const text of [
    'shopping at 3 different centers',
    'call (713) 853-3399',
    'call me at 555 1234',
    'the 5th trip',
    'a 24h delay',
    'the second half',
    'the first one works',
    'the first day',
    'prices fall 2000 points',
    'about 5 of us',
    'we sat at 3 tables',
    '1/2 cup of sugar',
  ])
    expect(
      readWhen(text, options).filter(({ kind }) => kind !== 'length'),
      text,
    ).toEqual([])
})

test('hours that would run through almost a whole day and night are hours of one day', () => {
  expect(spans('0930-0730')).toEqual(['2030-02-12T09:30 2030-02-12T19:30'])
  expect(spans('09:00 to 05:00')).toEqual(['2030-02-12T09:00 2030-02-12T17:00'])
  expect(spans('08:00 to 02:00')).toEqual(['2030-02-12T08:00 2030-02-13T02:00'])
  expect(spans('9am to 8am')).toEqual(['2030-02-12T09:00 2030-02-13T08:00'])
})

test('"for the year" names the year that runs and is no length; "for the hour" is one', () => {
  expect(readWhen('plans for the year', options)).toEqual([])
  expect(readWhen('off for the day', options)).toEqual([])
  expect(readWhen('offline for the hour', options)).toMatchObject([{ kind: 'length', duration: 'PT1H' }])
})

test('the part of a length that stands before "ago" is a time of its own', () => {
  expect(spans('for the last 3 months, and 2 days ago it broke')).toEqual([
    '2029-11-12T00:00 2030-02-12T00:00',
    '2030-02-10T00:00 2030-02-11T00:00',
  ])
  expect(spans('the last 3 months and 2 days')).toEqual(['2029-11-10T00:00 2030-02-12T00:00'])
})

test('meals are times only where they are placed', () => {
  expect(readWhen('turn down the lunch with Ola', options)).toEqual([])
  expect(spans('lunch tomorrow')).toEqual(['2030-02-13T12:00 2030-02-13T14:00'])
})

test('a verb of moving has two times, not a range', () => {
  expect(spans('move my 3pm to 4:30')).toEqual([
    '2030-02-12T15:00 2030-02-12T16:00',
    '2030-02-12T16:30 2030-02-12T16:31',
  ])
  expect(spans('reschedule it from Thursday to next Monday').map((span) => span.slice(0, 10))).toEqual([
    '2030-02-14',
    '2030-02-18',
  ])
  expect(spans('move it to 3-4pm tomorrow')).toEqual(['2030-02-13T15:00 2030-02-13T16:00'])
})

test('the end of a day is the last second, midnight as a bound, and says that it is the end of the working day', () => {
  const [eod] = readWhen('EOD tomorrow', options)
  expect([eod?.partOfDay, stamp(eod?.startMs ?? null)]).toEqual(['eod', '2030-02-13T23:59'])
  const [by] = readWhen('by end of day Thursday', options)
  expect([by?.open, by?.partOfDay, stamp(by?.endMs ?? null)]).toEqual(['before', 'eod', '2030-02-15T00:00'])
})
