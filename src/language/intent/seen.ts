import { headsOf } from './heads.ts'
import type { Seen } from './phrases.ts'
import { markTimes } from './when-words.ts'
import { wordsOf } from './words.ts'

/** Looks at a text once, for all matchers. */
export function see(text: string): Seen {
  const words = wordsOf(text)
  const places = new Map<string, number[]>()
  words.forEach(({ stem }, at) => {
    const known = places.get(stem)
    if (known) known.push(at)
    else places.set(stem, [at])
  })
  return { words, times: markTimes(words), heads: headsOf(words), places }
}
