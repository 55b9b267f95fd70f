import { plainOf } from './said.ts'

/** Rows of a keyboard, as fingers run over them. */
const ROWS = ['qwertyuiop', 'qwertzuiop', 'azertyuiop', 'asdfghjkl', 'qsdfghjklm', 'zxcvbnm', 'yxcvbnm', '1234567890']
const LEAST_RUN = 4

/** Whether a word is no word of any language: a run over the keyboard, one piece again and again, or no vowel in sight. */
export function isGibberish(word: string): boolean {
  const letters = plainOf(word).replace(/[^\p{L}\p{N}]/gu, '')
  if (letters.length < 3) return false
  if (/^(.)\1{2,}$/u.test(letters) || /^(..|...)\1+.?$/u.test(letters.slice(0, 12)) === letters.length >= 6) {
    if (/^(.)\1{2,}$/u.test(letters) || letters.length >= 6) return true
  }
  if (letters.length >= LEAST_RUN && ROWS.some((row) => row.includes(letters.slice(0, 8)) && /\p{L}/u.test(letters)))
    return true
  if (/^(?:asd[fas]*|qwe(?:rty?)?|sdf\w*|dfg\w*|fgh\w*|jkl\w*|xyz+|aaa+|xxx+)$/u.test(letters)) return true
  return /^[^aeiouy\d]{6,}$/u.test(letters)
}

const TEST =
  /^(?:(?:this is (?:a |just a )?)?(?:test(?:ing|e|o)?|prueba|essai|lorem ipsum|foo(?: ?bar)?|abc|123)[\s.!,\d]*)+$/u

/** Whether a whole text only tries out whether anything comes through. */
export const isTest = (text: string): boolean => TEST.test(plainOf(text).trim())

/** Whether every word of a text is gibberish. */
export function isAllGibberish(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  return words.length > 0 && words.every((word) => word.length < 3 || isGibberish(word)) && words.some(isGibberish)
}
