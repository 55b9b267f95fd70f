import type { Cue } from '#kernel/cue.ts'
import { firstSteps, matchAt, type Phrase, phraseOf, type Seen } from './phrases.ts'
import { isKindOfMeeting } from './topics.ts'

/** One cue, ready to match. */
export interface CompiledCue {
  agent: string
  intent: string
  /** `agent/intent` */
  job: string
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

/** What a phrase is to a cue. */
interface Use {
  cue: CompiledCue
  role: 'verb' | 'object' | 'refusal'
}

/** A phrase and all who use it, so that it is looked for once. */
interface Entry {
  phrase: Phrase
  uses: Use[]
}

/** All cues by the first step of their phrases, so that a message only meets the cues whose words it has. */
export interface CueIndex {
  /** Every job that some cue has, once. */
  jobs: readonly string[]
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
    job: `${agent}/${intent}`,
    slash,
    ordinary: slash !== null && verbs.includes(slash),
    hasVerbs: verbs.length > 0,
    hasObjects: objects.length > 0,
  }))
  const known = new Map<string, Entry>()
  const add = (cue: CompiledCue | undefined, role: Use['role'], phrases: readonly string[]) => {
    for (const written of phrases) {
      const entry = known.get(written) ?? { phrase: phraseOf(written), uses: [] }
      if (cue) entry.uses.push({ cue, role })
      known.set(written, entry)
    }
  }
  written.forEach(({ verbs, objects, refusals }, at) => {
    add(cues[at], 'verb', verbs)
    add(cues[at], 'object', objects)
    add(cues[at], 'refusal', refusals)
  })
  const byStep = Map.groupBy(known.values(), ({ phrase }) => phrase.steps[0] ?? '')

  function find(seen: Seen): Map<CompiledCue, Found> {
    const all = new Map<CompiledCue, Found>()
    const steps = seen.words.map((_, at) => firstSteps(seen, at))
    const said = new Set(steps.flat())
    const possible = new Map<string, readonly Entry[]>()
    for (const step of said) {
      possible.set(step, byStep.get(step)?.filter(({ phrase }) => phrase.needs.every((need) => said.has(need))) ?? [])
    }
    for (let at = 0; at < seen.words.length; at++) {
      for (const step of steps[at] ?? []) {
        for (const entry of possible.get(step) ?? []) {
          if (matchAt(seen, entry.phrase, at) < 0) continue

          for (const use of entry.uses) note(all, seen, at, entry.phrase, use)
        }
      }
    }
    return all
  }

  function standsAt(seen: Seen, at: number, fits: (use: Use, phrase: Phrase) => boolean): boolean {
    const words = firstSteps(seen, at).filter((step) => !step.startsWith('{'))
    return words.some((step) =>
      byStep
        .get(step)
        ?.some(({ phrase, uses }) => uses.some((use) => fits(use, phrase)) && matchAt(seen, phrase, at) >= 0),
    )
  }

  const asksAt = (seen: Seen, at: number) => standsAt(seen, at, ({ role }, phrase) => role === 'verb' && !phrase.tells)
  const namesAt = (seen: Seen, at: number) => standsAt(seen, at, ({ role, cue }) => role === 'object' && !cue.hasVerbs)

  return { jobs: [...new Set(cues.map(({ job }) => job))], cues, find, asksAt, namesAt }
}

function note(all: Map<CompiledCue, Found>, seen: Seen, at: number, phrase: Phrase, { cue, role }: Use): void {
  let found = all.get(cue)
  if (!found) {
    found = { verbs: [], word: false, time: false, refused: false }
    all.set(cue, found)
  }
  if (role === 'verb') found.verbs.push({ at, phrase })
  else if (role === 'refusal') found.refused ||= !isTopic(seen, found, at)
  else if (phrase.steps[0]?.startsWith('{') && phrase.steps[0] !== '{money}') found.time = true
  else found.word = true
}

/** A word of another trade refuses nothing in a quoted title, nor as what the thing named before it is about. */
function isTopic(seen: Seen, found: Found, at: number): boolean {
  if (seen.words[at]?.quoted || isKindOfMeeting(seen.words, at)) return true
  return seen.topics[at] === true && (found.word || found.time)
}
