import { expect, test } from 'vitest'
import { calendarCreate } from '#kernel/actions/calendar-create.ts'
import type { ActionContext } from '#kernel/actions/definition.ts'
import { reminderCreate } from '#kernel/actions/reminder.ts'
import { EventDraft } from '#kernel/event.ts'
import { DESK } from '#kernel/principal.ts'
import { FACTS } from './facts.ts'

const context: ActionContext = {
  principal: DESK,
  own: [],
  party: () => 'unknown',
  nameOf: (address) => address,
  nowMs: 0,
  zone: 'Etc/UTC',
}

test('conditions can speak of every fact that the actions of the calendar have, and of no other', () => {
  const event = EventDraft.parse({
    title: 'Pricing',
    start: '2026-11-24T15:00:00Z',
    end: '2026-11-24T15:30:00Z',
    zone: 'Etc/UTC',
    organizer: 'mia@northwind.example',
    attendees: [],
  })
  const computed = {
    ...calendarCreate.facts({ event, overlap: false }, null, context),
    ...reminderCreate.facts(
      { atMs: 0, text: 'x', person: 'mia', conversation: 'c', channel: 'console' },
      null,
      context,
    ),
  }
  expect(Object.keys(computed).sort()).toEqual(Object.keys({ ...FACTS.any, ...FACTS.scheduling }).sort())
})
