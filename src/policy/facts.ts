import { z } from 'zod'
import { type Condition, ConditionError, parseCondition } from './condition.ts'
import { nearest } from './nearest.ts'

/**
 * What conditions may speak of, by the section whose actions have it. The list is closed, because a condition on a misspelt
 * fact would never hold and nobody would be asked: an action with a new fact adds its line here.
 */
export const FACTS = {
  any: {
    by: 'who asks: member, client or stranger',
    verified: 'whether the channel vouches for who asks',
    own: 'whether it is the own record of who asks',
    changes: 'whether something that is there already is changed',
  },
  scheduling: {
    party: 'the furthest stranger at the table: internal, external_existing_client or external_new',
    events: 'events the whole plan changes',
    attendees: 'people at the meeting, the organizer included',
    external_attendees: 'people at the meeting who are not of the team',
    new_addresses: 'people at the meeting who are not on file',
    hours_ahead: 'hours until the meeting',
    recurring: 'whether the meeting repeats',
    standing: 'what is on file about the people at the meeting: client, investor, press, legal, ...',
    vip: 'whether somebody at the meeting is named under `vip`',
    fixed: 'whether its title names a meeting type with `movable: false`',
  },
  leads: {
    amount: 'the budget a lead names, or the amount of a deal',
    band: 'hot, warm, cold or out',
    region: 'country code of a lead',
  },
  crm: {
    amount_change: 'how much an amount changes, as a share of the old one',
    stage: 'the stage a deal moves to',
    records: 'records the whole plan changes',
  },
  outreach: {
    recipients: 'people the whole plan writes to',
    channel: 'how a message goes: whatsapp, email, slack, discord',
    first_touch: 'whether nothing was said with them there before',
    follow_up: 'whether they have not answered the last message',
    consent: 'whether they agreed to be written to there: given, withdrawn or unknown',
    in_window: 'whether free text may go there now',
    says: 'what the text holds: commitment, bad_news, price, legal, apology',
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
