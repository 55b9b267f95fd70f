import { DAY_MS, WEEK_MS } from '#kernel/units.ts'
import type { Sheet } from '#language/sheet.ts'
import type { Request } from '../request.ts'

const UNITS: Record<string, number> = {
  hour: DAY_MS / 24,
  day: DAY_MS,
  week: WEEK_MS,
  fortnight: 2 * WEEK_MS,
  month: 30 * DAY_MS,
}
const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const SPAN =
  '(?:in|for|within|during)?\\s*(?:the )?(?:last|past|previous)\\s+(?:(\\d+|\\w+)\\s+)?(hour|day|week|fortnight|month)s?'
const MET = '(?:met|seen|spoken|talked|had (?:a )?(?:meeting|call|chat)|caught up)'

/** "If I haven't met with Lena in the last 7 days, ..." and "check if I've met them in the last 3 days? If not, ...". */
const NOT_MET = [
  new RegExp(
    `\\bhave\\s+(?:i|we)\\s+${MET}\\b[^.?!,]*?${SPAN}(?=[\\s\\S]*\\bif\\s+(?:not|i haven['’]?t|we haven['’]?t))`,
    'iu',
  ),
  new RegExp(
    `\\b(?:if|unless)\\s+(?:i|we)\\s*(?:haven['’]?t|have not|have|['’]ve not|hadn['’]?t|didn['’]?t)\\s+(?:already\\s+)?(?:${MET}|meet|see)\\b[^.?!,]*?${SPAN}`,
    'iu',
  ),
  new RegExp(
    `\\b(?:check|see|find out)\\s+(?:if|whether|when)\\s+(?:i|we)(?:['’]ve|\\s+have)\\s+${MET}\\b[^.?!,]*?${SPAN}(?=[\\s\\S]*\\bif\\s+(?:not|i haven['’]?t|we haven['’]?t))`,
    'iu',
  ),
]
/** Any other condition at the front of a request, and the words that hang a request on a check. */
const UNKNOWN =
  /(?:^|[.!?,]\s+|\bplease\s+)(if\s+(?!(?:possible|you (?:can|could|don['’]?t mind)|that['’]?s ok|not|so\b|needed|available))[^,?.]+(?:,|\bthen\b))|\b((?:can|could) you check (?:if|whether)?[^.?]*\b(?:and )?if so\b|check (?:and )?if so\b|\bif so\b|\botherwise\b|\bin case\b [^,.]*)/iu
const IF_NOT = /\bif (?:not|so|i haven['’]?t|we haven['’]?t)\b,?/iu

/** What a request depends on. The clause is taken off the sheet, names in it stay to be read. */
export function readCondition(sheet: Sheet, nowMs: number): Request['condition'] {
  for (const pattern of NOT_MET) {
    const match = pattern.exec(sheet.blank())
    if (!match) continue
    const count = match[1] ? Number.parseInt(match[1], 10) || Math.max(1, NUMBERS.indexOf(match[1].toLowerCase())) : 1
    const reach = new RegExp(SPAN, 'iu').exec(match[0])
    const start = match.index + (reach?.index ?? 0)
    sheet.take(start, match.index + match[0].length)
    takeOpening(sheet, match.index, match[0])
    return {
      type: 'not_met',
      sinceMs: nowMs - count * (UNITS[(match[2] ?? 'day').toLowerCase()] ?? DAY_MS),
      text: match[0].trim(),
    }
  }
  const other = UNKNOWN.exec(sheet.blank())
  return other ? { type: 'unknown', text: other[0].replace(/^[.!?,\s]+|[,\s]+$/g, '') } : null
}

/** The words up to the verb ("if I haven't met") and the hinge ("If not,") must not be read as part of the request. */
function takeOpening(sheet: Sheet, at: number, clause: string): void {
  const opening = new RegExp(`^.*?\\b(?:${MET}|meet|see)\\b(?:\\s+(?:with|to))?`, 'iu').exec(clause)
  if (opening) sheet.take(at, at + opening[0].length)
  const hinge = IF_NOT.exec(sheet.blank())
  if (hinge) sheet.take(hinge.index, hinge.index + hinge[0].length)
}
