import { DeskError } from '#kernel/errors.ts'

/** A component of a calendar file as text, or one of the calendar's own properties. */
export interface Block {
  /** `VEVENT`, `VTIMEZONE`, ..., or `PROPERTY`. */
  kind: string
  text: string
  /** Line on which it begins, from 1. */
  line: number
}

/** No honest event is longer; a file that never closes one must not fill the memory. */
const LONGEST_BLOCK = 4_000_000
/** A calendar, an event, an alarm: deeper files are made to exhaust whoever reads them. */
const DEEPEST = 8

/** Control characters other than tab and line break are no part of a calendar file (RFC 5545, 3.1). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
export const withoutControls = (text: string): string => text.replace(/[\x00-\x08\x0B-\x1F\x7F]/g, '')

/**
 * Cuts a calendar file into its components without reading them, holding one at a time.
 * @throws DeskError IMPORT_INVALID naming the line where the file is no calendar
 */
export async function* blocksOf(source: AsyncIterable<string>, file: string): AsyncGenerator<Block> {
  const invalid = (line: number, problem: string) =>
    new DeskError('IMPORT_INVALID', { file, where: `line ${line}`, problem })
  const open: { name: string; line: number }[] = []
  let lines: string[] = []
  let size = 0
  let calendars = 0
  let number = 0
  for await (const line of linesOf(source)) {
    const raw = withoutControls(line)
    number += 1
    const mark = /^(BEGIN|END):\s*([\w-]+)\s*$/i.exec(raw)
    const name = mark?.[2]?.toUpperCase() ?? ''
    const begins = mark?.[1]?.toUpperCase() === 'BEGIN'
    if (open.length === 0) {
      if (raw.trim() === '') continue
      if (!begins || name !== 'VCALENDAR') throw invalid(number, 'a calendar file begins with BEGIN:VCALENDAR')
      open.push({ name, line: number })
      calendars += 1
      continue
    }
    if (mark && begins) open.push({ name, line: number })
    if (open.length > DEEPEST) throw invalid(number, 'components are nested deeper than a calendar needs')
    if (mark && !begins) {
      const inner = open.at(-1)
      if (inner?.name !== name)
        throw invalid(number, `END:${name} closes nothing; ${inner?.name} of line ${inner?.line} is open`)
      open.pop()
    }
    if (open.length === 0) continue
    if (open.length === 1 && !mark) {
      if (raw.trim() !== '') yield { kind: 'PROPERTY', text: raw, line: number }
      continue
    }
    lines.push(raw)
    size += raw.length
    const first = open[1] ?? { name, line: number - lines.length + 1 }
    if (size > LONGEST_BLOCK) throw invalid(first.line, `this ${first.name} is longer than any event can be`)
    if (open.length > 1) continue
    yield { kind: first.name, text: lines.join('\r\n'), line: first.line }
    lines = []
    size = 0
  }
  const left = open.at(-1)
  if (left) throw invalid(number, `the file ends inside ${left.name}, which began on line ${left.line}`)
  if (calendars === 0) throw invalid(1, 'there is no calendar in it')
}

async function* linesOf(source: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  let first = true
  for await (const chunk of source) {
    const text = rest + (first ? chunk.replace(/^\uFEFF/, '') : chunk)
    first = false
    const lines = text.split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield* rest.split(/\r/)
}
