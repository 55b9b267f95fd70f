import type { z } from 'zod'

/** Which model of the policy's two: the small one reads, the large one writes. */
export type ModelTier = 'small' | 'large'

/** One question to a model. It extracts or writes; it never decides, and it is given no tool, no secret and no address to act on. */
export interface ModelAsk<T> {
  tier: ModelTier
  /** What is wanted, in the desk's own words: no word of a message stands in it. */
  instruction: string
  /** Words of others. They go out as quoted data, never as an instruction. */
  text: string
  /** The few facts that the answer needs, by name (`now`, `zone`, the open question). */
  facts?: Readonly<Record<string, string>>
  /** Names the schema, as providers want it: letters, digits and underscores, 64 at most. */
  name: string
  /** What the answer has to be; it is checked again when it is here. */
  schema: z.ZodType<T>
}

/** What calls have used. Money in millionths of a US dollar. */
export interface ModelUsage {
  calls: number
  inputTokens: number
  outputTokens: number
  usdMicros: number
}

/**
 * Why there is no answer: the desk's own caps (`cap`), the provider (`down`, `slow`, `refused` for what the model will not
 * answer), an answer that is not what was asked for even when asked again (`garbage`), or more to read than fits (`too_long`).
 */
export const MODEL_FAILURES = ['cap', 'down', 'slow', 'refused', 'garbage', 'too_long'] as const
export type ModelFailure = (typeof MODEL_FAILURES)[number]

export type ModelAnswer<T> =
  | {
      ok: true
      value: T
      usage: ModelUsage /** Characters of the text that the model was not given; absent: it had them all. */
      leftOut?: number
    }
  | { ok: false; why: ModelFailure; usage: ModelUsage }

/** The model rung of the ladder. Absent where none is configured. */
export interface Model {
  /** What it is called on tasks and in the audit. */
  readonly name: string
  /** Never throws for what the provider did or the model said, and always ends within the policy's time for a call. */
  ask<T>(ask: ModelAsk<T>): Promise<ModelAnswer<T>>
}
