import { z } from 'zod'
import { Attendee, type CalendarEvent } from '../event.ts'
import { meetingFacts, refuseForeign, sayMeeting } from './calendar-facts.ts'
import type { ActionDefinition } from './definition.ts'

const Change = z.object({
  title: z.string().max(500).optional(),
  location: z.string().nullable().optional(),
  description: z.string().nullable().optional(),
  attendees: z.array(Attendee).optional(),
})
const Args = z.object({ id: z.string(), version: z.string(), change: Change })

/** Changes what an event says, not when it is. */
export const calendarUpdate: ActionDefinition<z.infer<typeof Args>, CalendarEvent> = {
  kind: 'calendar.update',
  args: Args,
  store: 'calendar',
  risk: 'medium',
  undo: 'compensating',
  approveIf: 'scheduling.approve_if',
  autonomy: (facts) => `scheduling.autonomy.${facts.party}`,
  facts: (args, before, context) => (before ? meetingFacts({ ...before, ...defined(args.change) }, context) : {}),
  refuse: (args, before, context) =>
    refuseForeign(before, context) ??
    (context.principal.kind !== 'member' && args.change.attendees ? 'only the team invites people to a meeting' : null),
  inverse: (args, before, after) => {
    if (!before) return null
    const change = Object.fromEntries(
      Object.keys(defined(args.change)).map((key) => [key, before[key as keyof CalendarEvent]]),
    )
    return { kind: 'calendar.update', args: { id: after.id, version: after.version, change } }
  },
  say: (args, before, tense, context) => {
    const change = args.change
    const parts = [
      change.title === undefined ? null : `title "${change.title}"`,
      change.location === undefined ? null : `place ${change.location ?? 'none'}`,
      change.description === undefined ? null : 'its description',
      change.attendees && `people ${change.attendees.map((one) => context.nameOf(one.address)).join(', ')}`,
    ].filter((part) => part)
    return `${tense === 'will' ? 'Change' : 'Changed'} ${before ? sayMeeting(before, context) : args.id}: ${parts.join(', ')}`
  },
}

function defined<T extends object>(change: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
