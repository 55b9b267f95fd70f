import { z } from 'zod'

/** What an amount is paid for; none is a sum that is paid once. */
export const PERIODS = ['hour', 'day', 'week', 'month', 'quarter', 'year'] as const

/** What is kept of a deal. */
export const DealDraft = z
  .strictObject({
    name: z.string().nullable().default(null),
    /** Id of the account it is with. */
    account: z.string().nullable().default(null),
    /** Id of the contact it is with. */
    contact: z.string().nullable().default(null),
    /** The company in words. */
    company: z.string().nullable().default(null),
    /** Where a team has several; none is the only one. */
    pipeline: z.string().nullable().default(null),
    /** One of the policy's `crm.stages`. */
    stage: z.string().nullable().default(null),
    /** Integer minor units (cents, pence, yen) of `currency`. */
    amountMinor: z.int().nullable().default(null),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .nullable()
      .default(null),
    period: z.enum(PERIODS).nullable().default(null),
    closeDate: z.iso.date().nullable().default(null),
    /** E-mail address of the responsible member, or their policy id as it was imported. */
    owner: z.string().nullable().default(null),
    nextStep: z.string().nullable().default(null),
    lostReason: z.string().nullable().default(null),
    /** What the team says of it beside the stage: `on hold`. */
    status: z.string().nullable().default(null),
    notes: z.string().nullable().default(null),
    /** The team's own fields. */
    custom: z.record(z.string(), z.string()).default({}),
  })
  .refine((deal) => deal.amountMinor === null || deal.currency !== null, { error: 'an amount needs a currency' })
export type DealDraft = z.infer<typeof DealDraft>

/** A deal on file. */
export interface Deal extends DealDraft {
  id: string
  version: string
}
