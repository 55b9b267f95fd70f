import { z } from 'zod'
import { type Account, AccountDraft } from './account.ts'
import { type Activity, ActivityDraft } from './activity.ts'
import { type Contact, ContactDraft } from './contact.ts'
import { type Deal, DealDraft } from './deal.ts'
import { type Lead, LeadDraft } from './lead.ts'

/** What a CRM keeps, by kind. */
export interface Records {
  account: Account
  contact: Contact
  deal: Deal
  lead: Lead
  activity: Activity
}
export type RecordKind = keyof Records
export const RECORD_KINDS = ['account', 'contact', 'deal', 'lead', 'activity'] as const satisfies readonly RecordKind[]

/** What a new record says, by kind. */
export const DRAFTS = {
  account: AccountDraft,
  contact: ContactDraft,
  deal: DealDraft,
  lead: LeadDraft,
  activity: ActivityDraft,
}
/** As it is given: what is absent is unknown. */
export type DraftInput<K extends RecordKind> = z.input<(typeof DRAFTS)[K]>

/** One field of a change set: `stage`, or `custom.Region` of a field of the team's own; null is unknown. */
export const FieldOp = z.strictObject({
  path: z.string().min(1),
  /** What the writer saw there. */
  before: z.json(),
  after: z.json(),
  /** The words it came from. */
  from: z.string().max(300).optional(),
})
export type FieldOp = z.infer<typeof FieldOp>
