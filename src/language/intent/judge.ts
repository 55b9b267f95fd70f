import { type CompiledCue, weigh } from './evidence.ts'
import type { Seen } from './phrases.ts'
import { NOBODY, type Reading, type TrainedReader } from './reading.ts'

/** Evidence at which a cue alone is as likely right as wrong, and how steeply it grows from there. */
const EVEN = 0.5
const STEEP = 10
/** Trust in the trained reader against the cues, and the least probability it may give: it never outvotes plain words. */
const TRUST = 0.6
const LEAST = 0.01
/** Below this nobody acts. */
const ACTS = 0.6

/**
 * Weighs cues and, where there is one, the trained reader: each job gets `e^(STEEP * evidence) * probability^TRUST`,
 * nobody gets what a cue of even evidence would. A job the trained reader never saw is judged by its cues alone.
 */
export function judge(
  seen: Seen,
  cues: readonly CompiledCue[],
  trained?: ArrayLike<number>,
  labels: TrainedReader['labels'] = [],
): Reading {
  const evidence = new Map<string, number>()
  for (const cue of cues) {
    const job = `${cue.agent}/${cue.intent}`
    evidence.set(job, Math.max(evidence.get(job) ?? 0, weigh(seen, cue)?.weight ?? 0))
  }
  const chance = (label: string) => {
    const at = labels.indexOf(label)
    return Math.max(LEAST, trained?.[at < 0 ? labels.indexOf(NOBODY) : at] ?? 1) ** TRUST
  }
  const odds = [...evidence].map(([job, weight]) => ({ job, odds: Math.exp(STEEP * weight) * chance(job) }))
  odds.push({ job: NOBODY, odds: Math.exp(STEEP * EVEN) * chance(NOBODY) })
  odds.sort((a, b) => b.odds - a.odds)
  const total = odds.reduce((sum, one) => sum + one.odds, 0)
  const [first, second] = odds
  const confidence = (first?.odds ?? 0) / total
  const margin = confidence - (second?.odds ?? 0) / total
  if (!first || first.job === NOBODY || confidence < ACTS)
    return nobody(first?.job === NOBODY ? confidence : 1 - confidence, margin)
  const cut = first.job.indexOf('/')
  return { agent: first.job.slice(0, cut), intent: first.job.slice(cut + 1), confidence, margin, tier: 'rules' }
}

export function nobody(confidence: number, margin: number): Reading {
  return { agent: null, intent: null, confidence, margin, tier: 'rules' }
}
