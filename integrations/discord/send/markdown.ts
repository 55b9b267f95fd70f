import { cleanText } from '#kernel/display.ts'
import { piecesOf } from '#kernel/pieces.ts'

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

/** Escaped text cut to a length; no mark is cut in two. */
export const cutEscaped = (text: string, length: number): string => split(escaped(text), length)[0] ?? ''

/** Escaped text in pieces of at most so many characters. Empty text is no piece. */
export const split = (text: string, length: number): string[] => piecesOf(text, length, whole)

/** An address stays whole where it can, and an escaped sign does. */
function whole(head: string): number | null {
  const address = /(?<=(?<!\\)(?:\\\\)*)<[^<>]*$/.exec(head)?.index ?? 0
  if (address > 0) return address
  const escapes = /\\+$/.exec(head)?.[0].length ?? 0
  return escapes % 2 === 1 ? head.length - 1 : null
}
