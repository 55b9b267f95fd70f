import { z } from 'zod'
import { Approvals } from './fragments/approvals.ts'
import { Booking } from './fragments/booking.ts'
import { Budget } from './fragments/budget.ts'
import { Company } from './fragments/company.ts'
import { Crm } from './fragments/crm.ts'
import { Escalation } from './fragments/escalation.ts'
import { Facts } from './fragments/facts.ts'
import { Forms } from './fragments/forms.ts'
import { Leads } from './fragments/leads.ts'
import { Model } from './fragments/model.ts'
import { Outreach } from './fragments/outreach.ts'
import { People } from './fragments/people.ts'
import { Privacy } from './fragments/privacy.ts'
import { Rules } from './fragments/rules.ts'
import { Scheduling } from './fragments/scheduling.ts'
import { Sentiment } from './fragments/sentiment.ts'
import { Whatsapp } from './fragments/whatsapp.ts'
import { addressee, currency, keys, list, named, number } from './kinds.ts'

/** The whole file, one fragment per owner. It checks and fills in defaults, and keeps every value as it was written. */
export const PolicyFile = keys({
  version: z.literal(1, { error: '1' }).prefault(1).describe('of this format'),
  company: Company.describe('who you are'),
  people: People,
  vip: list(addressee, '[jo@acme.example, "@bigco.example"]')
    .prefault([])
    .describe('addresses, or whole domains as "@bigco.example", that are given more'),
  scheduling: Scheduling.prefault({}).describe('meetings'),
  facts: Facts.prefault({}).describe('what you do, as it is told to people outside'),
  leads: Leads.prefault({}).describe('people who may become clients'),
  crm: Crm.prefault({}).describe('records of clients and deals'),
  outreach: Outreach.prefault({}).describe('messages to people outside'),
  sentiment: Sentiment.prefault({}).describe('how clients feel'),
  whatsapp: Whatsapp.prefault({}).describe('what WhatsApp needs'),
  forms: Forms,
  booking: Booking.prefault({}).describe('pages where visitors book a time'),
  approvals: Approvals.prefault({}).describe('how people are asked'),
  escalation: Escalation.prefault({}).describe('who decides what, by matter or by reason'),
  budget: Budget.prefault({}).describe('what a model may cost'),
  model: Model.prefault({}).describe('which model, if any; everything works without one'),
  rates: named(currency, number(0.000001, 1_000_000))
    .prefault({})
    .describe(
      'what one unit of another currency is worth in yours, such as {USD: 0.92}; amounts without a rate are asked about',
    ),
  privacy: Privacy.prefault({}).describe('what is kept, and for how long'),
  rules: Rules,
})

/** The policy as it is written, defaults filled in. */
export type PolicyFile = z.output<typeof PolicyFile>
/** What has to be written of it. */
export type PolicyDraft = z.input<typeof PolicyFile>
