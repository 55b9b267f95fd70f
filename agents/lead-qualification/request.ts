import { z } from 'zod'
import { PERIODS } from '#kernel/deal.ts'
import { Language } from '#kernel/language.ts'
import { LeadClass } from '#kernel/lead.ts'
import { WANTS } from './read/wants.ts'
import { FromTeam } from './request/members.ts'

const read = <T extends z.ZodType>(value: T) => z.object({ value, span: z.string() }).nullable().default(null)

/** What somebody outside wrote, as far as rules understand it; an answer is added to what they wrote before. */
export const Inbound = z.object({
  side: z.literal('outside'),
  /** `inbound`: the whole message is ours. `aside`: it stands beside a job of somebody else. `note`: only to be written down. */
  kind: z.enum(['inbound', 'aside', 'note']),
  language: Language,
  /** Their words, cut. */
  text: z.string(),
  /** There are no words: a voice note, a picture. */
  wordless: z.boolean().default(false),
  class: LeadClass,
  /** What spoke for the class. */
  signals: z.array(z.object({ class: LeadClass, words: z.string(), strong: z.boolean() })).default([]),
  person: z.object({
    name: z.string().nullable().default(null),
    email: z.string().nullable().default(null),
    phone: z.string().nullable().default(null),
  }),
  company: z.object({ name: z.string().nullable().default(null), domain: z.string().nullable().default(null) }),
  source: z.object({ page: z.string().nullable().default(null), referrer: z.string().nullable().default(null) }),
  /** Names of services of the policy, with the words that named them. */
  services: z.array(z.object({ name: z.string(), span: z.string() })).default([]),
  /** Something is asked for or wanted. */
  asks: z.boolean().default(false),
  /** Kinds of client that are asked about. */
  sectors: z.array(z.string()).default([]),
  wants: z.partialRecord(z.enum(WANTS), z.string()).default({}),
  knownTo: z.string().nullable().default(null),
  anger: z.string().nullable().default(null),
  referral: z.string().nullable().default(null),
  disposable: z.boolean().default(false),
  industry: read(z.string()),
  headcount: read(z.number().int()),
  region: read(z.string()),
  role: read(z.string()),
  authority: read(z.boolean()),
  budget: read(z.object({ amountMinor: z.number().int(), currency: z.string(), period: z.enum(PERIODS).nullable() })),
  timeline: read(z.object({ timeline: z.enum(['dated', 'vague', 'none']), by: z.string().nullable() })),
  /** What was asked in this task. */
  asked: z.array(z.string()).default([]),
})
export type Inbound = z.infer<typeof Inbound>

/** What the reader makes of a message, from outside or from the team. */
export const Request = z.discriminatedUnion('side', [Inbound, FromTeam])
export type Request = z.infer<typeof Request>
