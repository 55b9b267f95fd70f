import { z } from 'zod'
import { PERIODS } from '#kernel/deal.ts'

/** The kinds of record that changes are said of. */
export const KINDS = ['account', 'contact', 'deal'] as const
export type Kind = (typeof KINDS)[number]

/** Which record somebody means, as they said it. */
export const Subject = z.object({
  /** `acme`; empty: what was last spoken of. */
  words: z.string(),
  /** The kind they named ("the acme deal"), or null. */
  as: z.enum(KINDS).nullable().default(null),
  /** The company a person is named with ("Maria at Acme"), or null. */
  company: z.string().nullable().default(null),
  /** "the other one": not the one that comes first to mind. */
  other: z.boolean().default(false),
  /** `deal:d1`: what an answer picked, or null. */
  record: z.string().nullable().default(null),
})
export type Subject = z.infer<typeof Subject>

/** A value as it was said; whether the field can hold it is for the rules. */
export const Value = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  /** How a deal went, said without the name of a stage. */
  z.object({ type: z.literal('outcome'), outcome: z.enum(['won', 'lost', 'agreed']) }),
  z.object({
    type: z.literal('money'),
    /** Main units, exact, of one period. */
    amount: z.string(),
    currency: z.string().nullable(),
    per: z.enum(PERIODS).nullable(),
    /** "x 12": how many periods are meant. */
    times: z.number().int().nullable(),
    tax: z.enum(['net', 'gross']).nullable(),
    /** The upper end of a range, of which `amount` is the lower. */
    upTo: z.string().nullable(),
    /** What it is said to have been before. */
    was: z.string().nullable(),
    /** Another reading that is about as likely. */
    other: z.string().nullable(),
  }),
  z.object({
    type: z.literal('date'),
    /** ISO date; null for one that does not exist. */
    date: z.string().nullable(),
    other: z.string().nullable(),
    words: z.string(),
  }),
])
export type Value = z.infer<typeof Value>

/** One field and what it shall say. */
export const Change = z.object({
  /** `stage`, `amount`, `closeDate`, `owner`, ..., or `custom.<name>`. */
  field: z.string(),
  value: Value,
  /** The words it came from. */
  from: z.string(),
  /** Why it is not written without a yes: said with a "maybe", or said by somebody else. */
  doubt: z.enum(['hedged', 'quoted']).nullable().default(null),
})
export type Change = z.infer<typeof Change>

/** One thing to do to one record. */
export const Step = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('set'),
    subject: Subject,
    changes: z.array(Change),
    note: z.string().nullable().default(null),
  }),
  z.object({ do: z.literal('note'), subject: Subject, text: z.string(), activity: z.enum(['note', 'call']) }),
  z.object({
    do: z.literal('task'),
    subject: Subject,
    text: z.string(),
    /** ISO date, and where a clock time was said the instant. */
    due: z.string().nullable(),
    atMs: z.number().nullable(),
    /** Whose it is, as said; empty: the speaker's. */
    who: z.string(),
  }),
  z.object({ do: z.literal('create'), record: z.enum(KINDS), name: z.string(), changes: z.array(Change) }),
  z.object({ do: z.literal('archive'), subject: Subject }),
  /** A person works elsewhere now. */
  z.object({ do: z.literal('join'), subject: Subject, left: z.string().nullable(), company: z.string().nullable() }),
])
export type Step = z.infer<typeof Step>

/** What a member wants written. */
export const Write = z.object({
  kind: z.literal('write'),
  steps: z.array(Step),
  /** The step that the open question is about, and what it lacks; null while none is open. */
  open: z
    .object({ step: z.number().int(), slots: z.array(z.string()) })
    .nullable()
    .default(null),
  /** What was asked already, `<step>.<slot>`: nothing is asked twice. */
  asked: z.array(z.string()).default([]),
  /** Names an answer explained: they are learned for whoever gave it. */
  learned: z.array(z.object({ words: z.string(), record: z.string() })).default([]),
  /** "Yes, write it" was answered to what was in doubt. */
  sure: z.boolean().default(false),
  /** "Only note it" was. */
  onlyNote: z.boolean().default(false),
  /** The answer said to leave it. */
  dropped: z.boolean().default(false),
})
export type Write = z.infer<typeof Write>
