import { DeskError } from '#kernel/errors.ts'
import { type Fields, type SameVerdict, sameRecord } from '#language/same.ts'

/** A line of `nightdesk read same`: two records of the same sort. */
export interface SameRow {
  id: string
  a: Fields
  b: Fields
}

const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether the line's two records are of one and the same. Throws `USAGE` where one of them is missing. */
export function readSameLine({ id, a, b }: SameRow): { id: string } & SameVerdict {
  if (!isRecord(a) || !isRecord(b)) throw new DeskError('USAGE', { problem: 'a line needs two records, a and b' })
  return { id, ...sameRecord(a, b) }
}
