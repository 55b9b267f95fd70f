import { fold } from '../person/fold.ts'

const REFERENCE = /\s*&#(\d{2,6});\s*/g
const MOST_CHARACTERS = 2_000

/** As much of a field as is compared; character references, which scraped records bear, become their letters. */
export function tidy(value: string): string {
  const cut = value.length > MOST_CHARACTERS ? value.slice(0, MOST_CHARACTERS) : value
  return cut.includes('&#') ? cut.replace(REFERENCE, (_, code: string) => letter(Number(code))) : cut
}

/** A field's words, folded, without punctuation. */
export function wordsOf(value: string): string[] {
  return (
    fold(tidy(value))
      .replace(/['.]/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

const letter = (code: number): string =>
  code < 0x110000 && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : ''

/** Words written as one: spaces come and go in typing. */
export const joined = (value: string): string => wordsOf(value).join('')

export const digitsOf = (value: string): string => value.replace(/\D/g, '')
