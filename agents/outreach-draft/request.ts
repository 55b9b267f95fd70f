import { z } from 'zod'
import { MediaLink } from '#kernel/outbound.ts'

/** Somebody to be told something, as they were named. */
export const Whom = z.object({
  words: z.string(),
  /** `contact:c1` or `account:a1`: what an answer picked, or null. */
  record: z.string().nullable().default(null),
})
export type Whom = z.infer<typeof Whom>

/** Something that a member wants said to people outside. */
export const Update = z.object({
  kind: z.literal('update'),
  whom: z.array(Whom).max(50),
  /** Every client there is. */
  all: z.boolean().default(false),
  /** The words that they are to be told, as dictated. */
  text: z.string(),
  /** What it is about, where that was said ("the invoice"), or null. */
  topic: z.string().nullable().default(null),
  /** It answers a message of theirs. */
  reply: z.boolean().default(false),
  /** It is only to be written, not sent. */
  draft: z.boolean().default(false),
  /** By which channel, where that was said. */
  channel: z.string().nullable().default(null),
  /** What is to be sent along, as it was called ("the deck"), or null. */
  file: z.string().nullable().default(null),
  media: z.array(MediaLink).default([]),
  /** What was asked already: nothing is asked twice. */
  asked: z.array(z.string()).default([]),
  /** A name that an answer explained: it is learned for whoever gave it. */
  learned: z.object({ words: z.string(), record: z.string() }).nullable().default(null),
  /** The answer said to leave it. */
  dropped: z.boolean().default(false),
})
export type Update = z.infer<typeof Update>

/** Somebody outside agreed, to a member, to be written to. */
export const Agreement = z.object({
  kind: z.literal('agreement'),
  whom: z.array(Whom).max(1),
  channel: z.string(),
  /** The member's words. */
  words: z.string(),
  asked: z.array(z.string()).default([]),
  dropped: z.boolean().default(false),
})
export type Agreement = z.infer<typeof Agreement>

/** What a message asks of the agent. */
export const Request = z.discriminatedUnion('kind', [Update, Agreement])
export type Request = z.infer<typeof Request>
