/** What an agent ruled, as far as two versions of it are compared: plain JSON. */
export interface Ruled {
  type: string
  actions: readonly { kind: string; args: Record<string, unknown> }[]
  /** What it says to whoever asked: a question, an answer, a refusal; of a fault, what went wrong. */
  says: string | null
  /** Reason of a flag, slots of a question, whom it hands on to. */
  details: readonly string[]
}

/** One task, by the version that did it and by the one that ran in its shadow. */
export interface ShadowRun {
  agent: string
  task: string
  active: string
  candidate: string
  was: Ruled
  would: Ruled
  same: boolean
}

/** Versions that are tried in the shadow of others, and what came of it. */
export interface Shadows {
  /** Version that runs in the shadow of an agent now; null where none does, or its share of the model's money is spent. */
  candidate(agent: string): Promise<string | null>
  keep(run: ShadowRun): Promise<void>
}
