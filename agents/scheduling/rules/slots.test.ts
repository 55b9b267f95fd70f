import { expect, test } from 'vitest'
import { toIso } from '#kernel/time.ts'
import { MINUTE_MS } from '#kernel/units.ts'
import { at, block, search, seat, week } from './fixture.ts'
import { findSlots, firstSlots } from './slots.ts'

const TUE = search('2026-11-24T00:00:00Z', '2026-11-25T00:00:00Z')
const starts = (slots: readonly { startMs: number }[]) => slots.map((slot) => toIso(slot.startMs).slice(11, 16))

test('everybody keeps their own working hours and zone', () => {
  const york = seat('Priya', { zone: 'America/New_York' })
  expect(starts(firstSlots(TUE, [seat('Mia'), york], 20))).toEqual([
    '14:00',
    '14:15',
    '14:30',
    '14:45',
    '15:00',
    '15:15',
    '15:30',
    '15:45',
    '16:00',
    '16:15',
    '16:30',
  ])
})

test('a weekly call across the week in which only America has changed its clocks', () => {
  const york = seat('Priya', { zone: 'America/New_York' })
  const gap = search('2026-10-27T00:00:00Z', '2026-10-28T00:00:00Z')
  expect(starts(firstSlots(gap, [seat('Mia'), york], 1))).toEqual(['13:00'])
})

test('busy time with its buffers is left alone; a hold has none', () => {
  const mia = seat('Mia', {
    firm: [
      block('2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z'),
      block('2026-11-24T11:00:00Z', '2026-11-24T16:00:00Z', { what: 'hold' }),
    ],
  })
  const pause = { ...TUE, bufferBeforeMs: 10 * MINUTE_MS, bufferAfterMs: 10 * MINUTE_MS, stepMs: 5 * MINUTE_MS }
  expect(starts(firstSlots(pause, [mia], 99)).slice(0, 6)).toEqual([
    '10:10',
    '10:15',
    '10:20',
    '10:25',
    '10:30',
    '16:00',
  ])
})

test('an unreadable calendar is never free', () => {
  const sam = seat('Sam', { busy: { readable: false, firm: [], soft: [] } })
  expect(findSlots(TUE, [seat('Mia'), sam], 3)).toEqual({ slots: [], unreadable: ['Sam'] })
})

test('an optional person is given up before anything else, and it is said', () => {
  const priya = seat('Priya', { required: false, firm: [block('2026-11-24T00:00:00Z', '2026-11-25T00:00:00Z')] })
  const found = findSlots({ ...TUE, part: { fromMinute: 720, toMinute: 1020 } }, [seat('Mia'), priya], 1)
  expect(found.slots).toMatchObject([{ without: ['Priya'], relaxed: ['optional'] }])
  expect(found.slots[0]?.startMs).toBeGreaterThanOrEqual(at('2026-11-24T12:00:00Z'))
})

test('the part of the day goes before the stated clock, and only what is broken is named', () => {
  const mia = seat('Mia', { firm: [block('2026-11-24T12:00:00Z', '2026-11-24T17:00:00Z')] })
  const wish = { ...TUE, part: { fromMinute: 720, toMinute: 1020 }, bounds: { fromMinute: 600, toMinute: 1440 } }
  const found = findSlots(wish, [mia], 1)
  expect(found.slots).toMatchObject([{ relaxed: ['part'] }])
  expect(found.slots[0]?.startMs).toBeGreaterThanOrEqual(at('2026-11-24T10:00:00Z'))
})

test('working hours and protected time are never given up', () => {
  const deep = week('mon-fri', '09:00-12:00')
  const full = [block('2026-11-24T12:00:00Z', '2026-11-24T17:00:00Z')]
  const mia = seat('Mia', { firm: full, energy: { deep, high: week('mon', '09:00-09:01'), low: deep } })
  expect(findSlots({ ...TUE, protect: new Set(['deep']) }, [mia], 3).slots).toEqual([])
  expect(findSlots(TUE, [mia], 3).slots).toHaveLength(3)
})

test('a movable internal meeting gives way last but one, and is named', () => {
  const mia = seat('Mia', { firm: [block('2026-11-24T09:00:00Z', '2026-11-24T17:00:00Z', { title: '1:1 Sam' })] })
  const found = findSlots({ ...TUE, movable: (one) => one.title === '1:1 Sam' }, [mia], 1)
  expect(found.slots).toMatchObject([{ relaxed: ['movable'], moves: [{ title: '1:1 Sam' }] }])
})

test('the best times lie in the energy the meeting wants, not before people turn up, and are spread over days', () => {
  const mia = seat('Mia', {
    energy: {
      deep: week('sun', '00:00-00:01'),
      high: week('mon-fri', '13:30-16:00'),
      low: week('mon-fri', '16:00-17:00'),
    },
    ignoresBeforeMinute: 630,
  })
  const days = search('2026-11-24T00:00:00Z', '2026-11-27T00:00:00Z', { energy: 'high', external: true })
  const { slots } = findSlots(days, [mia], 3)
  for (const slot of slots) expect(toIso(slot.startMs).slice(11, 16) >= '13:30').toBe(true)
  expect(new Set(slots.map((slot) => toIso(slot.startMs).slice(0, 10))).size).toBeGreaterThan(1)
  expect(slots[0]?.why.map((one) => one.text)).toContain('Mia: high-energy time, as this meeting wants')
})

test('a day with as many meetings as somebody wants is full', () => {
  const firm = [9, 10].map((hour) =>
    block(`2026-11-23T${String(hour).padStart(2, '0')}:00:00Z`, `2026-11-23T${hour + 1}:00:00Z`),
  )
  const wish = search('2026-11-23T00:00:00Z', '2026-11-25T00:00:00Z')
  const [slot] = firstSlots(wish, [seat('Mia', { firm, maxMeetingsPerDay: 2 })], 1)
  expect(slot?.startMs).toBe(at('2026-11-24T09:00:00Z'))
})
