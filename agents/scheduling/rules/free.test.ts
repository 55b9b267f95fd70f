import { expect, test } from 'vitest'
import { asks, facts, meeting, moment, policy, seatsFor } from './facts.fixture.ts'
import { decideFree, decideWhoIsFree } from './free.ts'

const events = [
  meeting('e', '2026-11-24T15:00:00Z', '2026-11-24T15:30:00Z', {
    title: 'Pricing',
    attendees: [{ address: 'sam@northwind.example', name: null, reply: 'accepted' }],
  }),
  meeting('t', '2026-11-24T11:00:00Z', '2026-11-24T12:00:00Z', { title: 'Maybe', status: 'tentative' }),
]
const text = (ruling: ReturnType<typeof decideFree>) => (ruling.type === 'answer' ? ruling.text : ruling.type)
const world = facts({ events, seats: seatsFor(['Mia', 'Sam'], events), named: ['sam@northwind.example'] })
const sam = { words: 'Sam', span: null, address: 'sam@northwind.example', role: 'table' as const }

test('at a moment: yes, no because of what, or only something tentative', () => {
  const mine = { ...world, seats: world.seats.slice(0, 1) }
  expect(text(decideFree(asks('free', { when: moment('2026-11-24T15:00:00Z') }), mine))).toBe(
    'No: you have "Pricing" Tue 24 Nov, 15:00-15:30.',
  )
  expect(text(decideFree(asks('free', { when: moment('2026-11-24T11:00:00Z') }), mine))).toMatch(/^Yes: .*only "Maybe"/)
  expect(text(decideFree(asks('free', { when: moment('2026-11-24T20:00:00Z') }), mine))).toMatch(
    /outside your working hours/,
  )
})

test('over a day: the gaps in working hours, of whoever was named', () => {
  const day = { ...moment('2026-11-24T00:00:00Z', 1440), clocked: false }
  expect(text(decideFree(asks('free', { people: [sam], when: day }), world))).toBe(
    'Sam is free Tue 24 Nov 09:00-15:00, 15:30-17:00.',
  )
})

test('an unreadable calendar is not called free, and a guest has none to look into', () => {
  const [, seat] = world.seats
  const blind = seat ? [{ ...seat, busy: { ...seat.busy, readable: false } }] : []
  expect(text(decideFree(asks('free', { people: [sam] }), { ...world, seats: blind }))).toMatch(
    /could not read Sam's calendar/,
  )
  expect(
    decideWhoIsFree(asks('who_free', { when: moment('2026-11-24T10:00:00Z') }), { ...world, seats: blind }, policy),
  ).toMatchObject({ text: expect.stringMatching(/^Nobody/) })
  const guest = { ...sam, words: 'Jo', address: 'jo@acme.io' }
  expect(text(decideFree(asks('free', { people: [guest] }), { ...world, seats: world.seats.slice(0, 1) }))).toMatch(
    /only see the calendars of the team/,
  )
})

test('who is free now: whoever is free longest comes first, nobody outside their hours', () => {
  const at = moment('2026-11-24T14:00:00Z')
  expect(text(decideWhoIsFree(asks('who_free', { when: at }), world, policy))).toBe(
    'Free Tue 24 Nov, 14:00-14:30:\n- You, until 15:00\n- Sam, until 15:00',
  )
})
