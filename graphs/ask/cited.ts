import { cleanLine } from '#kernel/display.ts'
import type { Row } from './rows.ts'

/** A sentence as a model says it, with the ids of the rows it says it from. */
export interface Sentence {
  text: string
  rows: readonly string[]
}

const LONGEST_SENTENCE = 400
/** What only a row may say: whatever holds a digit, an address, a link, and words with a capital inside a sentence. */
const FACTS = /\S*[\p{N}@/\\<>[\]]\S*|(?<=[\p{L}\p{N},;:)"'’] +["'(]?)\p{Lu}[\p{L}\p{M}'’&-]*/gu

const bare = (word: string): string =>
  word
    .normalize('NFKC')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .replace(/['’]s$/u, '')
    .toLowerCase()

const wordsOf = (text: string): Set<string> => new Set(text.split(/\s+/).map(bare))

/**
 * The sentences of a model that may be said: each cites rows that were really looked up, and every number, time, address and name
 * in it stands in one of them. The others are dropped; what is left is followed by its ids.
 */
export function citedIn(sentences: readonly Sentence[], seen: ReadonlyMap<string, Row>): string[] {
  return sentences.flatMap(({ text, rows }) => {
    const said = cleanLine(text, LONGEST_SENTENCE).trim()
    const cited = [...new Set(rows)].flatMap((id) => seen.get(id) ?? [])
    const known = new Set(cited.flatMap((row) => [...wordsOf(row.text)]))
    const isSupported = [...said.matchAll(FACTS)].every(([fact]) => (bare(fact) === '' ? false : known.has(bare(fact))))
    const isWhole = said !== '' && cited.length > 0 && cited.length === new Set(rows).size
    return isWhole && isSupported ? [`${said} [${cited.map(({ id }) => id).join(', ')}]`] : []
  })
}
