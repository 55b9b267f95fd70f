/** Where a line is parted, best first. */
const ENDS = ['\n\n', '\n', ' ']

/**
 * Text in pieces of at most so many characters, parted where a paragraph, a line or a word ends, where there is such a place in
 * the second half of a piece. Empty text is no piece.
 * @param whole where to part instead of through something that has to stay whole, such as an escaped sign; null where nothing is
 */
export function piecesOf(text: string, length: number, whole: (head: string) => number | null = () => null): string[] {
  const pieces: string[] = []
  let rest = text
  while (rest.length > length) {
    const at = breakIn(rest, length, whole)
    pieces.push(rest.slice(0, at).trimEnd())
    rest = rest.slice(at).replace(/^\n+|^ /, '')
  }
  return [...pieces, rest].filter((piece) => piece.trim() !== '')
}

function breakIn(text: string, length: number, whole: (head: string) => number | null): number {
  const withNext = text.slice(0, length + 1)
  for (const end of ENDS) {
    const at = withNext.lastIndexOf(end)
    if (at > length / 2) return at
  }
  const head = text.slice(0, length)
  // A letter made of two units is not parted.
  return whole(head) ?? (/[\uD800-\uDBFF]$/.test(head) ? length - 1 : length)
}

/** Cut to a length, with a sign that it was. */
export const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`
