import type { ModelFailure, ModelUsage } from '#ports/model.ts'

/** Which rungs of the ladder answer: rules alone, rules and then the model, or the model alone. */
export const MODES = ['rules', 'both', 'model'] as const
export type Mode = (typeof MODES)[number]

/** `handed_over`: nothing was done that should not have been, and a person has to say more or decide. */
export type Verdict = 'right' | 'wrong' | 'handed_over'

/** One message that was judged. */
export interface Case {
  /** `scenarios`, or the name of a set. */
  suite: string
  /** The agent whose it is; of a set's messages that are nobody's, `nobody`. */
  agent: string
  mode: Mode
  id: string
  said: string
  verdict: Verdict
  /** What differs from what was to come; empty where it is right. */
  why: readonly string[]
  ms: number
  asked: Asked
}

/** What a model was asked for one message. */
export interface Asked {
  usage: ModelUsage
  /** Why there was no answer, one for each question that had none. */
  unanswered: readonly ModelFailure[]
}

export const NO_USAGE: ModelUsage = { calls: 0, inputTokens: 0, outputTokens: 0, usdMicros: 0 }

export const addUsage = (a: ModelUsage, b: ModelUsage): ModelUsage => ({
  calls: a.calls + b.calls,
  inputTokens: a.inputTokens + b.inputTokens,
  outputTokens: a.outputTokens + b.outputTokens,
  usdMicros: a.usdMicros + b.usdMicros,
})

/** Runs work and says how long it took, milliseconds of the wall. */
export async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const startedNs = process.hrtime.bigint()
  const value = await work()
  return { value, ms: Number(process.hrtime.bigint() - startedNs) / 1e6 }
}
