import { fold } from '../when/tokens.ts'
import { type Entry, type Lexicon, NOTHING } from './lexicon.ts'

/** A word, a number as it is written ("1.500,00") or a sign, with what the lexicon knows of it. */
export interface Token {
  raw: string
  /** Lower case, accents folded; numbers and signs as they stand. */
  text: string
  kind: 'word' | 'figure' | 'sign'
  /** UTF-16 offsets in the text. */
  start: number
  end: number
  /** Follows the token before it without a blank. */
  glued: boolean
  entry: Entry
}

/** Groups of three may be parted by a blank, also a thin or a fixed one; no other number may follow. */
const GROUPED = "\\d{1,3}(?:[ '’\\u00a0\\u2009\\u202f]\\d{3})+(?!\\d)(?:[.,]\\d+)?"
const FIGURE = `${GROUPED}|\\d+(?:[.,]\\d+)*|(?<![\\p{L}\\p{N}.])\\.\\d+`
const TOKEN = new RegExp(`(?<!\\p{L})U\\.S\\.(?:A\\.)?|[dlDL]['’](?=\\p{L})|${FIGURE}|\\p{L}+|[^\\s\\p{L}\\d]`, 'gu')
const DIGIT = /^\.?\d/
const LETTER = /^\p{L}/u

/** Tokens that are read; no message is longer. */
const MOST_TOKENS = 4000

export function tokenize(text: string, lexicon: Lexicon): Token[] {
  const tokens: Token[] = []
  let lastEnd = -1
  for (const match of text.matchAll(TOKEN)) {
    if (tokens.length === MOST_TOKENS) break
    const raw = match[0]
    const kind = DIGIT.test(raw) ? 'figure' : LETTER.test(raw) ? 'word' : 'sign'
    const folded = kind === 'word' ? fold(raw).replaceAll('.', '') : raw
    tokens.push({
      raw,
      text: folded,
      kind,
      start: match.index,
      end: match.index + raw.length,
      glued: match.index === lastEnd,
      entry: kind === 'word' ? (lexicon.get(folded) ?? NOTHING) : NOTHING,
    })
    lastEnd = match.index + raw.length
  }
  return tokens
}

const BEYOND: Token = { raw: '', text: '', kind: 'sign', start: 0, end: 0, glued: false, entry: NOTHING }

/** The token at a place; an empty sign beyond the ends. */
export const at = (tokens: readonly Token[], index: number): Token => tokens[index] ?? BEYOND

/** Dashes as they stand between the ends of a range. */
export const isDash = (token: Token): boolean => /^[-–—‐‑−]$/.test(token.raw)
