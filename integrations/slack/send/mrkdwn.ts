import { cleanText } from '#kernel/display.ts'

/** Longest text of one section block. */
export const SECTION_LENGTH = 3000

/** Longest label of a button. */
export const LABEL_LENGTH = 75

const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Text in which nothing is a mark of Slack's: no mention, no link, no call to a channel. */
export const escaped = (text: string): string => cleanText(text).replace(/[&<>]/g, (mark) => MARKS[mark] ?? mark)

/** Cut to a length, with a sign that it was. */
export const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1)}…`

/** Escaped text cut to a length; a mark is never cut in two. */
export const cutEscaped = (text: string, length: number): string => split(escaped(text), length - 1)[0] ?? ''

/** Text in pieces of at most so many characters, parted at the ends of lines or words where there are any. Empty text is no piece. */
export function split(text: string, length: number): string[] {
  const pieces: string[] = []
  let rest = text
  while (rest.length > length) {
    const at = breakIn(rest, length)
    pieces.push(rest.slice(0, at).trimEnd())
    rest = rest.slice(at).replace(/^\n/, '')
  }
  return [...pieces, rest].filter((piece) => piece.trim() !== '')
}

function breakIn(text: string, length: number): number {
  const head = text.slice(0, length)
  const line = head.lastIndexOf('\n')
  if (line > length / 2) return line + 1
  const word = head.lastIndexOf(' ')
  if (word > length / 2) return word + 1
  // Neither an escaped sign nor a letter made of two units is parted.
  const entity = /&[a-z]{0,3}$/.exec(head)
  if (entity) return entity.index
  return /[\uD800-\uDBFF]$/.test(head) ? length - 1 : length
}
