import type { Cue } from '#kernel/cue.ts'
import { firstSteps, matchAt, type Phrase, phraseOf, type Seen } from './phrases.ts'

/** One cue, ready to match. */
export interface CompiledCue {
  agent: string
  intent: string
  slash: string | null
  /** Is the slash verb one of the verbs people use in a sentence too? */
  ordinary: boolean
  /** A cue without verbs is meant by its objects alone, one without objects by its verbs alone. */
  hasVerbs: boolean
  hasObjects: boolean
}

/** What of a cue stands in a message. */
export interface Found {
  /** Index of each verb's first word. */
  verbs: { at: number; phrase: Phrase }[]
  /** Is one of its objects there: a word, or only a time? */
  word: boolean
  time: boolean
  refused: boolean
}

interface Entry {
  cue: number
  role: 'verb' | 'object' | 'refusal'
  phrase: Phrase
}

/** All cues by the first step of their phrases, so that a message only meets the cues whose words it has. */
export interface CueIndex {
  cues: readonly CompiledCue[]
  find(seen: Seen): ReadonlyMap<CompiledCue, Found>
  /** Do the words at `at` begin a request of some agent? */
  asksAt(seen: Seen, at: number): boolean
  /** Are they an object of a cue without verbs? */
  namesAt(seen: Seen, at: number): boolean
}

export function indexCues(sets: readonly { agent: string; cues: readonly Cue[] }[]): CueIndex {
  const written = sets.flatMap(({ agent, cues }) => cues.map((cue) => ({ agent, ...cue })))
  const cues = written.map(({ agent, intent, slash, verbs, objects }) => ({
    agent,
    intent,
    slash,
    ordinary: slash !== null && verbs.includes(slash),
    hasVerbs: verbs.length > 0,
    hasObjects: objects.length > 0,
  }))
  const known = new Map<string, Phrase>()
  const byStep = new Map<string, Entry[]>()
  const add = (cue: number, role: Entry['role'], phrases: readonly string[]) => {
    for (const written of phrases) {
      const phrase = known.get(written) ?? phraseOf(written)
      known.set(written, phrase)
      const first = phrase.steps[0] ?? ''
      const entries = byStep.get(first)
      if (entries) entries.push({ cue, role, phrase })
      else byStep.set(first, [{ cue, role, phrase }])
    }
  }
  written.forEach((cue, at) => {
    add(at, 'verb', cue.verbs)
    add(at, 'object', cue.objects)
    add(at, 'refusal', cue.refusals)
  })

  function find(seen: Seen): Map<CompiledCue, Found> {
    const all = new Map<CompiledCue, Found>()
    for (let at = 0; at < seen.words.length; at++) {
      for (const step of firstSteps(seen, at)) {
        for (const entry of byStep.get(step) ?? []) {
          if (matchAt(seen, entry.phrase, at) >= 0) note(all, cues[entry.cue], entry, at, seen)
        }
      }
    }
    return all
  }

  function standsAt(seen: Seen, at: number, fits: (entry: Entry) => boolean): boolean {
    const words = firstSteps(seen, at).filter((step) => !step.startsWith('{'))
    return words.some((step) => byStep.get(step)?.some((entry) => fits(entry) && matchAt(seen, entry.phrase, at) >= 0))
  }

  const asksAt = (seen: Seen, at: number) => standsAt(seen, at, ({ role, phrase }) => role === 'verb' && !phrase.tells)
  const namesAt = (seen: Seen, at: number) =>
    standsAt(seen, at, ({ role, cue }) => role === 'object' && cues[cue]?.hasVerbs === false)

  return { cues, find, asksAt, namesAt }
}

function note(all: Map<CompiledCue, Found>, cue: CompiledCue | undefined, entry: Entry, at: number, seen: Seen): void {
  if (!cue) return
  let found = all.get(cue)
  if (!found) {
    found = { verbs: [], word: false, time: false, refused: false }
    all.set(cue, found)
  }
  if (entry.role === 'verb') found.verbs.push({ at, phrase: entry.phrase })
  else if (entry.role === 'refusal') found.refused ||= !isTopic(seen, found, at)
  else if (entry.phrase.steps[0]?.startsWith('{')) found.time = true
  else found.word = true
}

/** A word of another trade refuses nothing in a quoted title, nor as what the thing named before it is about. */
function isTopic(seen: Seen, found: Found, at: number): boolean {
  return seen.words[at]?.quoted === true || (seen.topics[at] === true && (found.word || found.time))
}
