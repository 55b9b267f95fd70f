import { z } from 'zod'
import { DecisionVerb } from './inbound.ts'
import { Reason } from './reasons.ts'
import { Choice, Evidence } from './ruling.ts'

/** A flag as every channel draws it; the order of the fields is the order on the screen. Texts are data: escape them. */
export const Card = z.object({
  flag: z.string(),
  headline: z.string(),
  what: z.string(),
  /** The words the requester wrote. */
  quote: z.string().nullable(),
  reason: Reason,
  /** The policy line or fixed rule that stopped the agent. */
  rule: z.string(),
  /** Each proposed action as one sentence, rendered from its data. */
  proposed: z.array(z.string()),
  verbs: z.array(DecisionVerb),
  evidence: z.array(Evidence),
  owner: z.string(),
  backup: z.string().nullable(),
  expiresAtMs: z.number().int(),
  onExpiry: z.string(),
  task: z.string(),
  agent: z.string(),
})
export type Card = z.infer<typeof Card>

/** A meeting as it stood when something was said of it. `start` is an ISO instant. */
const Meeting = z.object({ event: z.string(), start: z.string() })

/**
 * What may be said where the text itself may not: an approved template, by its name in the policy (`whatsapp.templates`). A channel
 * without such a rule sends the text.
 */
export const Template = z.object({
  name: z.string(),
  /** By number, as the template counts them. None is empty; line breaks in them are sent as spaces. */
  variables: z.record(z.string(), z.string()).default({}),
})
export type Template = z.infer<typeof Template>

/** A file that goes with a message, by a public address from which the provider fetches it; where none can go, the address is said. */
export const MediaLink = z.object({ url: z.url({ protocol: /^https$/ }), name: z.string() })

/** What the desk wants said. A channel renders it within its own limits; capability flags decide how, never its name. */
export const Outbound = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('reply'),
    text: z.string(),
    /** For channels that have one; else they make it of what is answered. */
    subject: z.string().optional(),
    choices: z.array(Choice).default([]),
    /** Speaks of a meeting at that time: it is not sent once the meeting is elsewhere or gone. */
    meeting: Meeting.optional(),
    /** Actions of this reply that one tap takes back, with the end of the window. */
    undo: z.array(z.object({ action: z.string(), label: z.string(), untilMs: z.number().int() })).default([]),
  }),
  z.object({ type: z.literal('card'), to: z.array(z.string()), card: Card }),
  z.object({ type: z.literal('card_closed'), flag: z.string(), headline: z.string(), outcome: z.string() }),
  z.object({
    type: z.literal('notice'),
    to: z.array(z.string()),
    text: z.string(),
    subject: z.string().optional(),
    choices: z.array(Choice).default([]),
    meeting: Meeting.optional(),
    template: Template.optional(),
    media: z.array(MediaLink).optional(),
    /** A member's own words: a machine carries them, and may be answered by one. */
    dictated: z.boolean().optional(),
  }),
])
export type Outbound = z.infer<typeof Outbound>
