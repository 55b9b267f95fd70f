import { expect, test } from 'vitest'
import { type Attendance, attendanceOf, attendancePoints, missedMornings } from './attendance.ts'
import { meeting } from './facts.fixture.ts'
import { search, seat } from './fixture.ts'
import { findSlots } from './slots.ts'

const SAM = 'sam@northwind.example'
type Reply = 'accepted' | 'declined' | 'tentative' | 'needs_action'
const asked = (clock: string, ...replies: Reply[]) =>
  replies.map((reply, at) =>
    meeting(
      `${clock}-${at}`,
      `2026-10-${String(5 + at).padStart(2, '0')}T${clock}:00Z`,
      `2026-10-${String(5 + at).padStart(2, '0')}T${clock}:30Z`,
      {
        attendees: [{ address: SAM, name: null, reply }],
        zone: 'UTC',
      },
    ),
  )
const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one)
const sam = { address: SAM, zone: 'UTC', trips: [] }
const mornings = [...asked('09:00', ...times(5, 'declined' as const), ...times(2, 'accepted' as const))]
const afternoons = asked('14:00', ...times(8, 'accepted' as const))
const known = (events = [...mornings, ...afternoons]): Attendance => attendanceOf(sam, events)

test('what others called is counted, on the wall of the person, and silence only of somebody who answers', () => {
  expect(known().get(18)).toEqual({ came: 2, missed: 5 })
  expect(known().get(28)).toEqual({ came: 8, missed: 0 })
  const silent = asked('11:00', 'needs_action', 'needs_action')
  expect(known([...afternoons, ...silent]).get(22), 'they answer').toEqual({ came: 0, missed: 2 })
  expect(known(silent).size, 'they never answer').toBe(0)
  expect(known(asked('11:00', 'tentative')).size).toBe(0)
})

test('points grow with what is known: Beta(2, 2)', () => {
  const after = (came: number, missed: number) => attendancePoints(new Map([[18, { came, missed }]]), 540).points
  expect(after(0, 0)).toBe(0)
  expect(after(0, 1)).toBe(-3)
  expect(after(0, 6)).toBe(-9)
  expect(after(2, 5)).toBe(-4)
  expect(after(20, 0)).toBeGreaterThan(after(2, 0))
})

test('missed mornings are a habit from six on, where the rest of the day is kept', () => {
  expect(missedMornings(known())).toEqual({ came: 2, missed: 5 })
  expect(missedMornings(known(mornings.slice(0, 5))), 'five are too few').toBeNull()
  const never = asked('14:00', ...times(8, 'declined' as const))
  expect(missedMornings(known([...mornings, ...never])), 'it is not about mornings').toBeNull()
})

test('it is one ground of the ranking', () => {
  const wish = search('2026-11-24T09:00:00Z', '2026-11-24T10:30:00Z', { zone: 'UTC' })
  const [slot] = findSlots(wish, [seat('Sam', { zone: 'UTC', attendance: known() })], 1).slots
  expect(slot?.why).toContainEqual({ points: -4, text: 'Sam: came to 2 of 7 meetings around that time of day' })
})
