import type { Cue } from '#kernel/cue.ts'
import type { Evidence } from './evidence.ts'
import type { Seen } from './phrases.ts'

/** The cues of one agent. */
export interface CueSet {
  agent: string
  cues: readonly Cue[]
}

/** Whose job a text is. `agent` and `intent` are null where it is nobody's, or nobody can tell. */
export interface Reading {
  agent: string | null
  intent: string | null
  /** 0 to 1, and the distance to the second-best reading. For nobody's job: how sure that it is nobody's. */
  confidence: number
  margin: number
  tier: 'rules'
}

/** One job of a message that may hold several. */
export interface Part {
  /** The words of the message that are this part's, as written. */
  text: string
  agent: string | null
  intent: string | null
  confidence: number
  margin: number
  /** Position (in the list) of a part that must end first, or null. */
  after: number | null
}

export interface IntentReader {
  /** Whose job the text is, taken as one job. */
  read(text: string): Reading
  /** The jobs of a text in the order they are asked for; never empty. */
  split(text: string): Part[]
}

export const NOBODY = 'nobody'

/** A reader that learned from labelled messages what the cues get wrong. */
export interface TrainedReader {
  /** What it adds to the log-odds of each job (`agent/intent`) against nobody's; a job it never saw is left out. */
  score(seen: Seen, evidence: ReadonlyMap<string, Evidence>): ReadonlyMap<string, number>
}
