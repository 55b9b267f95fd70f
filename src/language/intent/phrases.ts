import type { TimeMark } from './when-words.ts'
import { type Word, wordsOf } from './words.ts'

/** A message as the matchers see it. */
export interface Seen {
  words: readonly Word[]
  times: readonly TimeMark[]
  /** May a request begin at this word? */
  heads: readonly boolean[]
  /** Stem to the places where it stands. */
  places: ReadonlyMap<string, readonly number[]>
}

/**
 * A phrase of a cue. Words are compared by stem; `...` stands for up to six words of the same clause, `{when}` for words
 * that name a day or a clock time, `{length}` for a duration.
 */
export interface Phrase {
  steps: readonly string[]
  /** "i have ...", "we are ...": tells something, does not ask for it. */
  tells: boolean
}

const LONGEST_GAP = 6
const TELLERS = new Set(['i', 'we', 'my', 'our', 'there'])

export function phraseOf(written: string): Phrase {
  const steps = written
    .split(' ')
    .flatMap((step) => (/^(?:\.\.\.|\{\w+\})$/.test(step) ? step : wordsOf(step).map((word) => word.stem)))
  return { steps, tells: TELLERS.has(steps[0] ?? '') }
}

/** The words of the message that phrase takes when it begins at `at`: the index after its last word, or -1. */
export function matchAt(seen: Seen, phrase: Phrase, at: number, from = 0): number {
  const step = phrase.steps[from]
  if (step === undefined) return at
  if (step === '...') {
    for (let skip = 0; skip <= LONGEST_GAP && at + skip < seen.words.length; skip++) {
      if (skip > 0 && seen.words[at + skip]?.opens) return -1
      const end = matchAt(seen, phrase, at + skip, from + 1)
      if (end >= 0) return end
    }
    return -1
  }
  const word = seen.words[at]
  if (!word) return -1
  const fits = step === '{when}' || step === '{length}' ? seen.times[at] === step.slice(1, -1) : word.stem === step
  return fits ? matchAt(seen, phrase, at + 1, from + 1) : -1
}

/** The places where a phrase may begin. */
export function beginnings(seen: Seen, phrase: Phrase): readonly number[] {
  const first = phrase.steps[0] ?? ''
  if (first === '{when}' || first === '{length}') {
    return seen.times.flatMap((mark, at) => (mark === first.slice(1, -1) && seen.times[at - 1] !== mark ? [at] : []))
  }
  return seen.places.get(first) ?? []
}
