import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type CalendarEvent, EventDraft } from '#kernel/event.ts'
import type { Calendar } from '#ports/calendar.ts'

/** A calendar to be judged, empty, and how to put it away. */
export interface CalendarUnderTest {
  calendar: Calendar
  close(): Promise<void> | void
}

/** The team that the cases speak of; an adapter that needs accounts makes these. */
export const SAM = 'sam@northwind.example'
export const PRIYA = 'priya@northwind.example'
const JO = 'jo@acme.example'

const ms = (iso: string): number => Date.parse(iso)

/** A half-hour meeting of Sam's in London; the cases override what they are about. */
function draft(over: Partial<EventDraft> = {}): EventDraft {
  return EventDraft.parse({
    title: 'Pricing',
    start: '2026-11-24T15:00:00Z',
    end: '2026-11-24T15:30:00Z',
    zone: 'Europe/London',
    organizer: SAM,
    attendees: [],
    ...over,
  })
}
const allDay = (title: string, over: Partial<EventDraft> = {}) =>
  draft({ title, start: '2026-12-01', end: '2026-12-02', ...over })

const idsAndStarts = (events: readonly CalendarEvent[]) => events.map((event) => [event.title, event.start])

/** What every calendar must do, whoever keeps it. Instances of series are ids of the form `uid#original-start`. */
export function calendarConformance(name: string, open: () => Promise<CalendarUnderTest>): void {
  describe(`calendar: ${name}`, () => {
    let under: CalendarUnderTest
    let calendar: Calendar
    beforeEach(async () => {
      under = await open()
      calendar = under.calendar
    })
    afterEach(() => under.close())

    const day = (date: string, more: { addresses?: string[]; cancelled?: boolean } = {}) =>
      calendar.list({ fromMs: ms(`${date}T00:00:00Z`), toMs: ms(`${date}T00:00:00Z`) + 86_400_000, ...more })
    const busy = async (address: string, from: string, to: string) =>
      (await calendar.busy([address], ms(from), ms(to)))[0]?.busy ?? []

    describe('writing', () => {
      test('create is idempotent by key, also at the same moment', async () => {
        const both = await Promise.all([calendar.create(draft(), 'k1'), calendar.create(draft(), 'k1')])
        const later = await calendar.create(draft({ title: 'Other words, same key' }), 'k1')
        expect(new Set([...both, later].map((event) => event.id)).size).toBe(1)
        expect(later.title).toBe('Pricing')
        expect(await day('2026-11-24')).toHaveLength(1)
        expect((await calendar.create(draft(), 'k2')).id).not.toBe(later.id)
      })

      test('what was written is read back, by id and by key', async () => {
        const written = draft({
          attendees: [{ address: JO, name: 'Jo Ng', reply: 'tentative' }],
          location: 'Room 1',
          description: 'Line one\nline two; with, marks \\ and "quotes"',
          kind: 'focus',
          shows: 'free',
          status: 'tentative',
        })
        const made = await calendar.create(written, 'k1')
        expect(made).toMatchObject({ ...written, madeBy: 'k1', series: null })
        expect(await calendar.get(made.id)).toEqual(made)
        expect(await calendar.findByKey('k1')).toEqual(made)
        expect(await calendar.findByKey('k2')).toBeNull()
        expect(await calendar.get('nobody')).toBeNull()
      })

      test('any text survives', async () => {
        const title = 'Æther 👩‍👩‍👧 "=HYPERLINK(1)" ‮abc‬ \\n; , : <b>&amp; 漢字 e\u0301'
        const made = await calendar.create(draft({ title, description: `${title}\n${title}` }), 'k1')
        expect((await calendar.get(made.id))?.title).toBe(title)
        expect((await day('2026-11-24'))[0]?.description).toBe(`${title}\n${title}`)
      })

      test('every write changes the version, and an older one is refused', async () => {
        const made = await calendar.create(draft(), 'k1')
        const moved = await calendar.update(
          made.id,
          { start: '2026-11-24T16:00:00Z', end: '2026-11-24T16:30:00Z' },
          made.version,
        )
        expect(moved).toMatchObject({ id: made.id, start: '2026-11-24T16:00:00Z', title: 'Pricing' })
        expect(moved.version).not.toBe(made.version)
        await expect(calendar.update(made.id, { title: 'Late' }, made.version)).rejects.toMatchObject({
          code: 'CONFLICT',
        })
        await expect(calendar.remove(made.id, made.version)).rejects.toMatchObject({ code: 'CONFLICT' })
        expect(await calendar.get(made.id)).toEqual(moved)
      })

      test('of two writers with the same version one wins', async () => {
        const made = await calendar.create(draft(), 'k1')
        const both = await Promise.allSettled(
          ['A', 'B'].map((title) => calendar.update(made.id, { title }, made.version)),
        )
        expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
      })

      test('cancel and restore keep the event, remove takes it off', async () => {
        const made = await calendar.create(draft(), 'k1')
        const cancelled = await calendar.update(made.id, { status: 'cancelled' }, made.version)
        expect(await day('2026-11-24')).toEqual([])
        expect(await day('2026-11-24', { cancelled: true })).toHaveLength(1)
        expect(await busy(SAM, '2026-11-24T00:00:00Z', '2026-11-25T00:00:00Z')).toEqual([])
        const restored = await calendar.update(made.id, { status: 'confirmed' }, cancelled.version)
        expect(await day('2026-11-24')).toEqual([restored])
        expect({ ...restored, version: '' }).toEqual({ ...made, version: '' })
        await calendar.remove(made.id, restored.version)
        expect(await calendar.get(made.id)).toBeNull()
        expect(await day('2026-11-24', { cancelled: true })).toEqual([])
        await expect(calendar.remove(made.id, restored.version)).rejects.toMatchObject({ code: 'CONFLICT' })
      })
    })

    describe('listing', () => {
      test('a window takes what touches it; its ends are shut at the start and open at the end', async () => {
        await calendar.create(draft(), 'k1')
        const within = (from: string, to: string) => calendar.list({ fromMs: ms(from), toMs: ms(to) })
        expect(await within('2026-11-24T15:29:59Z', '2026-11-24T18:00:00Z')).toHaveLength(1)
        expect(await within('2026-11-24T15:30:00Z', '2026-11-24T18:00:00Z')).toHaveLength(0)
        expect(await within('2026-11-24T12:00:00Z', '2026-11-24T15:00:00Z')).toHaveLength(0)
        expect(await within('2026-11-24T12:00:00Z', '2026-11-24T15:00:01Z')).toHaveLength(1)
        expect(await within('2026-11-24T15:10:00Z', '2026-11-24T15:20:00Z')).toHaveLength(1)
      })

      test('very long events are found in the middle', async () => {
        await calendar.create(draft({ title: 'Sabbatical', start: '2026-01-01', end: '2027-01-01' }), 'k1')
        expect(await day('2026-07-01')).toHaveLength(1)
      })

      test('people are matched at any seat', async () => {
        await calendar.create(
          draft({ title: 'one', attendees: [{ address: JO, name: null, reply: 'accepted' }] }),
          'k1',
        )
        await calendar.create(draft({ title: 'two', organizer: PRIYA }), 'k2')
        expect((await day('2026-11-24', { addresses: [JO] })).map((event) => event.title)).toEqual(['one'])
        expect((await day('2026-11-24', { addresses: [PRIYA, SAM] })).map((event) => event.title).sort()).toEqual([
          'one',
          'two',
        ])
        expect(await day('2026-11-24', { addresses: ['nobody@x.example'] })).toEqual([])
      })

      test('a weekly series keeps its wall time over both clock changes', async () => {
        const made = await calendar.create(
          draft({ start: '2026-03-16T09:00:00Z', end: '2026-03-16T09:30:00Z', recurrence: 'FREQ=WEEKLY' }),
          'k1',
        )
        const listed = await calendar.list({ fromMs: ms('2026-03-22T00:00:00Z'), toMs: ms('2026-04-04T00:00:00Z') })
        expect(idsAndStarts(listed)).toEqual([
          ['Pricing', '2026-03-23T09:00:00Z'],
          ['Pricing', '2026-03-30T08:00:00Z'],
        ])
        expect(listed.every((event) => event.series === made.id)).toBe(true)
        expect(new Set(listed.map((event) => event.id)).size).toBe(2)
        const autumn = await calendar.list({ fromMs: ms('2026-10-24T00:00:00Z'), toMs: ms('2026-11-03T00:00:00Z') })
        expect(autumn.map((event) => event.start)).toEqual(['2026-10-26T09:00:00Z', '2026-11-02T09:00:00Z'])
      })

      test('a time the clock skips moves forward for that instance only', async () => {
        await calendar.create(
          draft({ start: '2026-03-28T01:30:00Z', end: '2026-03-28T02:00:00Z', recurrence: 'FREQ=DAILY;COUNT=3' }),
          'k1',
        )
        const listed = await calendar.list({ fromMs: ms('2026-03-27T00:00:00Z'), toMs: ms('2026-04-01T00:00:00Z') })
        expect(listed.map((event) => event.start)).toEqual([
          '2026-03-28T01:30:00Z',
          '2026-03-29T01:30:00Z',
          '2026-03-30T00:30:00Z',
        ])
      })

      test('a thousand events, and a window among them', async () => {
        const days = Array.from(
          { length: 1000 },
          (_, index) => new Date(ms('2026-01-01T10:00:00Z') + index * 86_400_000),
        )
        await Promise.all(
          days.map((at, index) =>
            calendar.create(
              draft({
                title: `Event ${index}`,
                start: `${at.toISOString().slice(0, 19)}Z`,
                end: new Date(at.getTime() + 1_800_000).toISOString().replace('.000', ''),
              }),
              `k${index}`,
            ),
          ),
        )
        const all = await calendar.list({ fromMs: ms('2026-01-01T00:00:00Z'), toMs: ms('2030-01-01T00:00:00Z') })
        expect(all).toHaveLength(1000)
        expect(all.map((event) => event.start)).toEqual(all.map((event) => event.start).sort())
        const week = await calendar.list({ fromMs: ms('2027-01-01T00:00:00Z'), toMs: ms('2027-01-08T00:00:00Z') })
        expect(week.map((event) => event.title)).toEqual([365, 366, 367, 368, 369, 370, 371].map((n) => `Event ${n}`))
      })
    })

    describe('instances of a series', () => {
      const weekly = () =>
        calendar.create(
          draft({ start: '2026-11-02T09:00:00Z', end: '2026-11-02T09:30:00Z', recurrence: 'FREQ=WEEKLY;COUNT=4' }),
          'k1',
        )
      const november = () => calendar.list({ fromMs: ms('2026-11-01T00:00:00Z'), toMs: ms('2026-12-01T00:00:00Z') })

      test('one instance is moved; its id stays, the others stay', async () => {
        await weekly()
        const second = (await november())[1]
        const moved = await calendar.update(
          second?.id ?? '',
          { start: '2026-11-10T14:00:00Z', end: '2026-11-10T14:30:00Z' },
          second?.version ?? '',
        )
        expect(moved).toMatchObject({ id: second?.id, series: second?.series, recurrence: null })
        expect((await november()).map((event) => event.start)).toEqual([
          '2026-11-02T09:00:00Z',
          '2026-11-10T14:00:00Z',
          '2026-11-16T09:00:00Z',
          '2026-11-23T09:00:00Z',
        ])
        expect(await calendar.get(moved.id)).toEqual(moved)
        await expect(calendar.update(moved.id, { title: 'x' }, second?.version ?? '')).rejects.toMatchObject({
          code: 'CONFLICT',
        })
      })

      test('one instance is cancelled and comes back', async () => {
        await weekly()
        const second = (await november())[1]
        const cancelled = await calendar.update(second?.id ?? '', { status: 'cancelled' }, second?.version ?? '')
        expect(await november()).toHaveLength(3)
        await calendar.update(cancelled.id, { status: 'confirmed' }, cancelled.version)
        expect((await november()).map((event) => event.start)[1]).toBe('2026-11-09T09:00:00Z')
      })

      test('an instance that the series does not have is not found', async () => {
        const made = await weekly()
        expect(await calendar.get(`${made.id}#2026-11-03T09:00:00Z`)).toBeNull()
        expect(await calendar.get(`${made.id}#2026-11-16T09:00:00Z`)).toMatchObject({ start: '2026-11-16T09:00:00Z' })
      })

      test('the whole series is changed, moved, cancelled and removed', async () => {
        const made = await weekly()
        const second = (await november())[1]
        await calendar.update(second?.id ?? '', { status: 'cancelled' }, second?.version ?? '')
        const moved = await calendar.update(
          made.id,
          { start: '2026-11-02T10:00:00Z', end: '2026-11-02T10:30:00Z' },
          made.version,
        )
        expect((await november()).map((event) => event.start)).toEqual([
          '2026-11-02T10:00:00Z',
          '2026-11-16T10:00:00Z',
          '2026-11-23T10:00:00Z',
        ])
        const cancelled = await calendar.update(made.id, { status: 'cancelled' }, moved.version)
        expect(await november()).toEqual([])
        await calendar.remove(made.id, cancelled.version)
        expect(await calendar.get(made.id)).toBeNull()
        expect(await calendar.list({ fromMs: 0, toMs: ms('2030-01-01T00:00:00Z'), cancelled: true })).toEqual([])
      })
    })

    describe('busy', () => {
      const around = ['2026-11-24T00:00:00Z', '2026-11-25T00:00:00Z'] as const

      test('timed events are busy, for those at the table and nobody else', async () => {
        await calendar.create(draft({ attendees: [{ address: PRIYA, name: null, reply: 'accepted' }] }), 'k1')
        const span = { startMs: ms('2026-11-24T15:00:00Z'), endMs: ms('2026-11-24T15:30:00Z'), firm: true }
        expect(await busy(SAM, ...around)).toEqual([span])
        expect(await busy(PRIYA, ...around)).toEqual([span])
        const lists = await calendar.busy([SAM, PRIYA], ms(around[0]), ms(around[1]))
        expect(lists.map((list) => [list.address, list.readable])).toEqual([
          [SAM, true],
          [PRIYA, true],
        ])
        expect(JSON.stringify(lists)).not.toContain('Pricing')
      })

      test('declined and free are not, tentative is soft', async () => {
        await calendar.create(draft({ attendees: [{ address: PRIYA, name: null, reply: 'declined' }] }), 'k1')
        await calendar.create(draft({ organizer: PRIYA, shows: 'free' }), 'k2')
        await calendar.create(draft({ organizer: PRIYA, status: 'tentative' }), 'k3')
        expect((await busy(PRIYA, ...around)).map((one) => one.firm)).toEqual([false])
      })

      test.each([
        ['Holiday', {}, [true]],
        ['Offsite in Leeds', {}, [true]],
        ['Release week', {}, [false]],
        ['Anything', { kind: 'out_of_office' as const }, [true]],
        ['Home', { kind: 'working_location' as const }, []],
        ['Mia’s birthday', { kind: 'birthday' as const }, []],
        ['Holiday', { shows: 'free' as const }, []],
      ])('the whole day %j %j', async (title, over, firm) => {
        await calendar.create(allDay(title, over), 'k1')
        const spans = await busy(SAM, '2026-12-01T00:00:00Z', '2026-12-02T00:00:00Z')
        expect(spans.map((one) => one.firm)).toEqual(firm)
      })

      test('whole days are dates of the zone, their end is exclusive', async () => {
        await calendar.create(allDay('Vacation', { zone: 'America/New_York' }), 'k1')
        expect(await busy(SAM, '2026-11-30T00:00:00Z', '2026-12-05T00:00:00Z')).toEqual([
          { startMs: ms('2026-12-01T05:00:00Z'), endMs: ms('2026-12-02T05:00:00Z'), firm: true },
        ])
      })
    })
  })
}
