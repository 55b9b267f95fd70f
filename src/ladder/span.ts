/** A place in a text: offsets in UTF-16 units, end exclusive. */
export type Span = readonly [number, number]

/**
 * Where a text says some words; null where it does not. Whitespace and case may differ and nothing else may. The words must
 * stand there whole: no part of a longer word or number is taken ("50" is not in "150k", "5" not in "1.5").
 */
export function spanOf(text: string, words: string): Span | null {
  const parts = words.trim().split(/\s+/u).filter(Boolean)
  if (parts.length === 0 || words.length > text.length + SPARE) return null
  const found = new RegExp(`${BEFORE}${parts.map(literal).join('\\s+')}${AFTER}`, 'iu').exec(text)
  return found && [found.index, found.index + found[0].length]
}

/** Whitespace that an answer may have more of than the text. */
const SPARE = 200
const BEFORE = '(?<![\\p{L}\\p{M}\\p{N}]|\\p{N}[.,:])'
const AFTER = '(?![\\p{L}\\p{M}\\p{N}]|[.,:]\\p{N})'

const literal = (words: string): string => words.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&')
