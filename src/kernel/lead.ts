import { z } from 'zod'
import { PERIODS } from './deal.ts'

const word = z.string().nullable().default(null)
const instant = z.iso.datetime().nullable().default(null)

export const LeadStatus = z.enum([
  'new',
  'engaged',
  'qualified',
  'nurture',
  'disqualified',
  'routed',
  'spam',
  'duplicate',
  'not_a_lead',
])
export type LeadStatus = z.infer<typeof LeadStatus>

/** What somebody who writes from outside is, whatever they ask. */
export const LeadClass = z.enum([
  'lead',
  'spam',
  'pitch',
  'job_seeker',
  'student',
  'press',
  'partner',
  'customer',
  'support',
  'competitor',
])
export type LeadClass = z.infer<typeof LeadClass>

export const Band = z.enum(['hot', 'warm', 'cold', 'out'])
export type Band = z.infer<typeof Band>

/** Something a lead said of itself, with the words it was read from. */
export const LeadFact = z.strictObject({ field: z.string(), value: z.string(), span: z.string(), at: z.iso.datetime() })
export type LeadFact = z.infer<typeof LeadFact>

/** Points of a lead, and where each of them comes from. */
export const LeadScore = z.strictObject({
  fit: z.number(),
  intent: z.number(),
  total: z.number(),
  band: Band,
  /** Share of what would tell that is known. */
  completeness: z.number().min(0).max(1),
  factors: z.array(
    z.strictObject({ rule: z.string(), points: z.number(), of: z.number(), evidence: z.string().nullable() }),
  ),
})
export type LeadScore = z.infer<typeof LeadScore>

/** What is kept of somebody outside who may become a client. A lead is no contact: only a member makes a client of it. */
export const LeadDraft = z
  .strictObject({
    person: z
      .strictObject({
        name: word,
        email: word,
        phone: word,
        role: word,
        language: word,
        /** IANA. */
        zone: word,
      })
      .prefault({}),
    company: z
      .strictObject({
        name: word,
        domain: word,
        /** People who work there. */
        size: z.int().nullable().default(null),
        industry: word,
        /** ISO 3166 country code. */
        region: word,
      })
      .prefault({}),
    source: z
      .strictObject({
        /** `whatsapp`, `form`, `email`, `member`, ... */
        channel: word,
        page: word,
        referrer: word,
        partner: word,
      })
      .prefault({}),
    /** Every conversation it spoke in; the newest last. */
    conversations: z.array(z.string().min(1)).default([]),
    /** What they want, in their words. */
    ask: word,
    facts: z.array(LeadFact).default([]),
    /** The budget they named: integer minor units of `currency`. */
    amountMinor: z.int().nullable().default(null),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .nullable()
      .default(null),
    period: z.enum(PERIODS).nullable().default(null),
    needBy: z.iso.date().nullable().default(null),
    score: LeadScore.nullable().default(null),
    /** A member's word against the score. */
    override: z
      .strictObject({ band: Band, reason: z.string(), by: z.string(), at: z.iso.datetime() })
      .nullable()
      .default(null),
    status: LeadStatus.default('new'),
    class: LeadClass.default('lead'),
    /** Why it was disqualified. */
    reason: word,
    /** Policy id. */
    owner: word,
    firstTouchAt: instant,
    firstReplyAt: instant,
    /** What it was asked once, and is never asked again. */
    asked: z.array(z.string()).default([]),
    /** When it is taken up again. */
    nurtureAt: z.iso.date().nullable().default(null),
    /** What it agreed to, and in which words. */
    consent: z.strictObject({ basis: z.string(), at: z.iso.datetime(), text: z.string() }).nullable().default(null),
    /** The team's own fields. */
    custom: z.record(z.string(), z.string()).default({}),
  })
  .refine((lead) => lead.amountMinor === null || lead.currency !== null, { error: 'an amount needs a currency' })
export type LeadDraft = z.infer<typeof LeadDraft>

/** A lead on file. */
export interface Lead extends LeadDraft {
  id: string
  version: string
}
