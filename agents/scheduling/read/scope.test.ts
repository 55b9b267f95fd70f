import { describe, expect, test } from 'vitest'
import type { Reading } from '../read.ts'
import { readRequest } from '../read.ts'
import { endingAfter } from './series.ts'

/** Monday 23 November 2026, eight in London. */
const reading: Reading = {
  nowMs: Date.parse('2026-11-23T08:00:00Z'),
  zone: 'Europe/London',
  locale: 'en-GB',
  dateOrder: 'dmy',
  members: [],
  types: ['board'],
  member: true,
}
const read = (text: string, intent = 'move') => readRequest(text, intent, reading)
const iso = (ms: number | undefined) => (ms === undefined ? null : new Date(ms).toISOString())

describe('how much of a series is meant', () => {
  test.each([
    ['move the standup to 10', 'one', null],
    ['move just this one to 10', 'one', null],
    ['move the standup to 10 from now on', 'following', null],
    ['move the standup to 10 from next week on', 'following', '2026-11-30T00:00:00.000Z'],
    ['move the standup to 14:00 from 4 January onwards', 'following', '2027-01-04T00:00:00.000Z'],
    ['from 1 december on move the standup to 10', 'following', '2026-12-01T00:00:00.000Z'],
    ['move the standup to 10 starting next week', 'following', '2026-11-30T00:00:00.000Z'],
    ['move this and all following standups to 10', 'following', null],
    ['move all standups to 10', 'series', null],
    ['move the whole standup series to 10', 'series', null],
    ['move the standup to wednesdays', 'series', null],
    ['move the standup to every tuesday at 10', 'series', null],
    ['move all my meetings on friday to monday', 'one', '2026-11-27T00:00:00.000Z'],
    ['move my meeting from 3pm on zoom to 4pm', 'one', '2026-11-23T15:00:00.000Z'],
  ])('%s', (text, scope, since) => {
    const { which } = read(text)
    expect(which?.scope).toBe(scope)
    expect(iso(which?.when?.startMs)).toBe(since)
  })

  test.each([
    ['move the standup an hour later', 3_600_000],
    ['move the standup 15 min earlier', -900_000],
  ])('%s is counted from where it is', (text, shiftMs) => {
    expect(read(text)).toMatchObject({ when: null, shiftMs })
  })

  test('words for a beginning that lead to a clock say which meeting it is', () => {
    expect(read('cancel the standup starting at 9:30', 'cancel').which?.scope).toBe('one')
  })

  test('what says how much names no event, and no new name', () => {
    expect(read('move the whole standup series to 10').which?.words).toBe('standup')
    expect(read('cancel this and all following standups', 'cancel').which?.words).toBe('standups')
    const renamed = read('rename the standup to Daily huddle from next week on')
    expect([renamed.change?.title, iso(renamed.which?.when?.startMs)]).toEqual([
      'Daily huddle',
      '2026-11-30T00:00:00.000Z',
    ])
  })
})

describe('a series that is said in pieces', () => {
  test.each([
    [
      'set up a monthly board call, last thursday, 90 min, from Jan',
      'FREQ=MONTHLY;BYDAY=-1TH',
      '2027-01-28T00:00:00.000Z',
    ],
    ['set up a monthly review on the first monday at 10', 'FREQ=MONTHLY;BYDAY=1MO', '2026-12-07T10:00:00.000Z'],
    ['book a biweekly sync on mondays at 11', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', '2026-11-23T11:00:00.000Z'],
    ['book a weekly sync on mondays from January', 'FREQ=WEEKLY;BYDAY=MO', '2027-01-04T00:00:00.000Z'],
    ['book a sync every monday at 11 for 10 weeks', 'FREQ=WEEKLY;BYDAY=MO;COUNT=10', '2026-11-23T11:00:00.000Z'],
    ['daily checkin at 16:30 from 1 to 18 December', 'FREQ=DAILY;UNTIL=20261218T235959Z', '2026-12-01T16:30:00.000Z'],
    [
      'set up a quarterly review on the first monday at 10',
      'FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO',
      '2026-12-07T10:00:00.000Z',
    ],
    ['book a sync every monday at 11, 6 times', 'FREQ=WEEKLY;BYDAY=MO;COUNT=6', '2026-11-23T11:00:00.000Z'],
  ])('%s', (text, recurrence, first) => {
    const request = read(text, 'book')
    expect([request.recurrence, iso(request.when?.startMs)]).toEqual([recurrence, first])
  })

  test.each([
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', { count: 10, weeks: true }, 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=5'],
    ['FREQ=WEEKLY;BYDAY=MO,WE', { count: 3, weeks: true }, 'FREQ=WEEKLY;BYDAY=MO,WE;COUNT=6'],
    ['FREQ=DAILY', { count: 2, weeks: true }, 'FREQ=DAILY;COUNT=14'],
    ['FREQ=DAILY;UNTIL=20261218', { count: 2, weeks: true }, 'FREQ=DAILY;UNTIL=20261218'],
  ])('%s for %j', (rule, often, expected) => {
    expect(endingAfter(rule, often)).toBe(expected)
  })
})
