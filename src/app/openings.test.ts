import fc from 'fast-check'
import { DateTime } from 'luxon'
import { expect, test } from 'vitest'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#kernel/units.ts'
import { bookingDesk } from '#test/harness/booking.ts'
import { openingsOf } from './openings.ts'

const ZONE = 'Europe/London'
const POLICY = `version: 1
company: {name: Northwind Studio, timezone: ${ZONE}}
people:
  - {id: mia, name: Mia Chen, email: mia@northwind.example, max_meetings_per_day: 3, working_hours: {mon-fri: "09:00-17:00"}, lunch: "12:30-13:30", energy: {deep: [{days: tue, from: "09:00", to: "12:00"}]}}
  - {id: sam, name: Sam Reed, email: sam@northwind.example, working_hours: {mon-thu: "10:00-18:00"}}
`
/** The discovery meeting of the default policy. */
const LENGTH_MS = 25 * MINUTE_MS
const BEFORE_MS = 10 * MINUTE_MS
const AFTER_MS = 15 * MINUTE_MS

interface Event {
  who: 'mia' | 'sam'
  startMs: number
  endMs: number
}

/** Weeks in which the clocks change, and one in which they do not. */
const mondays = fc.constantFrom('2026-03-23T08:00:00Z', '2026-10-19T08:00:00Z', '2026-11-23T09:10:00Z')
const events = fc.array(
  fc.record({
    who: fc.constantFrom('mia' as const, 'sam' as const),
    day: fc.integer({ min: 0, max: 12 }),
    minute: fc.integer({ min: 8 * 12, max: 18 * 12 }).map((five) => five * 5),
    length: fc.integer({ min: 3, max: 24 }).map((five) => five * 5),
  }),
  { maxLength: 30 },
)

const stamp = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
const icsOf = (all: readonly Event[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:test',
    ...all.flatMap(({ who, startMs, endMs }, at) => [
      'BEGIN:VEVENT',
      `UID:e${at}`,
      `DTSTAMP:${stamp(startMs)}`,
      `DTSTART:${stamp(startMs)}`,
      `DTEND:${stamp(endMs)}`,
      'SUMMARY:Work',
      `ORGANIZER:mailto:${who}@northwind.example`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
    '',
  ].join('\r\n')

/** Every start that the policy's own words allow, worked out one by one. */
function allowed(nowMs: number, all: readonly Event[]): string[] {
  const found: string[] = []
  const first = DateTime.fromMillis(nowMs, { zone: ZONE }).startOf('day')
  const loads = new Map<string | null, number>()
  for (const { who, startMs } of all) {
    const date = DateTime.fromMillis(startMs, { zone: ZONE }).toISODate()
    if (who === 'mia') loads.set(date, (loads.get(date) ?? 0) + 1)
  }
  for (let day = 0; day < 14; day++) {
    const load = loads.get(first.plus({ days: day }).toISODate()) ?? 0
    for (let minute = 0; minute < 24 * 60; minute += 15) {
      const start = first.plus({ days: day }).set({ hour: Math.floor(minute / 60), minute: minute % 60 })
      const [startMs, endMs, toMinute] = [start.toMillis(), start.toMillis() + LENGTH_MS, minute + 25]
      const within = (from: number, to: number) => minute >= from * 60 && toMinute <= to * 60
      const meets = (from: number, to: number) => minute < to * 60 && toMinute > from * 60
      const free = all.every((one) => startMs >= one.endMs + BEFORE_MS || endMs + AFTER_MS <= one.startMs)
      const fits =
        startMs >= nowMs + 4 * HOUR_MS &&
        start.weekday <= 4 &&
        within(10, 17) &&
        !meets(12.5, 13.5) &&
        !(start.weekday === 2 && meets(9, 12)) &&
        load < 3 &&
        free
      if (fits) found.push(start.toUTC().toISO({ suppressMilliseconds: true }) ?? '')
    }
  }
  return found
}

test('the openings are exactly the starts that every word of the policy allows, whatever stands in the calendars', async () => {
  await fc.assert(
    fc.asyncProperty(mondays, events, async (now, drafts) => {
      const desk = await bookingDesk({ policy: POLICY, at: now })
      const nowMs = Date.parse(now)
      const first = DateTime.fromMillis(nowMs, { zone: ZONE }).startOf('day')
      const all = drafts.map(({ who, day, minute, length }): Event => {
        const startMs = first
          .plus({ days: day })
          .set({ hour: Math.floor(minute / 60), minute: minute % 60 })
          .toMillis()
        return { who, startMs, endMs: startMs + length * MINUTE_MS }
      })
      await desk.made.local.importers.calendar({
        file: 'events.ics',
        zone: ZONE,
        async *open() {
          yield icsOf(all)
        },
      })
      const found = await openingsOf(desk.made.context).find({
        people: ['mia', 'sam'],
        type: 'discovery',
        fromMs: nowMs,
        toMs: nowMs + 13 * DAY_MS,
        except: [],
        graceMs: 0,
      })
      const lastMs = nowMs + 13 * DAY_MS - LENGTH_MS
      expect(found.map(({ startMs }) => stamp(startMs))).toEqual(
        allowed(nowMs, all).flatMap((iso) => (Date.parse(iso) <= lastMs ? [stamp(Date.parse(iso))] : [])),
      )
    }),
    { numRuns: 25, endOnFailure: true },
  )
})
