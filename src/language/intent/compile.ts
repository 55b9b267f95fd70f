import { indexCues } from './cue-index.ts'
import { asksHow } from './how-to.ts'
import { judge, nobody } from './judge.ts'
import { joinParts } from './parts.ts'
import type { Seen } from './phrases.ts'
import type { CueSet, IntentReader, Part, Reading, TrainedReader } from './reading.ts'
import { see } from './seen.ts'
import { slashReader } from './slash.ts'
import { isSmallTalk } from './small-talk.ts'
import { partsOf } from './spans.ts'
import { wordsOf } from './words.ts'

/** What channels put before a command. */
const SIGN = /^\s*[/!]\w/

/**
 * Makes the reader that says whose job a message is, from the cues of all agents. Explicit verbs win with confidence 1,
 * whole example messages come next, then cues weighed together with the trained reader, which may be left out.
 */
export function compileCues(sets: readonly CueSet[], trained?: TrainedReader): IntentReader {
  const index = indexCues(sets)
  const explicit = slashReader(index)
  const examples = new Map(
    sets.flatMap(({ agent, cues }) =>
      cues.flatMap(({ intent, examples }) => examples.map((example) => [keyOf(example), { agent, intent }] as const)),
    ),
  )

  // A message that stays whole is looked at once.
  let last: { text: string; seen: Seen } | undefined
  const look = (text: string): Seen => {
    if (last?.text !== text) last = { text, seen: see(text) }
    return last.seen
  }

  function read(text: string): Reading {
    const seen = look(text)
    const slash = explicit(seen, SIGN.test(text))
    if (slash) return { ...slash, confidence: 1, margin: 1, tier: 'rules' }
    const example = examples.get(seen.words.map((word) => word.plain).join(' '))
    if (example) return { ...example, confidence: 0.98, margin: 0.98, tier: 'rules' }
    if (isSmallTalk(seen.words) || asksHow(seen)) return nobody(1, 1)
    return judge(seen, index, trained)
  }

  function split(text: string): Part[] {
    const seen = look(text)
    const known = { asks: (at: number) => index.asksAt(seen, at), names: (at: number) => index.namesAt(seen, at) }
    return joinParts(text, seen, partsOf(seen, known), read)
  }

  return { read, split }
}

const keyOf = (text: string) =>
  wordsOf(text)
    .map((word) => word.plain)
    .join(' ')
