import type { Sheet } from '#language/sheet.ts'
import { readDates } from '../date.ts'
import { clauseAround } from '../doubt.ts'
import { readAmounts } from '../money.ts'
import type { Reading } from '../reading.ts'
import { type Add, ARROW, asText } from './phrase.ts'

const HOLD = /\b(?:on hold|on ice|on pause|paused|parked|frozen)\b/iu
const SLIPS =
  /\b(?:clos(?:e|es|ing|ed)|sign(?:s|ing)?|slip(?:s|ped|ping)?|push(?:ed)?|delay(?:ed)?|postponed?|lands?|landing)\b/iu

/** "on hold", "parked". */
export function readHold(sheet: Sheet, add: Add): void {
  const found = HOLD.exec(sheet.blank())
  if (found) add('status', asText('on hold'), found.index, found.index + found[0].length)
}

/** A day is a close date where closing is spoken of, and the end of a pause where that is. */
export function readDays(sheet: Sheet, reading: Reading, add: Add, bare: boolean): void {
  for (const { value, start, end } of readDates(sheet.blank(), reading)) {
    const clause = clauseAround(sheet.text, start, end).text
    if (HOLD.test(clause)) add('until', value, start, end)
    else if (SLIPS.test(clause) || bare || arrowBefore(sheet.text, start)) add('closeDate', value, start, end)
    else sheet.take(start, end)
  }
}

const arrowBefore = (text: string, at: number): boolean => new RegExp(`${ARROW}\\s*$`, 'u').test(text.slice(0, at))

/** Every sum is what the deal is worth. */
export function readMoneys(sheet: Sheet, reading: Reading, add: Add): void {
  for (const { value, start, end } of readAmounts(sheet.blank(), reading)) add('amount', value, start, end)
}
