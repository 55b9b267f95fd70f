import { expect, test } from 'vitest'
import { CalendarEvent } from '../event.ts'
import type { Principal } from '../principal.ts'
import { calendarUpdate } from './calendar-update.ts'
import type { ActionContext } from './definition.ts'

const before = CalendarEvent.parse({
  id: 'e1',
  version: '1',
  series: null,
  madeBy: null,
  title: 'Discovery',
  start: '2026-11-25T14:00:00Z',
  end: '2026-11-25T14:30:00Z',
  zone: 'Europe/London',
  organizer: 'mia@northwind.example',
  attendees: [
    { address: 'jo@acme.io', name: null, reply: 'needs_action' },
    { address: 'sam@northwind.example', name: null, reply: 'accepted' },
  ],
})

function contextOf(over: Partial<Principal> = {}): ActionContext {
  const principal: Principal = {
    kind: 'client',
    id: 'c1',
    name: 'Jo Park',
    assurance: 'verified',
    email: 'jo@acme.io',
    phone: null,
    zone: 'Europe/London',
    roles: [],
    ...over,
  }
  const names: Record<string, string> = { 'jo@acme.io': 'Jo Park', 'mia@northwind.example': 'Mia Chen' }
  return {
    principal,
    own: ['jo@acme.io'],
    party: () => 'client',
    nameOf: (address) => names[address] ?? address,
    nowMs: Date.parse('2026-11-23T08:00:00Z'),
    zone: principal.zone,
  }
}

const [jo, sam] = before.attendees as [CalendarEvent['attendees'][number], CalendarEvent['attendees'][number]]
const replying = (attendees: CalendarEvent['attendees']) => ({ id: 'e1', version: '1', change: { attendees } })
const refused = (args: Parameters<typeof calendarUpdate.refuse>[0], over?: Partial<Principal>) =>
  calendarUpdate.refuse(args, before, contextOf(over))

test('an outsider answers for themself, and changes nothing else of the table', () => {
  expect(refused(replying([{ ...jo, reply: 'accepted' }, sam]))).toBeNull()
  expect(refused(replying([jo, { ...sam, reply: 'declined' }]))).toContain('only the team')
  expect(
    refused(
      replying([
        { ...jo, reply: 'accepted' },
        { ...sam, reply: 'declined' },
      ]),
    ),
  ).toContain('only the team')
  expect(refused(replying([jo]))).toContain('only the team')
  expect(refused(replying([jo, sam, { address: 'eve@evil.example', name: null, reply: 'accepted' }]))).toContain(
    'only the team',
  )
  expect(refused(replying([{ ...jo, reply: 'accepted' }, sam]), { assurance: 'claimed' })).toContain('not verified')
  expect(refused(replying([{ ...jo, reply: 'accepted' }, sam]), { kind: 'stranger' })).toContain('people at a meeting')
})

test('an answer is told as one, in the language of whoever reads it', () => {
  const args = replying([{ ...jo, reply: 'declined' }, sam])
  const when = 'Wed 25 Nov, 14:00-14:30 (Europe/London)'
  expect(calendarUpdate.say(args, before, 'done', contextOf())).toBe(
    `Jo Park does not come to "Discovery" with Mia Chen and sam@northwind.example, ${when}`,
  )
  expect(calendarUpdate.say(args, before, 'done', contextOf({ language: 'de' }))).toBe(
    'Jo Park kommt nicht zu "Discovery" mit Mia Chen und sam@northwind.example, Mi, 25. Nov, 14:00-14:30 (Europe/London)',
  )
  const renamed = { id: 'e1', version: '1', change: { title: 'Intro' } }
  expect(calendarUpdate.say(renamed, before, 'will', contextOf({ kind: 'member', language: 'de' }))).toMatch(
    /^Change "Discovery" .*: title "Intro"$/,
  )
})
