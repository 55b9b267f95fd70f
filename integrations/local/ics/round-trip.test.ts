import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Sql } from '#ports/sql.ts'
import { gather } from '#test/conformance/gather.ts'
import { localStore } from '#test/conformance/local-store.ts'
import { LocalCalendar } from '../calendar/local-calendar.ts'
import { everyEvent, exportCalendar } from './export.ts'
import { importCalendar } from './import.ts'

const NOW = Date.parse('2026-11-20T00:00:00Z')
const fixture = (name: string) => readFileSync(new URL(`../../../test/fixtures/ics/${name}`, import.meta.url), 'utf8')

let sql: Sql
let close: () => void
beforeEach(async () => {
  ;({ sql, close } = await localStore())
})
afterEach(() => close())

/** Fed in small pieces, so that every cut between two of them is met. */
async function* pieces(text: string, size = 7) {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}
const take = (into: Sql, text: string) =>
  importCalendar(into, () => pieces(text), {
    file: 'calendar.ics',
    zone: 'Europe/London',
    organizer: 'mia@northwind.example',
  })
const give = async (from: Sql) => (await gather(exportCalendar(from, NOW))).join('')
const kept = async (from: Sql) =>
  (await gather(everyEvent(from))).map(({ row, stored }) => ({ id: row.id, series: row.series, ...stored }))

test('Google: zones, escapes, folding, exceptions, kinds, and nothing lost', async () => {
  expect(await take(sql, fixture('google.ics'))).toEqual({ added: 4, changed: 0, unchanged: 0 })
  const byId = new Map((await kept(sql)).map((event) => [event.id, event]))
  expect(byId.get('standup@google.com')).toMatchObject({
    title: 'Stand-up: numbers, costs',
    start: '2026-03-02T14:00:00Z',
    end: '2026-03-02T14:30:00Z',
    zone: 'America/New_York',
    organizer: 'mia@northwind.example',
    location: 'Room 4, 2nd floor',
    description:
      'Agenda:\n1. numbers, costs; "quotes"\n\nA back\\slash and a very long line that goes on for quite a while so that it has to be folded here and there, with ümläuts and 漢字.',
    attendees: [
      { address: 'jo@acme.example', name: 'Ng, Jo', reply: 'needs_action' },
      { address: 'sam@atlas', name: null, reply: 'tentative' },
    ],
    recurrence: 'FREQ=WEEKLY;WKST=MO;UNTIL=20260423T035959Z;BYDAY=MO,WE',
    exdates: ['2026-03-04T14:00:00Z', '2026-03-11T13:00:00Z'],
  })
  expect(byId.get('standup@google.com#2026-03-16T13:00:00Z')).toMatchObject({
    series: 'standup@google.com',
    start: '2026-03-16T18:00:00Z',
  })
  expect(byId.get('ooo@google.com')).toMatchObject({
    start: '2026-04-06',
    end: '2026-04-08',
    kind: 'out_of_office',
    zone: 'Europe/London',
  })
  expect(byId.get('free@google.com')).toMatchObject({
    title: '=HYPERLINK("http://x.example","Pay")',
    shows: 'free',
    status: 'tentative',
    zone: 'Etc/UTC',
  })
  const march = await new LocalCalendar(sql).list({ fromMs: Date.parse('2026-03-01'), toMs: Date.parse('2026-03-19') })
  expect(march.map((event) => event.start)).toEqual([
    '2026-03-02T14:00:00Z',
    '2026-03-09T13:00:00Z',
    '2026-03-16T18:00:00Z',
    '2026-03-18T13:00:00Z',
  ])
})

test('Outlook: Windows zones by their clock, busy status, floating times, DURATION', async () => {
  await take(sql, fixture('outlook.ics'))
  const events = await kept(sql)
  expect(
    events.map(({ title, start, end, zone, status, kind, shows }) => ({
      title,
      start,
      end,
      zone,
      status,
      kind,
      shows,
    })),
  ).toEqual([
    {
      title: 'Board',
      start: '2026-07-15T08:00:00Z',
      end: '2026-07-15T09:00:00Z',
      zone: 'Europe/Berlin',
      status: 'tentative',
      kind: 'event',
      shows: 'busy',
    },
    {
      title: 'Floating',
      start: '2026-07-20T08:00:00Z',
      end: '2026-07-20T08:45:00Z',
      zone: 'Europe/London',
      status: 'confirmed',
      kind: 'event',
      shows: 'free',
    },
    {
      title: 'Out',
      start: '2026-07-20',
      end: '2026-07-21',
      zone: 'Europe/London',
      status: 'confirmed',
      kind: 'out_of_office',
      shows: 'busy',
    },
  ])
})

