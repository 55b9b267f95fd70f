/** Larger messages are left out and named: their text is what counts, and no text is that long. */
export const LONGEST_MAIL_BYTES = 50_000_000

/** One message of an mbox file, as it stands there but for the quoting of `From `. */
export interface RawMail {
  /** Line of the file its separator stands on, from 1. */
  line: number
  /** What the separator says after `From `; empty where the file begins without one. */
  separator: string
  /** Null where it is longer than LONGEST_MAIL_BYTES. */
  bytes: Uint8Array | null
}

const LF = 10
const CR = 13
const FROM = Buffer.from('From ')
/** The time every writer puts into a separator: `Sun Oct  1 09:15:02 2023`, with a zone before or after the year at times. */
const ASCTIME =
  /(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d \d\d:\d\d(?::\d\d)?.* \d{4}/
const LONGEST_SEPARATOR_BYTES = 4000

/**
 * The messages of an mbox file, one in memory at a time. A separator begins with `From `, bears a time, and stands at the
 * start of the file or after an empty line; `>From ` of a text loses one `>` (mboxrd).
 */
export async function* splitMbox(source: AsyncIterable<Uint8Array>): AsyncGenerator<RawMail> {
  let current: { line: number; separator: string; lines: Buffer[]; size: number } | null = null
  let lineNumber = 0
  let afterBlank = true
  for await (const line of linesOf(source)) {
    lineNumber++
    const separator = afterBlank ? separatorIn(line, lineNumber) : null
    afterBlank = isBlank(line)
    if (separator !== null) {
      if (current) yield whole(current)
      current = { line: lineNumber, separator, lines: [], size: 0 }
    } else {
      if (!current) {
        if (afterBlank) continue
        current = { line: lineNumber, separator: '', lines: [], size: 0 }
      }
      current.size += line.length
      if (current.size > LONGEST_MAIL_BYTES) current.lines = []
      else current.lines.push(unquoted(line))
    }
  }
  if (current) yield whole(current)
}

function whole({ line, separator, lines, size }: { line: number; separator: string; lines: Buffer[]; size: number }) {
  // The empty line before the next separator is the file's, not the message's.
  const last = lines.at(-1)
  if (last && lines.length > 1 && isBlank(last)) lines.pop()
  return { line, separator, bytes: size > LONGEST_MAIL_BYTES ? null : Buffer.concat(lines) }
}

function separatorIn(line: Buffer, number: number): string | null {
  if (line.length > LONGEST_SEPARATOR_BYTES || !line.subarray(0, FROM.length).equals(FROM)) return null
  const rest = line.toString('latin1').slice(FROM.length).trimEnd()
  return number === 1 || ASCTIME.test(rest) ? rest : null
}

const isBlank = (line: Buffer): boolean => line.every((byte) => byte === LF || byte === CR) && line.length <= 2

function unquoted(line: Buffer): Buffer {
  let quotes = 0
  while (line[quotes] === 0x3e) quotes++
  return quotes > 0 && line.subarray(quotes, quotes + FROM.length).equals(FROM) ? line.subarray(1) : line
}

/** Lines with their ends. A line that never ends is cut, so that no file can fill the memory. */
async function* linesOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest: Buffer[] = []
  let size = 0
  for await (const piece of source) {
    const chunk = Buffer.from(piece.buffer, piece.byteOffset, piece.length)
    let from = 0
    for (;;) {
      const end = chunk.indexOf(LF, from)
      if (end < 0) break
      rest.push(chunk.subarray(from, end + 1))
      yield rest.length === 1 ? (rest[0] as Buffer) : Buffer.concat(rest)
      rest = []
      size = 0
      from = end + 1
    }
    if (from < chunk.length) rest.push(Buffer.from(chunk.subarray(from)))
    size += chunk.length - from
    if (size > LONGEST_MAIL_BYTES) {
      yield Buffer.concat(rest)
      rest = []
      size = 0
    }
  }
  if (rest.length > 0) yield Buffer.concat(rest)
}
