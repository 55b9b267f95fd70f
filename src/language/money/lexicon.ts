/** A word for a currency. */
export interface Noun {
  /** ISO 4217 codes it may mean, the most usual first; `BTC` for bitcoins. */
  codes: readonly string[]
  /** The first code is meant where neither company nor region says otherwise. */
  usual: boolean
  /** How many of it make one of the main unit: 100 for cents. */
  parts: number
  /** May stand before its number ("ringgit 42"). */
  front?: true
  /** Also an ordinary word: only money after a number that is written like an amount. */
  weak?: true
  /** A million for "MUSD", a thousand for "k€". */
  times?: number
}

/** What a word can mean for the grammar. */
export interface Entry {
  /** A number word below a thousand. */
  number?: number
  /** Multiplies the number before it: 100, 1000, a million, a lakh. */
  scale?: number
  /** The scale is an abbreviation: it may carry a point, and one letter must touch its number. */
  short?: true
  /** 0.5, 0.25. */
  fraction?: number
  /** "a", "une": one, before a scale, a fraction or a currency. */
  article?: true
  and?: true
  point?: true
  /** Stands between a million and its currency: "de", "of". */
  of?: true
  noun?: Noun
  /** Joins the two ends of a range, or two alternatives. */
  link?: 'to' | 'or'
  /** Begins a range whose ends "and" joins. */
  opens?: true
  minus?: true
}

export type Lexicon = ReadonlyMap<string, Entry>

/** Rows of a language: an entry and the words that have it, space separated, folded. Later rows add to the entry of a word. */
export type Words = readonly (readonly [Entry, string])[]

export const NOTHING: Entry = {}

/** Earlier tables win where two languages claim one word for different things. */
export function buildLexicon(...tables: Words[]): Lexicon {
  const lexicon = new Map<string, Entry>()
  for (const table of tables) {
    const own = new Map<string, Entry>()
    for (const [entry, words] of table)
      for (const word of words.split(' ')) own.set(word, { ...own.get(word), ...entry })
    for (const [word, entry] of own) if (!lexicon.has(word)) lexicon.set(word, entry)
  }
  return lexicon
}

/** Entries whose words count up from a number. */
export const counted = (from: number, step: number, words: readonly string[]): [Entry, string][] =>
  words.map((names, index) => [{ number: from + index * step }, names])

/** A currency word: what it may mean, and whether the first is meant where nothing else says. */
export const noun = (codes: string, more: Partial<Noun> = {}): Entry => ({
  noun: { codes: codes.split(' '), usual: !codes.includes(' '), parts: 1, ...more },
})
