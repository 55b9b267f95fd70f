import { MINUTE_MS } from '#kernel/units.ts'
import type { Sheet } from '#language/sheet.ts'
import { readWhen } from '#language/when.ts'
import type { Reading } from '../read.ts'

const SHIFT =
  /\b(?:by\s+)?((?:an?|half an?|one|two|three|\d+(?:[.,]\d+)?)\s*(?:and a half\s+)?(?:min(?:ute)?s?|hours?|hrs?|h|days?|weeks?)(?:\s+and\s+a\s+half)?)\s+(later|earlier|sooner)\b/iu

/** "Push it by 15": minutes, where nothing says what they are. */
const BY_NUMBER = /\bby\s+(\d{1,3})(?![\d.,:]*\d|\s*(?:[ap]\.?m|o['’]?clock|h\b|min|sec|hour|day|week|month))\b/iu
const FORWARD = /\b(?:forward|earlier|sooner|up)\b/iu

/** "An hour later" of a meeting that is moved: how far from where it is, not from now. Taken off the sheet. */
export function takeShift(sheet: Sheet, reading: Reading): number | null {
  const bare = BY_NUMBER.exec(sheet.blank())
  if (bare) {
    sheet.take(bare.index, bare.index + bare[0].length)
    return Number(bare[1]) * MINUTE_MS * (FORWARD.test(sheet.text) ? -1 : 1)
  }
  const match = SHIFT.exec(sheet.blank())
  const [length] = match?.[1] ? readWhen(match[1], reading) : []
  if (!match || !length?.durationMs) return null
  sheet.take(match.index, match.index + match[0].length)
  return match[2]?.toLowerCase() === 'later' ? length.durationMs : -length.durationMs
}
