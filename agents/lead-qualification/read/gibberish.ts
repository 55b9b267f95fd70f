import { plainOf } from './said.ts'

/** Rows of a keyboard, as fingers run over them. */
const ROWS = ['qwertyuiop', 'qwertzuiop', 'azertyuiop', 'asdfghjkl', 'qsdfghjklm', 'zxcvbnm', 'yxcvbnm']
/** Letters next to each other on a keyboard from which nobody means a word, and how often one letter stands in no word. */
const LEAST_RUN = 4
const LEAST_ALIKE = 4
/** Letters without a vowel of which no word is made. */
const LEAST_MUTE = 6

/** Whether a word is no word of any language: fingers that ran over the keyboard, one letter again and again, or no vowel in sight. */
export function isGibberish(word: string): boolean {
  const letters = plainOf(word).replace(/\P{L}/gu, '')
  if (new RegExp(`^(.)\\1{${LEAST_ALIKE - 1},}$`, 'u').test(letters)) return true
  if (letters.length >= LEAST_MUTE && !/[aeiouy]/u.test(letters)) return true
  return letters.length >= LEAST_RUN && ROWS.some((row) => row.includes(pieceOf(letters)))
}

/** What a text is that piece of again and again ("asdfasdfas" of "asdf"); else the text itself. */
function pieceOf(letters: string): string {
  for (let length = 3; length <= letters.length / 2; length++) {
    const piece = letters.slice(0, length)
    if (piece.repeat(letters.length).startsWith(letters)) return piece
  }
  return letters
}

const TEST =
  /^(?:(?:this is (?:a |just a )?)?(?:test(?:ing|e|o)?|prueba|essai|lorem ipsum|foo(?: ?bar)?|abc|123)[\s.!,\d]*)+$/u

/** Whether a whole text only tries out whether anything comes through. */
export const isTest = (text: string): boolean => TEST.test(plainOf(text).trim())

/** Whether every word of a text is gibberish. */
export function isAllGibberish(text: string): boolean {
  const words = text.match(/\p{L}+/gu) ?? []
  return words.length > 0 && words.every((word) => word.length < 3 || isGibberish(word)) && words.some(isGibberish)
}
