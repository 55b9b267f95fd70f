import { expect, test } from 'vitest'
import { CalendarEvent } from '#kernel/event.ts'
import { firmness } from './busy.ts'

const event = (over: object) =>
  CalendarEvent.parse({
    id: 'e',
    version: '1',
    series: null,
    madeBy: null,
    title: 'x',
    start: '2026-11-24T15:00:00Z',
    end: '2026-11-24T15:30:00Z',
    zone: 'Etc/UTC',
    organizer: 'ann@acme.example',
    attendees: [{ address: 'sam@northwind.example' }],
    ...over,
  })
const team = (address: string) => address.endsWith('@northwind.example')

test('an unanswered invitation is soft from a stranger, firm from a colleague, and firm for whoever sent it', () => {
  expect(firmness(event({}), 'sam@northwind.example', team)).toBe('soft')
  expect(firmness(event({ organizer: 'mia@northwind.example' }), 'sam@northwind.example', team)).toBe('firm')
  const own = { organizer: 'sam@northwind.example', attendees: [{ address: 'sam@northwind.example' }] }
  expect(firmness(event(own), 'sam@northwind.example', () => false)).toBe('firm')
})

test('somebody who does not sit at it is not busy', () => {
  expect(firmness(event({}), 'mia@northwind.example', team)).toBe('none')
})