test.each(['google.ics', 'outlook.ics'])('%s comes back exactly, and again changes nothing', async (name) => {
  await take(sql, fixture(name))
  const text = await give(sql)
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  expect(await take(sql, text)).toMatchObject({ added: 0, changed: 0 })
  const other = await localStore()
  await take(other.sql, text)
  expect(await kept(other.sql)).toEqual(await kept(sql))
  expect(await give(other.sql)).toBe(text)
  other.close()
})

test('the same UID again is an update', async () => {
  await take(sql, fixture('outlook.ics'))
  const again = fixture('outlook.ics').replace('SUMMARY:Floating', 'SUMMARY:Sinking')
  expect(await take(sql, again)).toEqual({ added: 0, changed: 1, unchanged: 2 })
  const event = await new LocalCalendar(sql).get('floating-1')
  expect(event).toMatchObject({ title: 'Sinking', version: '2' })
})

test('an event of the desk keeps its key through an import of its own export', async () => {
  const calendar = new LocalCalendar(sql)
  const made = await calendar.create(
    {
      title: 'x',
      // The second half past one of the night the clock goes back.
      start: '2026-10-25T01:30:00Z',
      end: '2026-10-25T02:00:00Z',
      zone: 'Europe/London',
      organizer: 'a@b',
      attendees: [],
      location: null,
      description: null,
      kind: 'focus',
      shows: 'busy',
      status: 'confirmed',
      recurrence: null,
    },
    'key',
  )
  expect(await take(sql, await give(sql))).toEqual({ added: 0, changed: 0, unchanged: 1 })
  expect(await calendar.findByKey('key')).toEqual(made)
})

test.each([
  ['goes on at another time', { start: '2026-03-10T14:00:00Z', end: '2026-03-10T14:30:00Z' }],
  ['ends', null],
])('a series that %s: the file comes back, and joined again it is the file it was', async (_how, change) => {
  await take(sql, fixture('google.ics'))
  const calendar = new LocalCalendar(sql)
  const original = await give(sql)
  const before = await calendar.series('standup@google.com')
  if (!before) throw new Error('the series is not there')
  const next = await calendar.split(before.id, { from: '2026-03-09T13:00:00Z', change }, before.version, 'k')
  const halves = await give(sql)
  expect(halves).not.toBe(original)
  const copy = await localStore()
  await take(copy.sql, halves)
  expect(await kept(copy.sql)).toEqual(await kept(sql))
  expect(await give(copy.sql)).toBe(halves)
  copy.close()
  const now = await calendar.get(before.id)
  await calendar.rejoin(before, now?.version ?? '', change ? next : null)
  expect(await give(sql)).toBe(original)
})

test('any text, address and name comes back', async () => {
  const line = fc.string({ unit: 'binary' }).map((text) => text.replace(/(?![\n\t])[\p{Cs}\p{Cc}]/gu, ''))
  await fc.assert(
    fc.asyncProperty(line, line, line, async (title, description, name) => {
      const from = await localStore()
      const calendar = new LocalCalendar(from.sql)
      const draft = {
        title,
        description: description === '' ? null : description,
        start: '2026-11-24T15:00:00Z',
        end: '2026-11-24T15:30:00Z',
        zone: 'Asia/Kathmandu',
        organizer: 'sam@atlas',
        attendees: [{ address: "o'neil+x@example", name: name === '' ? null : name, reply: 'accepted' as const }],
        location: null,
        kind: 'event' as const,
        shows: 'busy' as const,
        status: 'confirmed' as const,
        recurrence: null,
      }
      await calendar.create(draft, 'k')
      const to = await localStore()
      await take(to.sql, await give(from.sql))
      expect(await kept(to.sql)).toEqual(await kept(from.sql))
      from.close()
      to.close()
    }),
    { numRuns: 60 },
  )
})
