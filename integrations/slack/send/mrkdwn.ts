import { cleanText } from '#kernel/display.ts'
import { piecesOf } from '#kernel/pieces.ts'

/** Longest text of one section block. */
export const SECTION_LENGTH = 3000

/** Longest label of a button. */
export const LABEL_LENGTH = 75

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Text in which nothing is a mark of Slack's: no mention, no link, no call to a channel. */
export const escaped = (text: string): string => cleanText(text).replace(/[&<>]/g, (mark) => MARKS[mark] ?? mark)

/** Escaped text cut to a length; a mark is never cut in two. */
export const cutEscaped = (text: string, length: number): string => split(escaped(text), length - 1)[0] ?? ''

/** Escaped text in pieces of at most so many characters. Empty text is no piece. */
export const split = (text: string, length: number): string[] =>
  piecesOf(text, length, (head) => /&[a-z]{0,3}$/.exec(head)?.index ?? null)
