import { DeskError } from '#kernel/errors.ts'
import { countFields } from './count.ts'
import { jsonFields } from './json.ts'
import { multipartFields } from './multipart.ts'
import { urlencodedFields } from './urlencoded.ts'

/** A post larger than this is not read. A message of 20,000 letters of any script fits, in any of the encodings. */
export const MOST_BODY_KB = 256
/** More fields than this are no form that somebody fills in. */
export const MOST_FIELDS = 100

/** Fields as they were sent: names and texts, in order, doubles included. */
export type SentFields = readonly (readonly [name: string, text: string])[]

const KINDS = ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'] as const
export type BodyKind = (typeof KINDS)[number]

/**
 * The fields of a posted body. Too many are refused before anything is read out of it.
 * @param contentType the header, with charset and boundary
 * @throws DeskError FORM_TYPE, FORM_UNREADABLE, FORM_TOO_MUCH
 */
export async function fieldsIn(body: Uint8Array, contentType: string): Promise<SentFields> {
  const kind = kindOf(contentType)
  const boundary = parameterOf(contentType, 'boundary')
  if (kind === 'multipart/form-data' && !boundary)
    throw new DeskError('FORM_TYPE', { problem: 'multipart/form-data needs a boundary' })
  if (countFields(body, kind, boundary ?? '') > MOST_FIELDS)
    throw new DeskError('FORM_TOO_MUCH', { limit: MOST_FIELDS, what: 'fields' })
  const charset = parameterOf(contentType, 'charset')
  if (kind === 'application/json') return jsonFields(body, charset)
  if (kind === 'multipart/form-data') return multipartFields(body, boundary ?? '', charset)
  return urlencodedFields(body, charset)
}

function kindOf(contentType: string): BodyKind {
  const named = contentType.split(';')[0]?.trim().toLowerCase()
  const kind = KINDS.find((one) => one === named)
  if (kind) return kind
  throw new DeskError('FORM_TYPE', { problem: `send it as ${KINDS.join(', ')}` })
}

/** `charset` of `text/plain; charset="utf-8"`, or null. */
function parameterOf(contentType: string, name: string): string | null {
  for (const part of contentType.split(';').slice(1)) {
    const [key = '', ...rest] = part.split('=')
    if (key.trim().toLowerCase() === name)
      return (
        rest
          .join('=')
          .trim()
          .replace(/^"(.*)"$/, '$1') || null
      )
  }
  return null
}
