import { z } from 'zod'
import { type CalendarEvent, EventDraft, endsAfterStart, NO_LENGTH } from '../event.ts'
import { languageOf } from '../phrases.ts'
import { saySpan, toMs } from '../time.ts'
import { meetingFacts, phrasesFor, refuseForeign, sayMeeting } from './calendar-facts.ts'
import type { ActionDefinition } from './definition.ts'

const Args = z
  .object({
    id: z.string(),
    /** Version the agent saw; the write is refused where the event has another one. */
    version: z.string(),
    start: EventDraft.shape.start,
    end: EventDraft.shape.end,
    overlap: z.boolean().default(false),
  })
  .refine(endsAfterStart, NO_LENGTH)

/** Moves an event to another time. */
export const calendarMove: ActionDefinition<z.infer<typeof Args>, CalendarEvent> = {
  kind: 'calendar.move',
  args: Args,
  store: 'calendar',
  risk: 'medium',
  undo: 'compensating',
  approveIf: 'scheduling.approve_if',
  askIf: 'scheduling.ask_if',
  autonomy: (facts) => `scheduling.autonomy.${facts.party}`,
  facts: (args, before, context) =>
    before ? meetingFacts({ ...before, start: args.start, end: args.end }, context) : {},
  refuse: (_args, before, context) => refuseForeign(before, context),
  inverse: (_args, before, after) =>
    before && {
      kind: 'calendar.move',
      args: { id: after.id, version: after.version, start: before.start, end: before.end, overlap: true },
    },
  say: (args, before, tense, context) => {
    const language = languageOf(context.principal)
    const to = saySpan(toMs(args.start), toMs(args.end), context.zone, context.nowMs, { language })
    return phrasesFor(context)[tense].move(before ? sayMeeting(before, context) : args.id, to)
  },
}
