import { expect, test } from 'vitest'
import { decideCancel } from './cancel.ts'
import { decide } from './decide.ts'
import { asks, client, facts, meeting, moment, policy, which } from './facts.fixture.ts'

const lone = meeting('lone', '2026-11-27T10:00:00Z', '2026-11-27T10:30:00Z')
const town = meeting('town', '2026-11-27T12:00:00Z', '2026-11-27T12:30:00Z', {
  organizer: 'sam@northwind.example',
  attendees: ['mia', 'priya'].map((id) => ({
    address: `${id}@northwind.example`,
    name: null,
    reply: 'accepted' as const,
  })),
})
const friday = { ...moment('2026-11-27T00:00:00Z', 1440), clocked: false }
const everything = asks('cancel', { which: which({ all: true, when: friday }) })

test('own meetings are called off, those that go on without the asker are declined, as one plan', () => {
  expect(decideCancel(everything, facts({ events: [lone, town] }), policy)).toMatchObject({
    type: 'propose',
    actions: [
      { kind: 'calendar.cancel', args: { id: 'lone' } },
      {
        kind: 'calendar.update',
        args: { id: 'town', change: { attendees: [{ reply: 'declined' }, { reply: 'accepted' }] } },
      },
    ],
  })
})

test('everything without a day is never taken at its word', () => {
  const ruling = decideCancel(asks('cancel', { which: which({ all: true }) }), facts({ events: [lone, town] }), policy)
  expect(ruling).toMatchObject({ type: 'ask' })
})

test('an outsider cancels in time; later than the notice their host decides; unverified never', () => {
  const theirs = { ...lone, attendees: [{ address: 'jo@acme.io', name: null, reply: 'accepted' as const }] }
  const request = asks('cancel', { which: which() })
  expect(decide(request, client({ events: [theirs] }), policy)).toMatchObject({ type: 'propose' })
  const late = client({ events: [theirs], nowMs: Date.parse('2026-11-27T09:00:00Z') })
  expect(decide(request, late, policy)).toMatchObject({ type: 'flag', reason: 'AUTHORITY' })
  const { principal } = client()
  const claimed = client({ events: [theirs], principal: { ...principal, assurance: 'claimed' } })
  expect(decide(request, claimed, policy)).toMatchObject({ type: 'flag', reason: 'TRUST' })
})
