import { z } from 'zod'

const words = z.string().nullable()

/**
 * What a model points at in a message about meetings. Every entry is words of the message, copied; what they mean is read by
 * the same readers as everything else, so that no time, length or address is the model's own.
 */
export const Pointed = z.object({
  people: z.array(z.string()),
  when: words,
  length: words,
  subject: words,
  place: words,
  meeting: words,
  meetingWhen: words,
})
export type Pointed = z.infer<typeof Pointed>

/** The schemas this agent's packs may name. */
export const SCHEMAS = ['meeting-1'] as const
