import { DeskError } from '#kernel/errors.ts'
import type { SentFields } from './body.ts'
import { textOf } from './charset.ts'

/**
 * One JSON object of texts, numbers, yes and no, and lists of these; `null` is a field left empty.
 * @throws DeskError FORM_TYPE, FORM_UNREADABLE, FORM_FIELD
 */
export function jsonFields(body: Uint8Array, charset: string | null): SentFields {
  const found = parsed(textOf(body, charset))
  if (typeof found !== 'object' || found === null || Array.isArray(found))
    throw new DeskError('FORM_UNREADABLE', { problem: 'it is no JSON object of fields, such as {"message": "Hello"}' })
  return Object.entries(found).flatMap(([name, value]) => {
    const values: unknown[] = Array.isArray(value) ? value : [value]
    return values.flatMap((one) => (one === null ? [] : [[name, sayScalar(name, one)] as const]))
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new DeskError('FORM_UNREADABLE', { problem: 'it is no JSON' })
  }
}

function sayScalar(name: string, value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw new DeskError('FORM_FIELD', { problem: `The field "${name.slice(0, 40)}" is an object; a field is one text.` })
}
