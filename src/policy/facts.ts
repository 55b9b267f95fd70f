import { z } from 'zod'
import { type Condition, ConditionError, parseCondition } from './condition.ts'
import { nearest } from './nearest.ts'

/** What conditions may speak of, by the section whose actions have it. A fact an action does not have never stops it. */
export const FACTS = {
  any: {
    by: 'who asks: member, client or stranger',
    verified: 'whether the channel vouches for who asks',
    party: 'the furthest stranger concerned: internal, external_existing_client or external_new',
    own: 'whether it is the own record of who asks',
    vip: 'whether somebody under `vip` is concerned',
    records: 'records the whole plan changes',
  },
  scheduling: {
    events: 'events the whole plan changes',
    attendees: 'people at the meeting, the organizer included',
    external_attendees: 'people at the meeting who are not of the team (of all its meetings, in a plan)',
    new_addresses: 'people at the meeting who are not on file',
    hours_ahead: 'hours until the meeting',
    length_minutes: 'length of the meeting in minutes',
    recurring: 'whether it repeats',
    type: 'name of the meeting type',
    moves: 'times the meeting was moved before',
  },
  leads: {
    amount: 'the budget a lead names, or the amount of a deal',
    band: 'hot, warm, cold or out',
    score: 'the score of a lead, 0 to 100',
    region: 'country code of a lead',
    industry: 'industry of a lead',
    headcount: 'people who work for a lead',
    source: 'channel or page a lead came from',
    language: 'language of a lead',
  },
  crm: {
    amount_change: 'how much an amount changes, as a share of the old one',
    stage: 'the stage a deal moves to',
    from_stage: 'the stage a deal leaves',
    field: 'the field that is changed',
    owner: 'who is responsible for the record',
    company: 'company of the record',
  },
  outreach: {
    recipients: 'people a message goes to',
    first_touch: 'whether it is the first message to them',
    commercial: 'whether it is advertising',
    words: 'words of the message',
    domain: 'domain of the address it goes to',
  },
  sentiment: {
    kind: 'severe, drift, silence, public or sla',
    severity: 'the severe matter: churn, legal, refund, ...',
  },
} as const satisfies Record<string, Record<string, string>>

const names = Object.values(FACTS).flatMap((facts) => Object.keys(facts))

/** A condition, kept as written, that speaks only of facts there are. */
export const condition = z
  .string({ error: 'a condition such as "amount >= 10000 EUR"' })
  .superRefine((text, context) => {
    const problem = problemOf(text)
    if (problem) context.addIssue({ code: 'custom', message: problem, params: { sentence: true } })
  })

/** A condition that the schema has already let through. */
export const conditionOf = (text: string): Condition => parseCondition(text)

function problemOf(text: string): string | null {
  try {
    const unknown = parseCondition(text).facts.find((fact) => !names.includes(fact))
    if (unknown === undefined) return null
    const near = nearest(unknown, names)
    return `speaks of "${unknown}", which is no fact the desk knows${near ? `; did you mean \`${near}\`?` : ''}`
  } catch (error) {
    if (error instanceof ConditionError) return `cannot be read ${error.message}`
    throw error
  }
}
