import { headsOf } from './heads.ts'
import type { Seen } from './phrases.ts'
import { markTimes } from './when-words.ts'
import { wordsOf } from './words.ts'

/** Looks at a text once, for all matchers. */
export function see(text: string): Seen {
  const words = wordsOf(text)
  return { words, times: markTimes(words), heads: headsOf(words) }
}
