import { z } from 'zod'

/** What a question or a change for many is about. `people` is contacts, `record` whichever a name means. */
export const Of = z.enum(['deal', 'contact', 'account', 'lead', 'task', 'note', 'record'])
export type Of = z.infer<typeof Of>

const Day = z.iso.date().nullable()

/** One thing that must hold of a record. `not` turns it round. */
export const Test = z.discriminatedUnion('test', [
  /** Whose it is: a policy id, or null for nobody's. */
  z.object({ test: z.literal('owner'), who: z.string().nullable(), not: z.boolean() }),
  /** Its amount; without a currency, in whichever it has. `amount` is in main units, as it was read. */
  z.object({
    test: z.literal('amount'),
    is: z.enum(['over', 'atLeast', 'under', 'atMost', 'about']),
    amount: z.number(),
    currency: z.string().nullable(),
  }),
  /** One of its dates, from the first day on and before the second. `of` may be the words of a field of the team's own. */
  z.object({ test: z.literal('date'), of: z.string(), from: Day, to: Day, not: z.boolean() }),
  /** Nothing was said, noted or changed from that day on. */
  z.object({ test: z.literal('quiet'), since: z.iso.date() }),
  z.object({
    test: z.literal('state'),
    is: z.enum(['open', 'closed', 'won', 'lost', 'overdue', 'stale', 'done']),
    not: z.boolean(),
  }),
  /** A field that says nothing. */
  z.object({ test: z.literal('missing'), field: z.string(), not: z.boolean() }),
  /** Words that stand in a field: a stage, a status, or a value of the team's own; `field` where it was named. */
  z.object({ test: z.literal('value'), words: z.string(), field: z.string().nullable(), not: z.boolean() }),
  /** With whom: words that mean an account or a person. */
  z.object({ test: z.literal('with'), words: z.string(), not: z.boolean() }),
])
export type Test = z.infer<typeof Test>

/** The records that a condition picks. */
export const Selection = z.object({
  of: Of,
  tests: z.array(Test).max(20),
  /** Words of the condition that nothing was made of: nothing is changed while there are any. */
  unread: z.array(z.string()),
})
export type Selection = z.infer<typeof Selection>

export const Sort = z.object({ by: z.enum(['amount', 'close', 'touched', 'due', 'name']), desc: z.boolean() })
export type Sort = z.infer<typeof Sort>

/** What is wanted of the records: the list, how many, what they come to, or one thing about one of them. */
export const Ask = z.enum([
  'list',
  'count',
  'sum',
  'owner',
  'about',
  'field',
  'notes',
  'contacted',
  'history',
  'tidy',
  'duplicates',
  'import',
])
export type Ask = z.infer<typeof Ask>

/** A question about what is on file. Nothing is written for it. */
export const Query = z.object({
  kind: z.literal('query'),
  /** As it was asked: a long list is asked for again, further down. */
  words: z.string(),
  ask: Ask,
  set: Selection,
  /** The record that is meant, in the asker's words. */
  name: z.string().nullable(),
  /** `deal:d1`: what an answer picked, or null. */
  record: z.string().nullable(),
  /** The field that is asked about. */
  field: z.string().nullable(),
  sort: Sort.nullable(),
  limit: z.int().min(1).max(100).nullable(),
  /** How many of the list were said already. */
  from: z.int().min(0),
})
export type Query = z.infer<typeof Query>

/** One change for every record that a condition picks. */
export const Bulk = z.object({
  kind: z.literal('bulk'),
  set: Selection,
  change: z.discriminatedUnion('to', [
    z.object({ to: z.literal('owner'), who: z.string() }),
    /** A stage of deals, a status of people. */
    z.object({ to: z.literal('stage'), words: z.string() }),
    z.object({ to: z.literal('field'), field: z.string(), words: z.string() }),
    z.object({ to: z.literal('archive') }),
  ]),
  /** What was asked was answered with yes. */
  sure: z.boolean(),
  /** It was answered with no. */
  dropped: z.boolean(),
})
export type Bulk = z.infer<typeof Bulk>

/** Two records that are one. */
export const Merge = z.object({
  kind: z.literal('merge'),
  of: z.enum(['account', 'contact']).nullable(),
  /** One name that two have, or the two names. */
  words: z.array(z.string()).min(1).max(2),
  /** "into Acme": the second of the words keeps its record. */
  into: z.boolean(),
  /** `account:a1`, where a tap named them. */
  records: z.array(z.string()).max(2),
  dropped: z.boolean(),
})
export type Merge = z.infer<typeof Merge>

/** One change that was offered and tapped. */
export const Fix = z.object({
  kind: z.literal('fix'),
  to: z.enum(['close', 'chase', 'mine']),
  /** `deal:d1` */
  record: z.string(),
  day: Day,
})
export type Fix = z.infer<typeof Fix>

/** What was last said with somebody is to be kept at their record. */
export const Log = z.object({
  kind: z.literal('log'),
  name: z.string(),
  record: z.string().nullable(),
  channel: z.enum(['whatsapp', 'slack', 'discord', 'email']).nullable(),
})
export type Log = z.infer<typeof Log>

/** Something to be arranged if it holds that a person was not spoken to. */
export const Provided = z.object({
  kind: z.literal('provided'),
  name: z.string(),
  record: z.string().nullable(),
  /** Nothing was said from that day on. */
  since: z.iso.date(),
  /** What is to be done then, in the asker's words, and whose job that is. */
  what: z.string(),
  intent: z.enum(['book', 'remind']),
  /** It was asked whether to go on where nothing tells, and this was the answer. */
  sure: z.boolean().nullable(),
})
export type Provided = z.infer<typeof Provided>

/** What members ask of the records, and of many at once. */
export const ASKINGS = [Query, Bulk, Merge, Fix, Log, Provided] as const
export const Asking = z.discriminatedUnion('kind', ASKINGS)
export type Asking = z.infer<typeof Asking>
