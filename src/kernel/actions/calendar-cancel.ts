import { z } from 'zod'
import type { CalendarEvent } from '../event.ts'
import { meetingFacts, phrasesFor, refuseForeign, sayMeeting, sayTurn } from './calendar-facts.ts'
import type { ActionDefinition } from './definition.ts'

const Args = z.object({ id: z.string(), version: z.string() })
type CalendarAction = ActionDefinition<z.infer<typeof Args>, CalendarEvent>

/** Marks an event cancelled; it stays on record, so that undo puts the very same event back. */
export const calendarCancel: CalendarAction = {
  kind: 'calendar.cancel',
  args: Args,
  store: 'calendar',
  risk: 'high',
  undo: 'compensating',
  approveIf: 'scheduling.approve_if',
  askIf: 'scheduling.ask_if',
  autonomy: (facts) =>
    facts.party === 'internal' ? 'scheduling.autonomy.internal' : 'scheduling.autonomy.cancel_external',
  facts: (_args, before, context) => (before ? meetingFacts(before, context) : {}),
  refuse: (_args, before, context) => refuseForeign(before, context),
  inverse: (_args, _before, after) => ({ kind: 'calendar.restore', args: { id: after.id, version: after.version } }),
  say: (args, before, tense, context) =>
    phrasesFor(context)[tense].cancel(before ? sayMeeting(before, context) + sayTurn(before, context) : args.id),
}

/** Takes a cancelled event back into the calendar. */
export const calendarRestore: CalendarAction = {
  ...calendarCancel,
  kind: 'calendar.restore',
  risk: 'medium',
  inverseOnly: true,
  inverse: (_args, _before, after) => ({ kind: 'calendar.cancel', args: { id: after.id, version: after.version } }),
  say: (args, before, tense, context) =>
    phrasesFor(context)[tense].restore(before ? sayMeeting(before, context) + sayTurn(before, context) : args.id),
}

/** Takes away an event that the desk itself made and nobody touched since: the calendar is as if it had never been. */
export const calendarRemove: CalendarAction = {
  ...calendarCancel,
  kind: 'calendar.remove',
  inverseOnly: true,
  undo: 'impossible',
  inverse: () => null,
  say: (args, before, tense, context) =>
    phrasesFor(context)[tense].remove(before ? sayMeeting(before, context) + sayTurn(before, context) : args.id),
}
