import { DateTime } from 'luxon'
import { expect, test } from 'vitest'
import { readWhen } from '../when.ts'

/** Friday 20 November 2026, 10:00 in Berlin. */
const nowMs = Date.UTC(2026, 10, 20, 9)

test.each([
  ['every Monday at 9', 'FREQ=WEEKLY;BYDAY=MO', '2026-11-23 09:00'],
  ['every other Friday', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', '2026-11-20 00:00'],
  ['on Mondays and Wednesdays at 10', 'FREQ=WEEKLY;BYDAY=MO,WE', '2026-11-23 10:00'],
  ['daily at 9:30', 'FREQ=DAILY', '2026-11-21 09:30'],
  ['3pm each day', 'FREQ=DAILY', '2026-11-20 15:00'],
  ['every weekday', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '2026-11-20 00:00'],
  ['the last Friday of every month at 4pm', 'FREQ=MONTHLY;BYDAY=-1FR', '2026-11-27 16:00'],
  ['every first Monday', 'FREQ=MONTHLY;BYDAY=1MO', '2026-12-07 00:00'],
  ['monthly on the 15th', 'FREQ=MONTHLY;BYMONTHDAY=15', '2026-12-15 00:00'],
  ['every 2 weeks on Tuesday', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', '2026-11-24 00:00'],
  ['once a week', 'FREQ=WEEKLY', '2026-11-20 00:00'],
  ['quarterly', 'FREQ=MONTHLY;INTERVAL=3', '2026-11-20 00:00'],
  ['every Monday until 18 December', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20261218', '2026-11-23 00:00'],
  ['every day at 9 until 18 December', 'FREQ=DAILY;UNTIL=20261218T225959Z', '2026-11-21 09:00'],
  ['tuesday afternoons', 'FREQ=WEEKLY;BYDAY=TU', '2026-11-24 12:00'],
  ['jeden Montag um 9', 'FREQ=WEEKLY;BYDAY=MO', '2026-11-23 09:00'],
])('%s', (text, recurrence, first) => {
  const found = readWhen(`let's meet ${text}`, { nowMs, zone: 'Europe/Berlin', locale: 'en-GB' })
  expect(found.map((one) => [one.kind, one.recurrence])).toEqual([['recurrence', recurrence]])
  expect(DateTime.fromMillis(found[0]?.startMs ?? 0, { zone: 'Europe/Berlin' }).toFormat('yyyy-MM-dd HH:mm')).toBe(
    first,
  )
})

test('a single Monday, and the first Monday of one month, come only once', () => {
  for (const text of ['on Monday', 'the first Monday of December', 'next Friday'])
    expect(readWhen(text, { nowMs, zone: 'Europe/Berlin', locale: 'en-GB' })[0]?.kind).toBe('point')
})
