import { z } from 'zod'
import { Attendee, type CalendarEvent } from '../event.ts'
import { meetingFacts, phrasesFor, refuseForeign, sayMeeting } from './calendar-facts.ts'
import type { ActionContext, ActionDefinition } from './definition.ts'

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
  askIf: 'scheduling.ask_if',
  autonomy: (facts) => `scheduling.autonomy.${facts.party}`,
  facts: (args, before, context) => (before ? meetingFacts({ ...before, ...defined(args.change) }, context) : {}),
  refuse: (args, before, context) =>
    refuseForeign(before, context) ??
    (context.principal.kind !== 'member' && args.change.attendees && !answersOnly(before, args.change, context.own)
      ? 'only the team invites people to a meeting'
      : null),
  inverse: (args, before, after) => {
    if (!before) return null
    const change = Object.fromEntries(
      Object.keys(defined(args.change)).map((key) => [key, before[key as keyof CalendarEvent]]),
    )
    return { kind: 'calendar.update', args: { id: after.id, version: after.version, change } }
  },
  say: (args, before, tense, context) => {
    const { change } = args
    const phrases = phrasesFor(context)
    const what = before ? sayMeeting(before, context) : args.id
    const replies = before && onlyReplies(change) ? newReplies(before, change) : []
    if (replies.length > 0)
      return replies.map((one) => phrases.replied(context.nameOf(one.address), one.reply, what)).join('. ')
    return phrases[tense].update(what, sayChanges(change, context).join(', '))
  },
}

type Change = z.infer<typeof Change>

/** What is new about an event, one part for each thing: `title "Check-in"`, `place Room 1`. */
export function sayChanges(change: Change, context: ActionContext): string[] {
  const said = phrasesFor(context).change
  return [
    change.title === undefined ? null : said.title(change.title),
    change.location === undefined ? null : said.place(change.location),
    change.description === undefined ? null : said.description,
    change.attendees && said.people(change.attendees.map((one) => context.nameOf(one.address)).join(', ') || 'none'),
  ].filter((part) => typeof part === 'string')
}

const onlyReplies = (change: Change): boolean =>
  Object.keys(defined(change)).every((key) => key === 'attendees') && change.attendees !== undefined

/** Who answers otherwise than before, where the table stays the same; none where people come or go. */
function newReplies(before: CalendarEvent, { attendees = [] }: Change): Attendee[] {
  const was = new Map(before.attendees.map((one) => [one.address, one.reply]))
  if (attendees.length !== was.size || attendees.some((one) => !was.has(one.address))) return []
  return attendees.filter((one) => was.get(one.address) !== one.reply)
}

/** Whether a change is no more than the principal's own answer to an invitation. */
function answersOnly(before: CalendarEvent | null, change: Change, own: readonly string[]): boolean {
  if (!before || !onlyReplies(change)) return false
  const replies = newReplies(before, change)
  return replies.length > 0 && replies.every((one) => own.includes(one.address))
}

function defined<T extends object>(change: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
