import type { CompiledCue, CueIndex, Found } from './cue-index.ts'
import type { Seen } from './phrases.ts'
import { relayFrom } from './relays.ts'
import { isRequestWord } from './request-words.ts'

/** A verb counts in full where a request may begin and less inside a sentence; one that tells counts less than one that asks. */
const INSIDE = 0.5
const PARTICIPLE = 0.6
const TELLING = 0.85
/** A verb without any of its objects; with a time as its only object. A word counts in full. */
const NO_OBJECT = 0.35
const TIME_OBJECT = 0.8
/** What the objects say where a cue has no verbs: a word and a time together, a word alone. */
const OBJECT_AND_TIME = 0.66
const OBJECT_ONLY = 0.5
/** What is said first is meant first; a longer verb is more exact. */
const LATER = 0.04
const LONGER = 0.03

/** What the cues of one job say about a message. */
export interface Evidence {
  /** 0 nothing, about 1 its own words in the place of a request. */
  weight: number
  /** The verb that said it, empty where objects alone did; and what it stands with. */
  verb: string
  object: 'word' | 'time' | 'none'
}

const NOTHING: Evidence = { weight: 0, verb: '', object: 'none' }

/** The strongest evidence for each job, `agent/intent`. */
export function evidenceOf(seen: Seen, index: CueIndex): Map<string, Evidence> {
  const evidence = new Map(index.jobs.map((job) => [job, NOTHING]))
  for (const [cue, found] of index.find(seen)) {
    const one = weigh(seen, cue, found)
    if (one.weight > (evidence.get(cue.job)?.weight ?? 0)) evidence.set(cue.job, one)
  }
  return evidence
}

function weigh(seen: Seen, cue: CompiledCue, found: Found): Evidence {
  if (found.refused) return NOTHING
  const object = found.word ? 'word' : found.time ? 'time' : 'none'
  if (!cue.hasVerbs) {
    if (!found.word || asksElse(seen)) return NOTHING
    return { weight: found.time ? OBJECT_AND_TIME : OBJECT_ONLY, verb: '', object }
  }
  const objects = !cue.hasObjects || found.word ? 1 : found.time ? TIME_OBJECT : NO_OBJECT
  let best: Evidence = NOTHING
  const told = relayFrom(seen)
  for (const { at, phrase } of found.verbs) {
    if (at > told || isDenied(seen, at)) continue
    const place =
      seen.heads[at] || phrase.anywhere
        ? (isPast(seen, at) ? PARTICIPLE : 1) - LATER * clauseOf(seen, at)
        : INSIDE * (/(?:ing|ed)$/.test(seen.words[at]?.plain ?? '') ? PARTICIPLE : 1)
    const weight = place * (phrase.tells ? TELLING : 1) * objects + LONGER * (phrase.steps.length - 1)
    if (weight > best.weight) best = { weight, verb: phrase.steps.join(' '), object }
  }
  return best
}

/** Is something there that the cue is about, and nothing that makes it somebody else's job? */
export function isAbout(cue: CompiledCue, found: Found): boolean {
  return !found.refused && (!cue.hasObjects || found.word || found.time)
}

/** "Don't move it", "it was not cancelled": what is denied is not asked for. "Why not meet" and "if not, book" are. */
function isDenied({ words }: Seen, at: number): boolean {
  if (words[at]?.opens) return false
  const before = words[at - 1]?.plain ?? ''
  if (before === 'not') return !/^(?:why|if|or|whether)$/.test(words[at - 2]?.plain ?? '')
  return before === 'dont' || before === 'never'
}

/** Does the message ask for something by a verb, so that what it names it names in passing? */
function asksElse(seen: Seen): boolean {
  return seen.words.some(({ plain }, at) => seen.heads[at] && isRequestWord(plain))
}

/** "Booked", where a request may begin, tells what was done. */
function isPast(seen: Seen, at: number): boolean {
  return /[^e]ed$/.test(seen.words[at]?.plain ?? '')
}

/** How many clauses stand before the word, four at most. */
function clauseOf(seen: Seen, at: number): number {
  let clauses = 0
  for (let i = 1; i <= at && clauses < 4; i++) if (seen.words[i]?.opens) clauses++
  return clauses
}
