import type { Entry, Lexicon } from './lexicon.ts'

/** A word, a run of digits or a sign, with what the lexicon knows of it. */
export interface Token {
  /** Lower case, accents folded. */
  text: string
  kind: 'word' | 'digits' | 'sign'
  /** UTF-16 offsets in the text. */
  start: number
  end: number
  /** Follows the token before it without a blank. */
  glued: boolean
  /** Value of a run of digits; -1 for others. */
  value: number
  entry: Entry
  /** Begins with a capital letter. */
  capital: boolean
}

const NOTHING: Entry = {}
/** Expressions of several words that the tables know as one, whatever stands between their words. */
const JOINED =
  "aujourd['’]hui|jusqu['’](?:au|a|à)|apr[eè]s-(?:midi|demain)|avant-hier|il y a|pasado mañana|fin de semana|(?<=ce )week-end"
/** The elided articles of French are tokens of their own ("l'apres-midi"). */
const ELIDED = "[ldjnsLDJNS]['’](?=\\p{L})"
const TOKEN = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:${JOINED})(?!\\p{L})|${ELIDED})|\\p{L}+(?:['’]\\p{L}+)*|\\d+|[^\\s\\p{L}\\d]`,
  'giu',
)
const LETTER = /^\p{L}/u
const ACCENTS = /[\u0300-\u036f]/g
const PLAIN = /^[\x20-\x7e]*$/

/** Lower case with plain apostrophes and no accents, same for words of text and of tables. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  return PLAIN.test(lower) ? lower : lower.normalize('NFD').replace(ACCENTS, '').replaceAll('’', "'")
}

/** Tokens that are read; no message is longer. */
const MOST_TOKENS = 3000

/** Cuts a text; letters and digits that touch ("9am", "15h20", "mar4") are tokens of their own. Entries are still empty. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let lastEnd = -1
  for (const match of text.matchAll(TOKEN)) {
    if (tokens.length === MOST_TOKENS) break
    const raw = match[0]
    const code = raw.charCodeAt(0)
    const digits = code >= 48 && code <= 57
    const word = !digits && LETTER.test(raw)
    tokens.push({
      text: word ? fold(raw).replaceAll(' ', '-') : raw,
      kind: digits ? 'digits' : word ? 'word' : 'sign',
      start: match.index,
      end: match.index + raw.length,
      glued: match.index === lastEnd,
      value: digits ? Number(raw) : -1,
      entry: NOTHING,
      capital: word && raw[0] !== raw[0]?.toLowerCase(),
    })
    lastEnd = match.index + raw.length
  }
  return tokens
}

/** The tokens with what a lexicon knows of them. */
export const withEntries = (tokens: readonly Token[], lexicon: Lexicon): Token[] =>
  tokens.map((token) => (token.kind === 'word' ? { ...token, entry: lexicon.get(token.text) ?? NOTHING } : token))
