import { z } from 'zod'

/** What a person may do with a flag. */
export const DecisionVerb = z.enum(['approve', 'edit', 'decline', 'take_over', 'snooze'])
export type DecisionVerb = z.infer<typeof DecisionVerb>

export const Decision = z.object({
  flag: z.string(),
  verb: DecisionVerb,
  /** For `edit`: the arguments of the flag's proposed actions as the person wants them, by position. */
  edit: z.unknown().optional(),
  /** For `decline`: why; for `snooze`: minutes. */
  note: z.string().optional(),
  /** The plan as it was shown to whoever decides; another one by now is not what they meant. */
  plan: z.string().optional(),
})
export type Decision = z.infer<typeof Decision>

/** A button of a card, as a channel knows it: the desk finds the flag by the ticket the card was sent with. */
export const Press = z.object({
  ticket: z.string().min(1).max(200),
  verb: DecisionVerb,
  note: z.string().max(500).optional(),
  /** For `edit`: the form's fields as `<position>.<field>`. */
  fields: z.record(z.string(), z.string()).optional(),
})
export type Press = z.infer<typeof Press>

/** A moment the desk set for itself. `about` names the row it concerns (a flag, a task, an event). */
export const Timer = z.object({
  what: z.enum([
    'flag.remind',
    'flag.reroute',
    'flag.expire',
    'reminder',
    'task.retry',
    'question.nudge',
    'question.drop',
    'meetings',
    'tidy_up',
  ]),
  about: z.string(),
  text: z.string().optional(),
  /** Version of the record the timer was set for: a moved meeting makes its old reminder void. */
  version: z.string().optional(),
})
export type Timer = z.infer<typeof Timer>

/** Who a channel says is speaking, before the desk has named the principal. */
export const Sender = z.object({
  kind: z.enum(['member', 'client', 'stranger']),
  id: z.string().min(1),
  name: z.string().optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
  zone: z.string().optional(),
  assurance: z.enum(['verified', 'claimed']).optional(),
  /** The member, by policy id, for whom they may decide by a role they hold on the channel, which vouches for it. */
  standsFor: z.string().optional(),
})
export type Sender = z.infer<typeof Sender>

/** Why a file is not taken; `not_fetched`: what it is could not be learnt. */
export const MediaRefusal = z.enum(['too_large', 'type_not_taken', 'not_fetched'])
export type MediaRefusal = z.infer<typeof MediaRefusal>

/** A file that came with a message. It stays with the provider; nothing of it is read. */
const Media = z.object({
  /** Its media type as the provider says it, such as `audio/ogg`. */
  type: z.string(),
  /** Where the provider keeps it. */
  ref: z.string(),
  /** Its size, where the channel asked. */
  bytes: z.number().int().min(0).optional(),
  /** Absent: taken. */
  refused: MediaRefusal.optional(),
})
export type InboundMedia = z.infer<typeof Media>

/**
 * A job that one of the desk's own pages filled in; no reading is needed. Channels never set it, and what they deliver loses
 * it at the door.
 */
export const Job = z.object({
  agent: z.string(),
  intent: z.string(),
  /** The agent's own typed request; its contract checks it. */
  request: z.record(z.string(), z.unknown()),
})
export type Job = z.infer<typeof Job>

/** What may be taken out of what somebody wrote before it is kept, by what it is. */
export const WITHHELD_KINDS = ['card_number', 'password', 'national_id', 'bank_account', 'health'] as const
export type WithheldKind = (typeof WITHHELD_KINDS)[number]

/** What a channel delivers. The text is data: nothing in it can widen what its sender may do. */
export const Inbound = z.object({
  /** Unique per channel, account and sender; the same id is the same event, however often it is delivered. */
  id: z.string().min(1).max(200),
  channel: z.string().min(1),
  account: z.string().default(''),
  conversation: z.string().min(1),
  kind: z.enum(['message', 'decision', 'timer']),
  from: Sender,
  text: z.string().default(''),
  subject: z.string().optional(),
  fields: z.record(z.string(), z.string()).optional(),
  /** Id of the question or card this answers, or the provider's id of the message, where the channel knows. */
  replyTo: z.string().optional(),
  media: z.array(Media).max(10).optional(),
  decision: Decision.optional(),
  /** In the place of `decision`, from a channel. */
  press: Press.optional(),
  /** False: overheard in a conversation the desk takes part in; what is nobody's job is left alone. */
  addressed: z.boolean().optional(),
  /**
   * Id of an earlier message of the same sender that this one takes the place of; without text that one was deleted. The own id
   * begins with it and a colon, so that the next version finds them all.
   */
  replaces: z.string().optional(),
  timer: Timer.optional(),
  job: Job.optional(),
  /** What was taken out of it before it was kept. Set at the door; a channel's own word for it is dropped. */
  withheld: z.array(z.enum(WITHHELD_KINDS)).optional(),
  /** Came through the console's simulator: may ask, may not decide. */
  simulated: z.boolean().optional(),
  /** When it was sent, epoch milliseconds. */
  atMs: z.number().int(),
})
export type Inbound = z.infer<typeof Inbound>
export type InboundDraft = z.input<typeof Inbound>

/** Longest text the desk reads; longer ones are answered with MESSAGE_TOO_LONG and journaled cut. */
export const MAX_TEXT_LENGTH = 20_000
