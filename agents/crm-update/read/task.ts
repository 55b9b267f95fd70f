import { sheetOf } from '#language/sheet.ts'
import type { Step } from '../request/write.ts'
import { readDates } from './date.ts'
import type { Reading } from './reading.ts'
import { subjectOf } from './set.ts'
import { spotsIn } from './spot.ts'

type Task = Extract<Step, { do: 'task' }>

const OPENING =
  /^\W*(?:(?:please|pls|can you|could you|hey|hi|ok)\s+)*(?:remind\s+(me|@?\p{L}+)\s+(?:to|about|that)?|(?:add|create|make|set|new)\s+(?:a\s+)?(?:task|to-?do|follow[- ]?up)(?:\s+for\s+(me|@?\p{L}+))?\s*(?:to|:|about|for|-)?|(?:task|to-?do)\s*(?::|to|for)|i need to|follow[- ]?up task:?)\s*/iu

/** "remind me to chase globex thu": a task about a record, with its day and whose it is. */
export function readTask(text: string, reading: Reading): Task {
  const opening = OPENING.exec(text)
  const words = opening ? text.slice(opening[0].length) : text
  const sheet = sheetOf(words)
  const [date] = readDates(words, reading)
  if (date) sheet.take(...withLead(words, date.start, date.end))
  const spots = spotsIn(words, reading.book)
  const subject = subjectOf(words, spots, sheetOf(sheet.blank()))
  const said = (opening?.[1] ?? opening?.[2] ?? 'me').replace(/^@/u, '')
  return {
    do: 'task',
    subject,
    text: sheet
      .blank()
      .replace(/\s+/gu, ' ')
      .replace(/[\s,.!?]+$/u, '')
      .trim(),
    due: date?.value.date ?? null,
    atMs: date?.atMs ?? null,
    who: /^me$/iu.test(said) ? '' : said,
  }
}

/** "on thursday": the small word goes with it. */
function withLead(text: string, start: number, end: number): [number, number] {
  const lead = /\b(?:on|by|at|until|till|before|next|this)\s*$/iu.exec(text.slice(0, start))
  return [lead ? lead.index : start, end]
}
