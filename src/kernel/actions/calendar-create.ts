import { z } from 'zod'
import { type CalendarEvent, EventDraft, endsAfterStart, NO_LENGTH } from '../event.ts'
import { addressesOf, meetingFacts, phrasesFor, sayMeeting, sayTurn } from './calendar-facts.ts'
import type { ActionDefinition } from './definition.ts'

const Args = z.object({
  event: EventDraft.refine(endsAfterStart, NO_LENGTH),
  /** The person knows of the overlap and said "book anyway". */
  overlap: z.boolean().default(false),
})

/** Puts a new event into the team's calendar. The performer holds the slot first, unless `overlap` or it shows as free. */
export const calendarCreate: ActionDefinition<z.infer<typeof Args>, CalendarEvent> = {
  kind: 'calendar.create',
  args: Args,
  store: 'calendar',
  risk: 'medium',
  undo: 'clean',
  approveIf: 'scheduling.approve_if',
  askIf: 'scheduling.ask_if',
  autonomy: (facts) => `scheduling.autonomy.${facts.party}`,
  facts: (args, _before, context) => ({
    ...meetingFacts(args.event, context),
    recurring: args.event.recurrence !== null,
  }),
  refuse: (args, _before, context) => {
    if (context.principal.kind === 'member') return null
    const own = new Set(context.own)
    const strangers = addressesOf(args.event).filter(
      (address) => !own.has(address) && context.party(address) !== 'member',
    )
    return strangers.length === 0 ? null : 'a client can meet the team, and invite nobody else'
  },
  inverse: (_args, _before, after) => ({ kind: 'calendar.remove', args: { id: after.id, version: after.version } }),
  say: ({ event }, _before, tense, context) =>
    phrasesFor(context)[tense].create(sayMeeting(event, context)) + sayTurn(event, context),
}
