import { cleanLine, cleanName } from './display.ts'
import type { RecordKind } from './record.ts'

type Fields = Readonly<Record<string, unknown>>

const NAMED_BY: Readonly<Record<RecordKind, (fields: Fields) => readonly unknown[]>> = {
  account: ({ name }) => [name],
  contact: ({ name, emails, phones, company }) => [name, firstOf(emails), firstOf(phones), company],
  deal: ({ name, company }) => [name, company],
  lead: ({ person, company }) => {
    const { name, email, phone } = (person ?? {}) as Fields
    return [name, (company as Fields | undefined)?.name, email, phone]
  },
  activity: ({ text }) => [text],
}

const firstOf = (list: unknown): unknown => (Array.isArray(list) ? list[0] : null)

/** How a record is called, fit to stand inside a sentence: its name, else the next best that tells it; null for nothing. */
export function recordName(kind: RecordKind, fields: Fields): string | null {
  const name = NAMED_BY[kind](fields).find((one) => typeof one === 'string' && one.trim() !== '')
  if (typeof name !== 'string') return null
  const clean = kind === 'contact' || kind === 'lead' ? cleanName(name) : cleanLine(name, 120)
  return clean === '' ? null : clean
}
