import type { Sheet } from '#language/sheet.ts'
import { readWhen } from '#language/when.ts'
import type { Reading } from '../read.ts'

const SHIFT =
  /\b(?:by\s+)?((?:an?|half an?|one|two|three|\d+(?:[.,]\d+)?)\s*(?:and a half\s+)?(?:min(?:ute)?s?|hours?|hrs?|h|days?|weeks?)(?:\s+and\s+a\s+half)?)\s+(later|earlier|sooner)\b/iu

/** "An hour later" of a meeting that is moved: how far from where it is, not from now. Taken off the sheet. */
export function takeShift(sheet: Sheet, reading: Reading): number | null {
  const match = SHIFT.exec(sheet.blank())
  const [length] = match?.[1] ? readWhen(match[1], reading) : []
  if (!match || !length?.durationMs) return null
  sheet.take(match.index, match.index + match[0].length)
  return match[2]?.toLowerCase() === 'later' ? length.durationMs : -length.durationMs
}
