import type { TimeMark } from './when-words.ts'
import { type Word, wordsOf } from './words.ts'

/** A message as the matchers see it. */
export interface Seen {
  words: readonly Word[]
  times: readonly TimeMark[]
  /** May a request begin at this word? */
  heads: readonly boolean[]
  /** Does this word only say what something is about? */
  topics: readonly boolean[]
}

/**
 * A phrase of a cue. Words are compared by stem, `=word` exactly as written; `...` stands for one to six words of the same
 * clause, and in front for any place in it, `{when}` for a day or a clock time with the small words before it ("on next friday"), `{length}` for a duration,
 * `{number}` for a number, `{money}` for one that is as large as sums of money are written ("24k", "1.5m", "30,000").
 */
export interface Phrase {
  steps: readonly string[]
  /** "i have ...", "we are ...", and an exact form wherever it stands ("... =signed"): tells something, does not ask for it. */
  tells: boolean
  /** "... verschieben": the verb counts in full wherever it stands. */
  anywhere: boolean
  /** The words that must stand behind its first step: where one is not in the message at all, it is not looked for. */
  needs: readonly string[]
}

const LONGEST_GAP = 6
const BEFORE_TIME = new Set(
  'on at the in by this that next last coming for el la las los al a le les am um den der por pour auf'.split(' '),
)
const TELLERS = new Set(['i', 'we', 'my', 'our', 'there'])
const MONEY = /^(?:\d+(?:[.,]\d+)*(?:k|mio|mn|bn)|\d+[.,]\d+m|\d{1,3}(?:[.,]\d{3})+(?:[.,]\d\d)?)$/
const NUMBER = /^(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/

export function phraseOf(written: string): Phrase {
  const steps = written
    .split(' ')
    .flatMap((step) => (/^(?:\.\.\.|=.+|\{\w+\})$/.test(step) ? step : wordsOf(step).map((word) => word.stem)))
  const anywhere = steps[0] === '...'
  const own = anywhere ? steps.slice(1) : steps
  return {
    steps: own,
    tells: anywhere ? (own[0] ?? '').startsWith('=') : TELLERS.has(own[0] ?? ''),
    anywhere,
    needs: own.slice(1).filter((step) => step !== '...' && !step.startsWith('{')),
  }
}

/** The steps with which the word at `at` may begin a phrase. */
export function firstSteps(seen: Seen, at: number): string[] {
  const { plain = '', stem = '' } = seen.words[at] ?? {}
  const mark = seen.times[at]
  const steps = [stem, `=${plain}`]
  if (mark && seen.times[at - 1] !== mark) steps.push(`{${mark}}`)
  const ahead = mark ? null : seen.times[markedFrom(seen, at)]
  if (ahead) steps.push(`{${ahead}}`)
  if (NUMBER.test(plain)) steps.push('{number}')
  if (MONEY.test(plain)) steps.push('{money}')
  return steps
}

/** Where the phrase ends when it begins at the word `at`: the index after its last word, or -1 where it does not stand there. */
export function matchAt(seen: Seen, phrase: Phrase, at: number, from = 0): number {
  const step = phrase.steps[from]
  if (step === undefined) return at
  if (step === '...') return matchAfterGap(seen, phrase, at, from + 1)
  if (step === '{when}' || step === '{length}') return matchTime(seen, phrase, at, from)
  return fits(seen, step, at) ? matchAt(seen, phrase, at + 1, from + 1) : -1
}

/** A time is as long as it is written, or its first word where the rest of the phrase fits behind that. */
function matchTime(seen: Seen, phrase: Phrase, at: number, from: number): number {
  const first = markedFrom(seen, at)
  const mark = seen.times[first]
  if (!mark || `{${mark}}` !== phrase.steps[from]) return -1
  let last = first
  while (seen.times[last + 1] === mark) last++
  const end = matchAt(seen, phrase, last + 1, from + 1)
  return end >= 0 || last === first ? end : matchAt(seen, phrase, first + 1, from + 1)
}

/** The index of the word that names the time, at `at` or behind the small words that begin there. */
function markedFrom(seen: Seen, at: number): number {
  let i = at
  while (!seen.times[i] && i < at + 3 && BEFORE_TIME.has(seen.words[i]?.plain ?? '') && !seen.words[i + 1]?.opens) i++
  return i
}

function matchAfterGap(seen: Seen, phrase: Phrase, at: number, from: number): number {
  for (let next = at + 1; next <= at + LONGEST_GAP && next < seen.words.length; next++) {
    if (seen.words[next]?.opens) return -1
    const end = matchAt(seen, phrase, next, from)
    if (end >= 0) return end
  }
  return -1
}

function fits(seen: Seen, step: string, at: number): boolean {
  const word = seen.words[at]
  if (!word) return false
  if (step === '{number}') return NUMBER.test(word.plain)
  if (step === '{money}') return MONEY.test(word.plain)
  return step.startsWith('=') ? word.plain === step.slice(1) : word.stem === step
}
