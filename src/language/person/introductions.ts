import type { NameToken } from './name-tokens.ts'

/** Words with which people say their name, and whether a name in lower case is believed behind them. */
const INTRODUCTIONS =
  /(?:\b(?:my name(?:'s| is)|name's|me llamo|mi nombre es|je m'appelle|mon nom est|mein name ist|ich hei(?:ss|ß)e|(?:full )?name:)|(?<weak>\b(?:i am|i'm|im|this is|soy|je suis|ich bin|hier ist|aquí|ici)))\s+/giu

/** A place behind which a name is said. */
export interface Introduction {
  /** UTF-16 offset where the name begins. */
  at: number
  /** Only names written with a capital, or known given names, are believed ("i'm late" names nobody). */
  weak: boolean
}

/** Where a text introduces somebody by name. */
export function introductionsIn(text: string): Introduction[] {
  const plain = text.replaceAll('’', "'")
  return Array.from(plain.matchAll(INTRODUCTIONS), (match) => ({
    at: match.index + match[0].length,
    weak: match.groups?.weak !== undefined,
  }))
}

/** Words behind which two or three capitals are somebody, known or not. */
const WHO =
  /\b(?:with|w\/|ask|tell|cc|attn|invite|named|contact|lead|client|customer|owner|meet|met|thank|thanks|by|from|mit|von|avec|con|cliente?|kunde|kundin)\b:?\s*$/i

/** First words of places that stand behind the same words as people. */
const PLACES =
  /^(?:new|los|las|san|santa|saint|st|north|south|east|west|united|great|hong|buenos|rio|costa|puerto|cape|mount|fort|bad|frankfurt)$/
const LETTERS_BEFORE = 20

/** Whether two or three words in capitals, known or not, stand where people are named. */
export function standsForSomebody(run: readonly NameToken[], text: string): boolean {
  const start = run[0]?.start ?? 0
  const isName = ({ key }: NameToken): boolean => /^\p{L}[\p{L}'-]+$/u.test(key) && !PLACES.test(key)
  const before = text.slice(Math.max(0, start - LETTERS_BEFORE), start)
  return (run.length === 2 || run.length === 3) && run.every(isName) && WHO.test(before)
}
