import type { Language } from '#kernel/language.ts'

/** What somebody wrote, as the readers of this folder look at it. */
export interface Said {
  /** As written. */
  text: string
  /** The same in small letters without accents, letter for letter: an offset means the same in both. */
  plain: string
  language: Language
  nowMs: number
  zone: string
  /** The company's currency: taken where an amount names none. */
  currency: string
}

/** A value with the words it was read from. */
export interface Read<T> {
  value: T
  span: string
}

const MOST_CHARACTERS = 8000

/** A text with its plain form. What stands further back in a long one is not read. */
export function saidAs(text: string, how: Omit<Said, 'text' | 'plain'>): Said {
  const read = text.normalize('NFC').slice(0, MOST_CHARACTERS)
  return { ...how, text: read, plain: plainOf(read) }
}

/** Small letters without accents; every letter stays one letter. */
export const plainOf = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u00c0-\u024f\u1e00-\u1eff]/g, (letter) => letter.normalize('NFD').charAt(0))
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replaceAll('’', "'")

/** The words that a pattern over the plain form found, as they were written; null where it found none. */
export function quoteOf({ text, plain }: Pick<Said, 'text' | 'plain'>, pattern: RegExp): string | null {
  const match = pattern.exec(plain)
  return match ? text.slice(match.index, match.index + match[0].length).trim() : null
}

/** A pattern of alternatives, one a line; none starts or ends inside a word. */
export const anyOf = (alternatives: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${alternatives
      .trim()
      .split(/\s*\n\s*/)
      .join('|')})(?![\\p{L}\\p{N}])`,
    'u',
  )
