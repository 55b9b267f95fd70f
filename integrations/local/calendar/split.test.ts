import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EventDraft } from '#kernel/event.ts'
import { gather } from '#test/conformance/gather.ts'
import { localStore } from '#test/conformance/local-store.ts'
import { exportCalendar } from '../ics/export.ts'
import { LocalCalendar } from './local-calendar.ts'

const FROM_MS = Date.UTC(2026, 0)
const TO_MS = Date.UTC(2028, 0)

/** What people did to single dates of a series before it is cut, by the place of the date. */
const touches = fc.array(
  fc.record({ place: fc.nat(14), what: fc.constantFrom('moved', 'renamed', 'cancelled', 'left out') }),
  { maxLength: 5 },
)
const cases = fc.record({
  rule: fc.constantFrom(
    'FREQ=WEEKLY;BYDAY=MO',
    'FREQ=WEEKLY;BYDAY=MO,WE;COUNT=15',
    'FREQ=DAILY;INTERVAL=3;UNTIL=20260601T120000Z',
    'FREQ=MONTHLY;BYDAY=1MO',
  ),
  touches,
  at: fc.nat(12),
  laterMinutes: fc.constantFrom(null, 0, 15, 90, 1440),
  title: fc.constantFrom(undefined, 'Check-in'),
  ends: fc.boolean(),
})

test('whatever was done to single dates: a cut loses none of them and doubles none, and joined again nothing has happened', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ({ rule, touches: done, at, laterMinutes, title, ends }) => {
      const { sql, close } = await localStore()
      const calendar = new LocalCalendar(sql)
      const all = () => calendar.list({ fromMs: FROM_MS, toMs: TO_MS, cancelled: true })
      const file = async () => (await gather(exportCalendar(sql, 0))).join('')
      const [start, end] = ['2026-01-05T09:00:00Z', '2026-01-05T09:30:00Z']
      const draft = { title: 'Sync', start, end, zone: 'Europe/London', organizer: 'a@b.example', attendees: [] }
      const made = await calendar.create(EventDraft.parse({ ...draft, recurrence: rule }), 'k')
      const dates = await all()
      for (const { place, what } of done) {
        const date = dates[place] && (await calendar.get(dates[place].id))
        if (!date || date.status === 'cancelled') continue
        if (what === 'left out') await calendar.remove(date.id, date.version)
        if (what === 'renamed') await calendar.update(date.id, { title: 'Retro' }, date.version)
        if (what === 'cancelled') await calendar.update(date.id, { status: 'cancelled' }, date.version)
        if (what === 'moved') await calendar.update(date.id, shifted(date, 25 * 60), date.version)
      }
      const before = await calendar.series(made.id)
      const listed = await all()
      const original = await file()
      const from = dates[Math.min(at, dates.length - 1)]?.start ?? start
      const ahead = listed.filter((event) => (event.id.split('#')[1] ?? '') >= from)
      const nothingBefore = ahead.length === listed.length
      if (!before || ahead.length === 0 || (ends && nothingBefore)) return close()

      const change = ends
        ? null
        : {
            ...(laterMinutes === null ? {} : shifted({ start: from, end: plus(from, 30) }, laterMinutes)),
            ...(title && { title }),
          }
      const next = await calendar.split(made.id, { from, change }, before.version, 'k2')
      const after = await all()
      expect(after).toHaveLength(listed.length - (ends ? ahead.length : 0))
      const bare = (events: typeof listed) => events.map((event) => [event.id, event.start, event.title, event.status])
      const past = listed.filter((event) => !ahead.includes(event))
      expect(bare(after)).toEqual(expect.arrayContaining(nothingBefore ? [] : bare(past)))
      if (!ends && title)
        expect(after.filter((event) => event.title === 'Sync')).toHaveLength(
          past.filter((one) => one.title === 'Sync').length,
        )

      const now = await calendar.series(made.id)
      await calendar.rejoin(before, now?.version ?? '', next.id === made.id ? null : next)
      expect(await file()).toBe(original)
      close()
    }),
    { numRuns: 80 },
  )
})

const plus = (moment: string, minutes: number): string =>
  new Date(Date.parse(moment) + minutes * 60_000).toISOString().replace('.000', '')

const shifted = ({ start, end }: { start: string; end: string }, minutes: number) => ({
  start: plus(start, minutes),
  end: plus(end, minutes),
})
