import { expect, test } from 'vitest'
import { decideAgenda } from './agenda.ts'
import { asks, client, facts, meeting, moment, which } from './facts.fixture.ts'

const events = [
  meeting('b', '2026-11-24T15:00:00Z', '2026-11-24T15:30:00Z', { title: 'Hiring', location: 'Room 4' }),
  meeting('a', '2026-11-24T09:00:00Z', '2026-11-24T09:30:00Z', { title: 'Pricing', status: 'tentative' }),
  meeting('h', '2026-11-24', '2026-11-25', { title: 'Home', kind: 'working_location' }),
  meeting('x', '2026-11-24T10:00:00Z', '2026-11-24T10:30:00Z', { title: 'Theirs', organizer: 'sam@northwind.example' }),
]
const tuesday = { ...moment('2026-11-24T00:00:00Z', 1440), clocked: false, wholeDays: true }
const text = (ruling: ReturnType<typeof decideAgenda>) => (ruling.type === 'answer' ? ruling.text : ruling.type)

test('a day in order, whole days first, own events only', () => {
  expect(
    text(decideAgenda(asks('agenda', { when: tuesday, which: which({ when: tuesday }) }), facts({ events }))),
  ).toBe('Tue 24 Nov:\n- all day Home\n- 09:00-09:30 Pricing (tentative)\n- 15:00-15:30 Hiring, Room 4')
})

test('nothing on is said', () => {
  expect(text(decideAgenda(asks('agenda', { when: tuesday, which: which({ when: tuesday }) }), facts()))).toBe(
    'You have nothing on Tue 24 Nov.',
  )
})

test('one meeting that is asked for', () => {
  expect(text(decideAgenda(asks('agenda', { which: which({ ordinal: 1 }) }), facts({ events })))).toMatch(/^"Pricing"/)
  expect(text(decideAgenda(asks('agenda', { which: which({ words: 'budget' }) }), facts({ events })))).toBe(
    'I found no meeting called "budget" ahead.',
  )
})

test("somebody else's day, where it is asked for", () => {
  const request = asks('agenda', { when: tuesday, whose: true, which: which({ when: tuesday }) })
  expect(text(decideAgenda(request, facts({ events, named: ['sam@northwind.example'] })))).toBe(
    'Sam, Tue 24 Nov:\n- 10:00-10:30 Theirs with Sam',
  )
  expect(text(decideAgenda(request, client({ events: [], named: ['sam@northwind.example'] })))).not.toMatch(/Theirs/)
})
