import { z } from 'zod'
import { Outcome } from '#kernel/actions/meeting-outcome.ts'

/** Where in the text something was read: offsets in UTF-16 units, end exclusive. */
const Span = z.tuple([z.number().int(), z.number().int()])

/** A time as it was said and understood. */
export const Wish = z.object({
  text: z.string(),
  span: Span.nullable(),
  /** `point` a moment, `range` a stretch, `open` one with a single end. */
  kind: z.enum(['point', 'range', 'open']),
  startMs: z.number(),
  /** Exclusive; for a moment the end of its grain. */
  endMs: z.number(),
  /** A day was named; a time on the clock was named. */
  dated: z.boolean(),
  clocked: z.boolean(),
  /** "morning", "afternoon": the wish is a part of a day. */
  partOfDay: z.string().nullable(),
  /** Whole days, weeks or months rather than a time of day. */
  wholeDays: z.boolean(),
  approximate: z.boolean(),
  ambiguous: z.boolean(),
  alternatives: z.array(z.object({ startMs: z.number(), endMs: z.number() })),
  /** The clocks skip (`gap`) or repeat (`fold`) this time. */
  dst: z.enum(['gap', 'fold']).nullable(),
  zone: z.string(),
  zoneNamed: z.boolean(),
})
export type Wish = z.infer<typeof Wish>

/** Somebody named in the text; `address` once it is known who is meant, '' where they are to be left out. */
export const Named = z.object({
  words: z.string(),
  span: Span.nullable(),
  address: z.string().nullable(),
  /** `table`: sits (or shall sit) at the meeting; `change`: is to be added or taken off. */
  role: z.enum(['table', 'change']).default('table'),
  /** Only perhaps a name ("jo said yes"): whom nobody knows by it is left out, not asked about. */
  perhaps: z.boolean().optional(),
})
export type Named = z.infer<typeof Named>

/** Which existing event is meant. */
export const Which = z.object({
  /** Chosen outright. */
  id: z.string().nullable(),
  /** "it", "that meeting": what was lately spoken of. */
  recent: z.boolean(),
  /** 1 is the first or next, -1 the last. */
  ordinal: z.number().int().nullable(),
  /** "everything", "all future ones". */
  all: z.boolean(),
  /** What it is called, without filler: "standup". Empty: any meeting. */
  words: z.string(),
  /** The whole text: where nothing else tells which, a title that stands in it does. */
  said: z.string(),
  when: Wish.nullable(),
  /** One of a series only, this and the following, or all of it. */
  scope: z.enum(['one', 'following', 'series']),
})
export type Which = z.infer<typeof Which>

export const KINDS = [
  'book',
  'block',
  'trip',
  'person',
  'rsvp',
  'move',
  'swap',
  'again',
  'update',
  'cancel',
  'late',
  'outcome',
  'agenda',
  'free',
  'who_free',
  'find',
  'remind',
  'why',
  'link',
] as const

