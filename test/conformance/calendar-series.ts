import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { EventDraft, type WholeSeries } from '#kernel/event.ts'
import type { Calendar } from '#ports/calendar.ts'
import type { CalendarUnderTest } from './calendar.ts'

const SAM = 'sam@northwind.example'
const JO = 'jo@acme.example'
const ms = (iso: string): number => Date.parse(iso)

/** A weekly standup on Mondays from 2 November, for eight weeks; a zone without clock changes in the way. */
const standup = (over: Partial<EventDraft> = {}): EventDraft =>
  EventDraft.parse({
    title: 'Standup',
    start: '2026-11-02T09:30:00Z',
    end: '2026-11-02T09:45:00Z',
    zone: 'Europe/London',
    organizer: SAM,
    attendees: [],
    recurrence: 'FREQ=WEEKLY;BYDAY=MO;COUNT=8',
    ...over,
  })
const MONDAYS = ['02', '09', '16', '23', '30']
  .map((day) => `2026-11-${day}`)
  .concat(['07', '14', '21'].map((day) => `2026-12-${day}`))
const FOURTH = '2026-11-23T09:30:00Z'
const LATER = { start: '2026-11-23T09:45:00Z', end: '2026-11-23T10:00:00Z' }

/** What every calendar must do with a series that changes from one of its instances on. */
export function seriesConformance(name: string, open: () => Promise<CalendarUnderTest>): void {
  describe(`calendar, series: ${name}`, () => {
    let under: CalendarUnderTest
    let calendar: Calendar
    beforeEach(async () => {
      under = await open()
      calendar = under.calendar
    })
    afterEach(() => under.close())

    const all = () => calendar.list({ fromMs: ms('2026-10-01T00:00:00Z'), toMs: ms('2027-03-01T00:00:00Z') })
    const starts = async () => (await all()).map((event) => event.start)
    const titled = async () => (await all()).map((event) => [event.start, event.title])
    const at = async (date: string) => {
      const found = (await all()).find((event) => event.start.startsWith(date))
      if (!found) throw new Error(`there is nothing on ${date}`)
      return found
    }
    const series = async (id: string): Promise<WholeSeries> => {
      const found = await calendar.series(id)
      if (!found) throw new Error(`${id} is no series`)
      return found
    }
    /** The same but for versions, which every write changes. */
    const same = (one: WholeSeries) => ({
      ...one,
      version: '',
      changed: one.changed.map((each) => ({ ...each, version: '' })),
    })

    test('a whole series is read with what it leaves out and what was changed of it', async () => {
      const made = await calendar.create(standup(), 'k1')
      const second = await at('2026-11-09')
      await calendar.update(second.id, { title: 'Retro' }, second.version)
      expect(await series(made.id)).toMatchObject({
        id: made.id,
        recurrence: 'FREQ=WEEKLY;BYDAY=MO;COUNT=8',
        leftOut: [],
        changed: [{ id: second.id, title: 'Retro' }],
      })
      expect(await calendar.series(second.id)).toBeNull()
      expect(await calendar.series('nobody')).toBeNull()
      const single = await calendar.create(standup({ recurrence: null }), 'k2')
      expect(await calendar.series(single.id)).toBeNull()
    })

    test('from an instance on another time: earlier ones stay, none is lost, none comes twice', async () => {
      const made = await calendar.create(standup(), 'k1')
      const next = await calendar.split(made.id, { from: FOURTH, change: LATER }, made.version, 'k2')
      expect(next).toMatchObject({
        ...LATER,
        title: 'Standup',
        madeBy: 'k2',
        recurrence: 'FREQ=WEEKLY;BYDAY=MO;COUNT=5',
      })
      expect(await starts()).toEqual(MONDAYS.map((day, nth) => `${day}T${nth < 3 ? '09:30' : '09:45'}:00Z`))
      expect((await series(made.id)).recurrence).toBe('FREQ=WEEKLY;BYDAY=MO;COUNT=3')
      expect((await at('2026-12-21')).series).toBe(next.id)
      expect(await calendar.findByKey('k2')).toEqual(await calendar.get(next.id))
    })

    test('a split is done once for a key, and refused for an older version', async () => {
      const made = await calendar.create(standup(), 'k1')
      const cut = { from: FOURTH, change: LATER }
      const both = await Promise.all(['k2', 'k2'].map((key) => calendar.split(made.id, cut, made.version, key)))
      expect(both[0]?.id).toBe(both[1]?.id)
      expect(await starts()).toHaveLength(8)
      await expect(calendar.split(made.id, cut, made.version, 'k3')).rejects.toMatchObject({ code: 'CONFLICT' })
      expect(await starts()).toHaveLength(8)
    })

    test('a new name, place and guest from an instance on', async () => {
      const made = await calendar.create(standup(), 'k1')
      const change = {
        title: 'Check-in',
        location: 'Room 1',
        attendees: [{ address: JO, name: 'Jo', reply: 'needs_action' as const }],
      }
      await calendar.split(made.id, { from: FOURTH, change }, made.version, 'k2')
      const events = await all()
      expect(events.map((event) => event.title)).toEqual([...Array(3).fill('Standup'), ...Array(5).fill('Check-in')])
      expect(events.map((event) => event.attendees.length)).toEqual([0, 0, 0, 1, 1, 1, 1, 1])
      expect(await starts()).toEqual(MONDAYS.map((day) => `${day}T09:30:00Z`))
    })

    test('what an instance has of its own it keeps; the rest follows the series', async () => {
      const made = await calendar.create(standup(), 'k1')
      const moved = await at('2026-11-30')
      await calendar.update(moved.id, { start: '2026-12-01T14:00:00Z', end: '2026-12-01T14:30:00Z' }, moved.version)
      const renamed = await at('2026-12-07')
      await calendar.update(renamed.id, { title: 'Retro' }, renamed.version)
      const off = await at('2026-12-14')
      await calendar.update(off.id, { status: 'cancelled' }, off.version)
      const now = await series(made.id)
      await calendar.split(made.id, { from: FOURTH, change: { ...LATER, title: 'Check-in' } }, now.version, 'k2')
      expect((await all()).slice(3).map((event) => [event.start, event.title])).toEqual([
        ['2026-11-23T09:45:00Z', 'Check-in'],
        ['2026-12-01T14:00:00Z', 'Check-in'],
        ['2026-12-07T09:45:00Z', 'Retro'],
        ['2026-12-21T09:45:00Z', 'Check-in'],
      ])
    })

    test('another weekday turns the rule with it', async () => {
      const made = await calendar.create(standup(), 'k1')
      const change = { start: '2026-11-24T09:30:00Z', end: '2026-11-24T09:45:00Z' }
      const next = await calendar.split(made.id, { from: FOURTH, change }, made.version, 'k2')
      expect(next.recurrence).toBe('FREQ=WEEKLY;BYDAY=TU;COUNT=5')
      expect((await starts()).slice(3, 5)).toEqual(['2026-11-24T09:30:00Z', '2026-12-01T09:30:00Z'])
    })

    test('ended from an instance on, also where one of them was moved', async () => {
      const made = await calendar.create(standup(), 'k1')
      const moved = await at('2026-11-30')
      await calendar.update(moved.id, { start: '2026-12-01T14:00:00Z', end: '2026-12-01T14:30:00Z' }, moved.version)
      const ended = await calendar.split(made.id, { from: FOURTH, change: null }, (await series(made.id)).version, 'k2')
      expect(ended.id).toBe(made.id)
      expect(await starts()).toEqual(MONDAYS.slice(0, 3).map((day) => `${day}T09:30:00Z`))
    })

    test('from the first instance on the series itself changes', async () => {
      const made = await calendar.create(standup(), 'k1')
      const change = { start: '2026-11-03T09:45:00Z', end: '2026-11-03T10:15:00Z' }
      const next = await calendar.split(made.id, { from: made.start, change }, made.version, 'k2')
      expect(next).toMatchObject({ id: made.id, madeBy: 'k1', ...change, recurrence: 'FREQ=WEEKLY;BYDAY=TU;COUNT=8' })
      expect(await starts()).toHaveLength(8)
      await expect(
        calendar.split(made.id, { from: next.start, change: null }, next.version, 'k3'),
      ).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    })

    test('where the series has no instance, nothing is written', async () => {
      const made = await calendar.create(standup(), 'k1')
      const cut = { from: '2026-11-24T09:30:00Z', change: LATER }
      await expect(calendar.split(made.id, cut, made.version, 'k2')).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
      expect((await series(made.id)).version).toBe(made.version)
    })

    test.each([
      ['moved', { from: FOURTH, change: LATER }],
      ['renamed', { from: FOURTH, change: { title: 'Check-in' } }],
      ['ended', { from: FOURTH, change: null }],
      [
        'moved as a whole',
        { from: '2026-11-02T09:30:00Z', change: { start: '2026-11-03T09:45:00Z', end: '2026-11-03T10:00:00Z' } },
      ],
    ])('%s and joined again it is as it was', async (_how, cut) => {
      const made = await calendar.create(standup(), 'k1')
      const moved = await at('2026-11-30')
      await calendar.update(moved.id, { start: '2026-12-01T14:00:00Z', end: '2026-12-01T14:30:00Z' }, moved.version)
      const left = await at('2026-12-14')
      await calendar.remove(left.id, left.version)
      const before = await series(made.id)
      const listed = await titled()
      const next = await calendar.split(made.id, cut, before.version, 'k2')
      expect(await titled()).not.toEqual(listed)
      const now = await series(made.id)
      await calendar.rejoin(before, now.version, next.id === made.id ? null : next)
      expect(same(await series(made.id))).toEqual(same(before))
      expect(await titled()).toEqual(listed)
      if (next.id !== made.id) expect(await calendar.get(next.id)).toBeNull()
    })

    test('what was changed since is not joined over', async () => {
      const made = await calendar.create(standup(), 'k1')
      const before = await series(made.id)
      const next = await calendar.split(made.id, { from: FOURTH, change: LATER }, made.version, 'k2')
      const now = await series(made.id)
      await calendar.update(next.id, { title: 'Mine now' }, next.version)
      await expect(calendar.rejoin(before, now.version, next)).rejects.toMatchObject({ code: 'CONFLICT' })
      expect((await at('2026-12-21')).title).toBe('Mine now')
    })
  })
}
