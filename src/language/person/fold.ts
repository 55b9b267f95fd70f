const MARKS = /\p{M}+/gu
const PLAIN = /^[\0-\x7f]*$/
const LETTERS: Record<string, string> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th', ð: 'd' }
const LETTER = /[ßøłđæœıþð]/g

/** A word as it is compared: lower case, no diacritics, one kind of apostrophe. */
export function fold(word: string): string {
  const lower = word.toLowerCase()
  if (PLAIN.test(lower)) return lower
  const bare = lower
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(/[’‘`´]/g, "'")
  return bare.replace(LETTER, (letter) => LETTERS[letter] ?? letter)
}

/** A set of words written as one text. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))
