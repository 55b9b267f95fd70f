import { headsOf } from './heads.ts'
import type { Seen } from './phrases.ts'
import { topicsOf } from './topics.ts'
import { markTimes } from './when-words.ts'
import { wordsOf } from './words.ts'

/** Looks at a text once, for all matchers. */
export function see(text: string): Seen {
  const words = wordsOf(text)
  const times = markTimes(words)
  return { words, times, heads: headsOf(words, times), topics: topicsOf(words) }
}
