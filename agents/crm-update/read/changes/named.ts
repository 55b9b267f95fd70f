import type { Sheet } from '#language/sheet.ts'
import type { Change, Value } from '../../request/write.ts'
import { readDates } from '../date.ts'
import { isDenied } from '../doubt.ts'
import { type FieldName, fieldNames } from '../fields.ts'
import { readAmount } from '../money.ts'
import type { Reading } from '../reading.ts'
import { stageNamed } from '../stage.ts'
import { type Add, asText, endOf, literal, stopIn, TO } from './phrase.ts'

/** "stage of acme to proposal", "acme's stage: proposal", "close date 03/04", "moved to lead status". */
export function readNamed(sheet: Sheet, { field, words, holds }: FieldName, reading: Reading, add: Add): void {
  const blank = sheet.blank()
  const name = words.map(literal).join('|')
  if (name === '') return
  const said = new RegExp(`(?<![\\p{L}\\d])(?:the )?(?:${name})(?![\\p{L}\\d])`, 'iu').exec(blank)
  if (!said) return
  const behind = said.index + said[0].length
  const before = new RegExp(`${TO}\\s+(?:a |an |the )?([\\p{L}\\d][\\p{L}\\d _-]{0,40}?)\\s*$`, 'iu').exec(
    blank.slice(0, said.index),
  )
  const valued = new RegExp(
    `^((?:(?!\\.\\s)[^,;\\n]){0,80}?)\\s*(?:from\\s+(?:["“']?[\\p{L}\\d][^,;\\n]{0,40}?)\\s+)?${TO}\\s*(?:the |a )?(?=\\S)`,
    'iu',
  ).exec(blank.slice(behind))
  if (valued && !/\b(?:and|then)\b/iu.test(valued[1] ?? '')) {
    const from = behind + valued[0].length
    const read = valueAt(sheet, holds, from, reading)
    if (read) {
      sheet.take(said.index, behind)
      add(field, read.value, read.start, read.end)
      return
    }
  }
  if (before && (field === 'stage' || field === 'status')) {
    const start = said.index - (/\S[\s\S]*$/u.exec(before[1] ?? '')?.[0].length ?? 0) - (said[0].length > 0 ? 1 : 0)
    sheet.take(said.index, behind)
    add(field, asText(before[1] ?? ''), Math.max(0, start), said.index)
    return
  }
  if (holds !== 'text' || field.startsWith('custom.')) {
    const read = /^\s+\S/u.test(blank.slice(behind)) ? valueAt(sheet, holds, behind, reading) : null
    const named = read?.value.type === 'text' ? stageNamed(read.value.text, reading.stages) : null
    if (read && (holds !== 'stage' || named !== null)) add(field, read.value, read.start, read.end)
  }
}

/** The value that stands at a place, as what the field holds; null where there is none. */
function valueAt(
  sheet: Sheet,
  holds: FieldName['holds'],
  from: number,
  reading: Reading,
): { value: Value; start: number; end: number } | null {
  const rest = sheet.text.slice(from)
  const stop = stopIn(rest)
  const words = rest.slice(0, stop).trim()
  if (words === '') return null
  const whole = { value: asText(words), start: from, end: from + stop }
  if (holds === 'money') {
    const amount = readAmount(rest, reading)
    return amount && amount.start <= 24
      ? { value: amount.value, start: from + amount.start, end: from + amount.end }
      : whole
  }
  if (holds === 'date') {
    const [date] = readDates(rest, reading)
    return date && date.start <= 12 ? { value: date.value, start: from + date.start, end: from + date.end } : whole
  }
  return whole
}

/** "set the region of acme to EMEA", where no record has a region. */
export function readUnknown(sheet: Sheet, add: Add): void {
  const found =
    /\b(?:set|update|change)\s+(?:the\s+|their\s+)?(\p{L}[\p{L} ]{2,30}?)\s+(?:of|for|on)\b[^,;\n]*?\bto\s+([^,;\n]+)/iu.exec(
      sheet.blank(),
    )
  if (!found?.[1] || !found[2]) return
  const value = endOf(found[2])
  const start = found.index + found[0].length - found[2].length
  if (value !== '')
    add(`unknown.${found[1].trim().toLowerCase()}`, asText(`${found[1].trim()}: ${value}`), start, start + value.length)
}

/** "update stage": a field without a value is a question. */
export function fieldAlone({ text }: Sheet, { book }: Reading): Change[] {
  const said = text.toLowerCase()
  const field = fieldNames(book).find(({ words }) => words.some((word) => hasWord(said, word)))
  const from = text.trim()
  return field && /\b(?:update|change|set|edit|fix|correct)\b/iu.test(text) && !isDenied(text, text.length, text.length)
    ? [{ field: field.field, value: { type: 'text', text: '' }, from, doubt: null }]
    : []
}

const hasWord = (text: string, word: string): boolean =>
  new RegExp(`(?<![\\p{L}\\d])${literal(word)}(?![\\p{L}\\d])`, 'u').test(text)
