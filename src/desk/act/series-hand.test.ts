import { afterEach, beforeEach, expect, test } from 'vitest'
import { LocalCalendar } from '#integrations/local/calendar/local-calendar.ts'
import { type CalendarEvent, EventDraft } from '#kernel/event.ts'
import { localStore } from '#test/conformance/local-store.ts'
import { seriesHand } from './series-hand.ts'

const draft = EventDraft.parse({
  title: 'Standup',
  start: '2026-11-02T09:30:00Z',
  end: '2026-11-02T09:45:00Z',
  zone: 'Europe/London',
  organizer: 'sam@northwind.example',
  attendees: [],
  recurrence: 'FREQ=WEEKLY;BYDAY=MO',
})
const FROM = '2026-11-23T09:30:00Z'
const change = { start: '2026-11-23T09:45:00Z', end: '2026-11-23T10:00:00Z' }

let calendar: LocalCalendar
let made: CalendarEvent
let close: () => void
beforeEach(async () => {
  const store = await localStore()
  calendar = new LocalCalendar(store.sql)
  close = store.close
  made = await calendar.create(draft, 'made')
})
afterEach(() => close())

const args = () => ({ id: made.id, version: made.version, from: FROM, change, overlap: true })
const landed = async (kind = 'calendar.split', before: unknown = made) =>
  seriesHand(calendar).landed(kind, args(), 'k', before)

test('nothing written: it never got through', async () => {
  expect(await landed()).toBeNull()
  expect(await landed('calendar.end')).toBeNull()
})

test('both halves written: it is done, and what is read back is both', async () => {
  await calendar.split(made.id, { from: FROM, change }, made.version, 'k')
  const found = await landed()
  expect(found?.after).toMatchObject({
    id: made.id,
    recurrence: 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20261116T093000Z',
    rest: { ...change, madeBy: 'k' },
  })
})

test('only the later half written: it is not done, and would come twice', async () => {
  await calendar.create({ ...draft, ...change }, 'k')
  expect(await landed()).toBeNull()
})

test('only the earlier half written: it is not done, and would be lost', async () => {
  await calendar.update(made.id, { recurrence: 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20261116T093000Z' }, made.version)
  expect(await landed()).toBeNull()
  expect(await landed('calendar.end')).toMatchObject({ record: made.id })
})

test('the whole series moved: the earlier half is nothing', async () => {
  const asked = { ...args(), from: draft.start, change: { start: '2026-11-02T10:00:00Z', end: '2026-11-02T10:15:00Z' } }
  const hand = seriesHand(calendar)
  const { record } = await hand.call('calendar.split', asked, 'k')
  expect(record).toBe(made.id)
  expect(await hand.landed('calendar.split', asked, 'k', made)).toMatchObject({ record, after: { rest: null } })
})

test('joined again: done only once the later half is gone too', async () => {
  const before = await calendar.series(made.id)
  const next = await calendar.split(made.id, { from: FROM, change }, made.version, 'k')
  const now = await calendar.get(made.id)
  const rest = { id: next.id, version: next.version }
  const asked = { id: made.id, version: now?.version, before, rest }
  const hand = seriesHand(calendar)
  await calendar.update(made.id, { recurrence: draft.recurrence }, now?.version ?? '')
  expect(await hand.landed('calendar.rejoin', asked, 'u', now)).toBeNull()
  const version = (await calendar.get(made.id))?.version
  await hand.call('calendar.rejoin', { ...asked, version }, 'u')
  expect(await hand.landed('calendar.rejoin', asked, 'u', now)).toMatchObject({ record: made.id })
})
