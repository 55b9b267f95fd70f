import { approvalsOf } from './fragments/approvals.ts'
import { bookingOf } from './fragments/booking.ts'
import { budgetOf } from './fragments/budget.ts'
import { companyOf } from './fragments/company.ts'
import { crmOf } from './fragments/crm.ts'
import { escalationOf } from './fragments/escalation.ts'
import { factsOf } from './fragments/facts.ts'
import { formsOf } from './fragments/forms.ts'
import { leadsOf } from './fragments/leads.ts'
import { modelOf } from './fragments/model.ts'
import { outreachOf } from './fragments/outreach.ts'
import { personOf } from './fragments/people.ts'
import { privacyOf } from './fragments/privacy.ts'
import { ruleOf } from './fragments/rules.ts'
import { schedulingOf } from './fragments/scheduling.ts'
import { sentimentOf } from './fragments/sentiment.ts'
import { whatsappOf } from './fragments/whatsapp.ts'
import { zone as zoneKind } from './kinds.ts'
import { PolicyFile } from './schema.ts'

/** Where a policy came from, for `why`, `policy diff` and messages. */
export interface PolicySource {
  /** Path of the file; null for the policy of a home without one. */
  file: string | null
  /** Short hash of its text. */
  version: string
  /** What stands in the file, without defaults. */
  given: unknown
}

/**
 * The team's policy as the code reads it: durations in ms, money in minor units, hours in minutes by ISO weekday. It is
 * frozen: a new file makes a new policy.
 */
export type Policy = ReturnType<typeof policyOf>
export type { PolicyPerson } from './fragments/people.ts'

/** Turns a checked file into a policy. */
export function policyOf(file: PolicyFile, source: PolicySource, neverDomains: readonly string[] = []) {
  const company = companyOf(file.company)
  const exchange = { currency: company.currency, rates: file.rates }
  return freeze({
    source,
    /** The file with every default filled in, as it would be written. */
    file,
    company,
    people: file.people.map((person) => personOf(person, company)),
    /** Addresses, and domains with their @, in lower case. */
    vip: file.vip.map((one) => one.toLowerCase()),
    scheduling: schedulingOf(file.scheduling),
    facts: factsOf(file.facts),
    leads: { ...leadsOf(file.leads), /** Out of the lists that `never` names. */ neverDomains },
    crm: crmOf(file.crm),
    outreach: outreachOf(file.outreach),
    sentiment: sentimentOf(file.sentiment),
    whatsapp: whatsappOf(file.whatsapp),
    forms: formsOf(file.forms),
    booking: bookingOf(file.booking),
    approvals: approvalsOf(file.approvals),
    escalation: escalationOf(file.escalation),
    budget: budgetOf(file.budget, exchange),
    model: modelOf(file.model, exchange),
    rates: file.rates,
    privacy: privacyOf(file.privacy),
    rules: file.rules.map((rule) => ruleOf(rule, company.timezone)),
  })
}

/** The policy of a home without a file: one person, who decides everything. A zone that is none counts as UTC. */
export function defaultPolicy({ zone }: { zone?: string } = {}): Policy {
  const file = PolicyFile.parse({
    company: { name: 'Your team', timezone: zoneKind.safeParse(zone).data ?? 'Etc/UTC' },
    people: [{ id: 'owner', name: 'Owner', roles: ['founder', 'approver'] }],
  })
  return policyOf(file, { file: null, version: 'default', given: {} })
}

function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const inner of Object.values(value)) freeze(inner)
  return value
}
