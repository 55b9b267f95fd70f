import { z } from 'zod'
import { Reason } from './reasons.ts'

/** One typed write that an agent proposes. Its arguments are checked by the schema of its kind before anything else. */
export const Proposed = z.object({
  kind: z.string(),
  args: z.record(z.string(), z.unknown()),
  /** The rule that led to it, in words a founder reads in `why`. */
  because: z.string(),
})
export type Proposed = z.infer<typeof Proposed>

/** Something that can be tapped instead of typed. `value` is what the desk reads back. */
export const Choice = z.object({ label: z.string(), value: z.string() })
export type Choice = z.infer<typeof Choice>

/** Missing input: one batched question to whoever asked. */
export const Question = z.object({
  text: z.string(),
  /** The names of what is missing; an answer fills them. */
  slots: z.array(z.string()).min(1),
  choices: z.array(Choice).max(10).default([]),
  /** `confirm`: an approver is asked in place; yes performs the plan, no drops it. */
  kind: z.enum(['input', 'confirm']).default('input'),
})
export type Question = z.infer<typeof Question>

/** Times that are kept for whoever is asked, for everybody at the table, until the offer runs out. */
export const Offer = z.object({
  /** Addresses whose time it is. */
  people: z.array(z.string()).min(1).max(100),
  slots: z
    .array(z.object({ startMs: z.number(), endMs: z.number() }))
    .min(1)
    .max(10),
})
export type Offer = z.infer<typeof Offer>

/** One line of support for a flag, with where it comes from. */
export const Evidence = z.object({ text: z.string(), source: z.string() })
export type Evidence = z.infer<typeof Evidence>

/** Work handed to another agent; it becomes a task of its own. */
export const HandOff = z.object({
  agent: z.string(),
  intent: z.string(),
  text: z.string(),
  /** The next agent's own typed request, where nothing is left to read; its contract checks it. */
  request: z.record(z.string(), z.unknown()).optional(),
})
export type HandOff = z.infer<typeof HandOff>

/** What an agent returns. It holds nothing that can write: the gate and the performer do the rest. */
export const Ruling = z.discriminatedUnion('type', [
  /** Do these. `note` is said beside the outcome ("took 15:00 for 3ish"). */
  z.object({
    type: z.literal('propose'),
    actions: z.array(Proposed).min(1).max(50),
    /** What whoever is asked should know before they say yes: how much it reaches, what cannot be taken back. */
    preview: z.array(z.string()).max(5).default([]),
    notes: z.array(z.string()).default([]),
    /** What may be done next with one tap, offered once it is done. Each value is a request of its own. */
    choices: z.array(Choice).max(10).default([]),
    handOffs: z.array(HandOff).max(5).default([]),
  }),
  /**
   * `actions` are judged and done first; of them, what policy would ask about is left out, to be proposed again when the answer
   * comes. `handOffs` start beside the question: they wait for no answer.
   */
  z.object({
    type: z.literal('ask'),
    question: Question,
    actions: z.array(Proposed).max(50).default([]),
    offer: Offer.nullable().default(null),
    handOffs: z.array(HandOff).max(5).default([]),
  }),
  /** `handOffs` start beside the flag: they wait for no decision. */
  z.object({
    type: z.literal('flag'),
    reason: Reason,
    headline: z.string(),
    rule: z.string(),
    evidence: z.array(Evidence).max(5).default([]),
    actions: z.array(Proposed).default([]),
    /** What the requester is told meanwhile; null: the desk says whom it asked. */
    reply: z.string().nullable().default(null),
    handOffs: z.array(HandOff).max(5).default([]),
    /** Address of the member whose matter it is; null, or nobody's address: whom the policy names for the reason. */
    owner: z.string().nullable().default(null),
  }),
  /** A read: nothing is written, the answer is said. */
  z.object({
    type: z.literal('answer'),
    text: z.string(),
    choices: z.array(Choice).default([]),
    /** What is done by others now that this is known. */
    handOffs: z.array(HandOff).max(5).default([]),
  }),
  /** Refused by a fixed rule; the sentence says why and who can. */
  z.object({ type: z.literal('refuse'), text: z.string(), rule: z.string() }),
  z.object({ type: z.literal('nothing'), because: z.string() }),
])
export type Ruling = z.infer<typeof Ruling>
export type RulingDraft = z.input<typeof Ruling>

/** Which rung of the ladder understood a step. */
export const Tier = z.enum(['rules', 'model', 'human'])
export type Tier = z.infer<typeof Tier>
