import { expect, test } from 'vitest'
import { CalendarEvent } from '#kernel/event.ts'
import { busyOf, firmness } from './busy.ts'

const MIA = 'mia@northwind.example'
const SAM = 'sam@northwind.example'
const TEAM = new Set([MIA, SAM])

const event = (over: Partial<CalendarEvent>): CalendarEvent =>
  CalendarEvent.parse({
    id: 'e1',
    version: '1',
    series: null,
    madeBy: null,
    title: 'Review',
    start: '2026-11-24T15:00:00Z',
    end: '2026-11-24T15:30:00Z',
    zone: 'Europe/London',
    organizer: MIA,
    attendees: [{ address: SAM }],
    ...over,
  })
const day = { start: '2026-11-24', end: '2026-11-25' }

test.each([
  ['a timed meeting', event({}), 'firm'],
  [
    'a colleague never answers, and comes',
    event({ attendees: [{ address: SAM, name: null, reply: 'needs_action' }] }),
    'firm',
  ],
  ['an unanswered invitation of a stranger', event({ organizer: 'jo@acme.io' }), 'soft'],
  ['a declined one', event({ attendees: [{ address: SAM, name: null, reply: 'declined' }] }), 'none'],
  ['a tentative one', event({ status: 'tentative' }), 'soft'],
  ['a cancelled one', event({ status: 'cancelled' }), 'none'],
  ['a free one', event({ shows: 'free' }), 'none'],
  ['all-day holiday of their own', event({ ...day, title: 'Holiday' }), 'firm'],
  ['all-day PTO', event({ ...day, title: 'Sam PTO' }), 'firm'],
  ['an all-day conference', event({ ...day, title: 'SaaStock conference' }), 'firm'],
  ['a week with a name', event({ ...day, title: 'Release week' }), 'soft'],
  ['all-day out of office', event({ ...day, title: 'x', kind: 'out_of_office' }), 'firm'],
  ['where they work', event({ ...day, title: 'Home', kind: 'working_location' }), 'none'],
  ['a birthday', event({ ...day, title: 'Jo', kind: 'birthday' }), 'none'],
  ['a public holiday calendar', event({ ...day, title: 'St Andrew', kind: 'holiday' }), 'none'],
])('%s', (_what, given, how) => {
  expect(firmness(given, SAM, TEAM)).toBe(how)
})

test('whole days are days of the zone the event is kept in', () => {
  const pto = event({ ...day, title: 'PTO', zone: 'America/New_York' })
  const busy = busyOf(SAM, [pto], { address: SAM, readable: true, busy: [] }, undefined, TEAM)
  expect(busy.firm).toMatchObject([
    { startMs: Date.parse('2026-11-24T05:00:00Z'), endMs: Date.parse('2026-11-25T05:00:00Z'), what: 'all_day' },
  ])
})

test('busy time without an event that may be seen is firm and nameless, and an event explains its own busy time', () => {
  const release = event({ ...day, title: 'Release week' })
  const startMs = Date.parse('2026-11-24T00:00:00Z')
  const secretMs = Date.parse('2026-11-26T10:00:00Z')
  const found = {
    address: SAM,
    readable: true,
    busy: [
      { startMs, endMs: startMs + 86_400_000, firm: true },
      { startMs: secretMs, endMs: secretMs + 3_600_000, firm: true },
    ],
  }
  const busy = busyOf(SAM, [release], found, undefined, TEAM)
  expect(busy.firm).toEqual([
    { startMs: secretMs, endMs: secretMs + 3_600_000, what: 'unknown', title: null, event: null, location: null },
  ])
  expect(busy.soft.map((block) => block.title)).toEqual(['Release week'])
})

test('a calendar nobody could read is unknown, and holds are firm', () => {
  expect(busyOf(SAM, [], undefined, undefined, TEAM).readable).toBe(false)
  const hold = { address: SAM, readable: true, busy: [{ startMs: 5, endMs: 9, firm: false }] }
  expect(busyOf(SAM, [], undefined, hold, TEAM).firm).toMatchObject([{ what: 'hold' }])
})
