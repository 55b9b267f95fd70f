import type { Cue } from '#kernel/cue.ts'
import { beginnings, matchAt, type Phrase, phraseOf, type Seen } from './phrases.ts'

/** One cue, ready to match. */
export interface CompiledCue {
  agent: string
  intent: string
  slash: string | null
  /** Is the slash verb one of the verbs people use in a sentence too? */
  ordinary: boolean
  verbs: readonly Phrase[]
  objects: readonly Phrase[]
  refusals: readonly Phrase[]
}

/** How much a message speaks for one cue: 0 nothing, 1 its own words in the place of a request. */
export interface Evidence {
  cue: CompiledCue
  weight: number
  /** Index of the word where the verb begins. */
  at: number
}

export function compileCue(agent: string, cue: Cue): CompiledCue {
  const phrases = (written: readonly string[]) => written.map(phraseOf)
  return {
    agent,
    intent: cue.intent,
    slash: cue.slash,
    ordinary: cue.slash !== null && cue.verbs.some((verb) => verb.split(' ')[0] === cue.slash),
    verbs: phrases(cue.verbs),
    objects: phrases(cue.objects),
    refusals: phrases(cue.refusals),
  }
}

/** A verb counts in full where a request may begin and less inside a sentence; one that tells counts less than one that asks. */
const INSIDE = 0.5
const TELLING = 0.8
/** A verb without any of its objects; with a time as its only object; with a word. */
const NO_OBJECT = 0.35
const TIME_OBJECT = 0.8
/** What is said first is meant first. */
const LATER = 0.04

/** What the words from index `from` to `to` (exclusive) say for a cue, or null. */
export function weigh(seen: Seen, cue: CompiledCue, from = 0, to = seen.words.length): Evidence | null {
  let best: Evidence | null = null
  let objects: number | null = null
  for (const verb of cue.verbs) {
    for (const at of beginnings(seen, verb)) {
      if (at < from || at >= to) continue
      const end = matchAt(seen, verb, at)
      if (end < 0 || end > to) continue
      objects ??= objectWeight(seen, cue, from, to)
      const place = seen.heads[at] ? 1 - LATER * clauseOf(seen, from, at) : INSIDE
      const weight = place * (verb.tells ? TELLING : 1) * objects + 0.01 * (verb.steps.length - 1)
      if (!best || weight > best.weight) best = { cue, weight: Math.min(1, weight), at }
    }
  }
  if (!best) return null
  return refuses(seen, cue, from, to) ? null : best
}

/** Do words stand there that make it somebody else's job? */
export function refuses(seen: Seen, cue: CompiledCue, from = 0, to = seen.words.length): boolean {
  return cue.refusals.some((phrase) => isThere(seen, phrase, from, to))
}

/** Is something there that the cue is about? */
export function names(seen: Seen, cue: CompiledCue): boolean {
  return cue.objects.length === 0 || objectWeight(seen, cue, 0, seen.words.length) > NO_OBJECT
}

function objectWeight(seen: Seen, cue: CompiledCue, from: number, to: number): number {
  if (cue.objects.length === 0) return 1
  let weight = NO_OBJECT
  for (const object of cue.objects) {
    if (!isThere(seen, object, from, to)) continue
    if (!object.steps[0]?.startsWith('{')) return 1
    weight = TIME_OBJECT
  }
  return weight
}

function isThere(seen: Seen, phrase: Phrase, from: number, to: number): boolean {
  return beginnings(seen, phrase).some((at) => {
    const end = at >= from && at < to ? matchAt(seen, phrase, at) : -1
    return end >= 0 && end <= to
  })
}

function clauseOf(seen: Seen, from: number, at: number): number {
  let clause = 0
  for (let i = from + 1; i <= at; i++) if (seen.words[i]?.opens) clause++
  return Math.min(clause, 4)
}
