import { cleanText } from '#kernel/display.ts'
import type { Choice } from '#kernel/ruling.ts'

/** Longest body of one message. Source: https://www.twilio.com/docs/errors/21617 */
export const BODY_LENGTH = 1600

/** Text as it is shown: WhatsApp reads no marks that call somebody; what cannot be seen is taken out. */
export const shown = (text: string): string => cleanText(text).trim()

/** A text in pieces of at most so many characters, parted where a paragraph, a line or a word ends. Empty text is no piece. */
export function split(text: string, length = BODY_LENGTH): string[] {
  const pieces: string[] = []
  let rest = text
  while (rest.length > length) {
    const at = breakIn(rest.slice(0, length + 1), length)
    pieces.push(rest.slice(0, at).trimEnd())
    rest = rest.slice(at).replace(/^\n+|^ /, '')
  }
  return [...pieces, rest].filter((piece) => piece.trim() !== '')
}

function breakIn(head: string, length: number): number {
  for (const end of ['\n\n', '\n', ' ']) {
    const at = head.lastIndexOf(end)
    if (at > length / 2) return at
  }
  // A letter made of two units is not parted.
  return /[\uD800-\uDBFF]$/.test(head.slice(0, length)) ? length - 1 : length
}

/** Choices as a list to be answered with a number. */
export const numbered = (choices: readonly Pick<Choice, 'label'>[]): string =>
  choices.map(({ label }, at) => `${at + 1}. ${shown(label)}`).join('\n')

/** Cut to a length, with a sign that it was. */
export const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`
