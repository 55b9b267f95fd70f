import { cleanText } from '#kernel/display.ts'

/** Longest text of one message (https://docs.discord.com/developers/resources/message#create-message). */
export const CONTENT_LENGTH = 2000

/** An address on the web; what may end a sentence after it is none of it. */
const ADDRESS = /https?:\/\/[^\s<>()[\]{}|\\`"]*[^\s<>()[\]{}|\\`"'.,;:!?*_~]/g
/** Signs that begin a mark of Discord's anywhere, and those that do so at the beginning of a line. */
const ANYWHERE = /[\\*_~`|<>[\]]/g
const AT_LINE = /^(\s*(?:[-*]\s*)?)(#)/gm

/**
 * Text in which nothing is a mark of Discord's: no mention, no emphasis, no link behind other words. Addresses stay addresses, and
 * no picture is drawn of them.
 */
export function escaped(text: string): string {
  const clean = cleanText(text)
  let out = ''
  let from = 0
  for (const { 0: address, index } of clean.matchAll(ADDRESS)) {
    out += `${plain(clean.slice(from, index))}<${address}>`
    from = index + address.length
  }
  return out + plain(clean.slice(from))
}

const plain = (text: string): string => text.replace(ANYWHERE, '\\$&').replace(AT_LINE, '$1\\$2')

/** Cut to a length, with a sign that it was. */
export const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1)}…`

/** Escaped text cut to a length; no mark is cut in two. */
export const cutEscaped = (text: string, length: number): string => split(escaped(text), length)[0] ?? ''

/** Escaped text in pieces of at most so many characters, parted at the ends of lines or words where there are any. Empty text is no piece. */
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
  // An address stays whole where it can.
  const address = /(?<=(?<!\\)(?:\\\\)*)<[^<>]*$/.exec(head)?.index ?? 0
  if (address > 0) return address
  // Neither an escaped sign nor a letter made of two units is parted.
  const escapes = /\\+$/.exec(head)?.[0].length ?? 0
  if (escapes % 2 === 1) return length - 1
  return /[\uD800-\uDBFF]$/.test(head) ? length - 1 : length
}
