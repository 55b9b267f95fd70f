import type { CueIndex } from './cue-index.ts'
import { evidenceOf } from './evidence.ts'
import type { Seen } from './phrases.ts'
import { NOBODY, type Reading, type TrainedReader } from './reading.ts'
import { isRelay } from './relays.ts'

/** Evidence at which a cue alone is as likely right as wrong, and how steeply the odds grow from there. */
export const EVEN = 0.5
export const STEEP = 10
/** Below this nobody acts. */
const ACTS = 0.5

/**
 * Weighs what the cues say and, where there is one, what the trained reader adds or takes away. The score of a job is
 * `STEEP * (evidence - EVEN)` plus the trained reader's; nobody scores 0; the confidence is their share of `e^score`.
 */
export function judge(seen: Seen, index: CueIndex, trained?: TrainedReader): Reading {
  const evidence = evidenceOf(seen, index)
  if (isRelay(seen) && [...evidence.values()].every(({ weight }) => weight < EVEN)) return nobody(1 - ACTS, 0)
  const learned = trained?.score(seen, evidence)
  const odds = [...evidence].map(([job, { weight }]) => ({
    job,
    odds: Math.exp(STEEP * (weight - EVEN) + (learned?.get(job) ?? 0)),
  }))
  odds.push({ job: NOBODY, odds: 1 })
  odds.sort((a, b) => b.odds - a.odds)
  const total = odds.reduce((sum, one) => sum + one.odds, 0)
  const [first, second] = odds
  const confidence = (first?.odds ?? 0) / total
  const margin = confidence - (second?.odds ?? 0) / total
  if (!first || first.job === NOBODY) return nobody(confidence, margin)
  if (confidence < ACTS) return nobody(1 - confidence, 0)
  const [agent = '', intent = ''] = first.job.split('/')
  return { agent, intent, confidence, margin, tier: 'rules' }
}

export function nobody(confidence: number, margin: number): Reading {
  return { agent: null, intent: null, confidence, margin, tier: 'rules' }
}
