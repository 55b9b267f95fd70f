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
