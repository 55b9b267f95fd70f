import { z } from 'zod'
import { isRule } from './series/rule.ts'
import { canonicalZone } from './time.ts'

/** Somebody at a meeting. Addresses are bare (`who@host`), lower case. */
export const Attendee = z.object({
  address: z.string().min(1),
  name: z.string().nullable().default(null),
  reply: z.enum(['accepted', 'declined', 'tentative', 'needs_action']).default('needs_action'),
})
export type Attendee = z.infer<typeof Attendee>

/** ISO 8601 instant in UTC (`2026-11-24T15:00:00Z`), or a date (`2026-11-24`) where the event lasts whole days. */
const Moment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d{3})?Z)?$/)
  .refine(isOnTheCalendar, { error: 'there is no such moment' })

/** No 30th of February, and no 25th hour. */
function isOnTheCalendar(moment: string): boolean {
  const ms = Date.parse(moment)
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(moment.slice(0, 19))
}

/** What a new event says. `zone` is the IANA zone in which its wall time is kept (it decides how a series meets DST). */
export const EventDraft = z.object({
  title: z.string().max(500),
  start: Moment,
  /** Exclusive. */
  end: Moment,
  zone: z.string().transform(canonicalZone),
  organizer: z.string(),
  attendees: z.array(Attendee).max(100),
  location: z.string().nullable().default(null),
  description: z.string().nullable().default(null),
  kind: z
    .enum(['event', 'focus', 'out_of_office', 'working_location', 'holiday', 'birthday', 'travel'])
    .default('event'),
  /** `free` events (TRANSP:TRANSPARENT) block nobody. */
  shows: z.enum(['busy', 'free']).default('busy'),
  status: z.enum(['confirmed', 'tentative', 'cancelled']).default('confirmed'),
  /** RFC 5545 RRULE value without its name, or null. */
  recurrence: z.string().refine(isRule, { error: 'no rule that a calendar can read' }).nullable().default(null),
})
export type EventDraft = z.infer<typeof EventDraft>

/** An event as a calendar holds it. An instance of a series has the id `uid#original-start`. */
export const CalendarEvent = EventDraft.extend({
  id: z.string(),
  /** Changes with every write; a write that names an older one is refused. */
  version: z.string(),
  /** Uid of the series this is an instance or exception of. */
  series: z.string().nullable(),
  /** Idempotency key of the action that made it; null for what people made. */
  madeBy: z.string().nullable(),
})
export type CalendarEvent = z.infer<typeof CalendarEvent>

/** What is to be different about a series from one of its instances on; what is absent stays. */
export const SeriesChange = z.object({
  /** Where that first instance goes. */
  start: Moment.optional(),
  end: Moment.optional(),
  title: EventDraft.shape.title.optional(),
  location: z.string().nullable().optional(),
  description: z.string().nullable().optional(),
  attendees: z.array(Attendee).max(100).optional(),
})
export type SeriesChange = z.infer<typeof SeriesChange>

/** A series with everything that hangs on it; `kept` is the calendar's own record of an event, and nobody else's business. */
export const WholeSeries = CalendarEvent.extend({
  /** Original starts that it leaves out (EXDATE), and starts beyond the rule (RDATE). */
  leftOut: z.array(Moment),
  added: z.array(Moment),
  /** Instances that were changed, by their original start. */
  changed: z.array(CalendarEvent.extend({ kept: z.unknown() })),
  kept: z.unknown(),
})
export type WholeSeries = z.infer<typeof WholeSeries>

/** Whether something ends after it starts; dates and instants are compared as what they are. */
export const endsAfterStart = ({ start, end }: { start: string; end: string }): boolean =>
  start.length === end.length && start < end
/** What is said of an event that does not. */
export const NO_LENGTH = { error: 'the end must be after the start', path: ['end'] }

export const isAllDay = (event: { start: string }): boolean => event.start.length === 10