/** What the reader makes of a message: everything later steps need, and where it was read. */
export const Request = z.object({
  kind: z.enum(KINDS),
  people: z.array(Named).max(50).default([]),
  /** Words in a row after the verb ("book dave, lena and jo"): names, where contacts are called so. */
  listed: z.array(z.string()).default([]),
  /** "the whole team", "everyone". */
  everyone: z.boolean().default(false),
  title: z.object({ text: z.string(), span: Span.nullable() }).nullable().default(null),
  /** What sort of meeting: a type of the policy, or a word such as lunch or call. */
  type: z.string().nullable().default(null),
  location: z.string().nullable().default(null),
  lengthMs: z.number().nullable().default(null),
  when: Wish.nullable().default(null),
  /** Minutes of the day between which it must lie ("not before 11"). */
  bounds: z.object({ fromMinute: z.number(), toMinute: z.number() }).nullable().default(null),
  /** Take the first time that fits instead of offering some. */
  earliest: z.boolean().default(false),
  /** Take the best time that fits instead of offering some. */
  choose: z.boolean().default(false),
  /** RFC 5545 RRULE of a series, without its name. */
  recurrence: z.string().nullable().default(null),
  which: Which.nullable().default(null),
  /** The other event of a swap. */
  other: Which.nullable().default(null),
  /** How far to move: later is positive. */
  shiftMs: z.number().nullable().default(null),
  change: z
    .object({
      title: z.string().optional(),
      location: z.string().optional(),
      lengthMs: z.number().optional(),
      longerMs: z.number().optional(),
      add: z.boolean().optional(),
      remove: z.boolean().optional(),
    })
    .nullable()
    .default(null),
  /** Where somebody goes or is for days, and the times of going and coming back. */
  trip: z
    .object({
      place: z.string(),
      /** There is a way to make; without it they are simply there. */
      moves: z.boolean(),
      out: Wish.nullable(),
      back: Wish.nullable(),
    })
    .nullable()
    .default(null),
  /** What to be reminded of, and how long before an event where one was named. */
  reminder: z.string().nullable().default(null),
  beforeMs: z.number().nullable().default(null),
  /** "if I haven't met with Lena in the last 7 days": only then. `unknown` is a condition the reader cannot check. */
  condition: z
    .discriminatedUnion('type', [
      z.object({ type: z.literal('not_met'), sinceMs: z.number(), text: z.string() }),
      z.object({ type: z.literal('unknown'), text: z.string() }),
    ])
    .nullable()
    .default(null),
  /** The agenda of the people named is asked for, not the meetings with them. */
  whose: z.boolean().default(false),
  /** "Move the standup to 3 and the review to Thursday": more moves than one request holds. */
  several: z.boolean().default(false),
  /** "All day": whole days are meant, and no time in them. */
  allDay: z.boolean().default(false),
  /** "Can't make it": they may want to cancel or to move. */
  cannotCome: z.boolean().default(false),
  /** "Skip", "decline": the asker does not come; what they only attend goes on. */
  declines: z.boolean().default(false),
  /** The person knows of an overlap and wants it anyway. */
  overlap: z.boolean().default(false),
  /** A block goes around what is there already. */
  around: z.boolean().default(false),
  /** Go on without the calendars that could not be read. */
  unchecked: z.boolean().default(false),
  /** A date somebody named that no calendar has: "30 February". */
  noSuchDate: z.string().nullable().default(null),
  /** What has been asked already: never asked again. */
  asked: z.array(z.string()).default([]),
  /** The last answer could not be understood. */
  stuck: z.boolean().default(false),
  /** The person dropped it. */
  dropped: z.boolean().default(false),
  /** The part of the day a link is to be narrowed to. */
  part: z.enum(['morning', 'afternoon', 'evening']).nullable().default(null),
  /** A clock was said and no day: both are asked about. */
  dayOpen: z.boolean().default(false),
  /** "Your time or mine?": in whose zone the clock is meant is asked. */
  zoneOpen: z.boolean().default(false),
  /** Times were offered, and they named their own again. */
  insists: z.boolean().default(false),
  /** "Same time as last time": weekday, hour and length of the last meeting with the same people. */
  asLastTime: z.boolean().default(false),
  /** They want a person, and no machine. */
  wantsPerson: z.boolean().default(false),
  /** It is for somebody who cannot wait. */
  hotLead: z.boolean().default(false),
  /** Windows that were ruled out ("but not Friday morning"). */
  excluded: z.array(z.object({ startMs: z.number(), endMs: z.number() })).default([]),
  /** The answer to an invitation that the message carries. */
  reply: z
    .object({
      event: z.string(),
      attendee: z.string(),
      reply: z.enum(['accepted', 'declined', 'tentative']),
    })
    .nullable()
    .default(null),
  /** A booking page filled it in: its time was free when it was chosen, and has been held since. */
  fromPage: z.boolean().default(false),
  /** How a meeting went. */
  outcome: Outcome.nullable().default(null),
  /** Another time for a meeting that was missed; the guest has said nothing yet. */
  missed: z.boolean().default(false),
  /** What a visitor wrote beside it. It goes into the event as it is, and is never read. */
  note: z.string().nullable().default(null),
})
export type Request = z.infer<typeof Request>

/** A request in which nothing is known but its kind. */
export const blank = (kind: Request['kind']): Request => Request.parse({ kind })

/** Whether a time was picked from an offer: no words of the person's own stand for it. */
export const isPicked = (wish: Wish): boolean => wish.span === null

/** A moment somebody picked from an offer, or that a rule settled on. */
export const picked = (startMs: number, endMs: number, zone: string): Wish => ({
  text: '',
  span: null,
  kind: 'point',
  startMs,
  endMs,
  dated: true,
  clocked: true,
  partOfDay: null,
  wholeDays: false,
  approximate: false,
  ambiguous: false,
  alternatives: [],
  dst: null,
  zone,
  zoneNamed: false,
})
