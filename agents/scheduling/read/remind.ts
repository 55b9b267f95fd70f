import { DAY_MS, HOUR_MS, MINUTE_MS } from '#kernel/units.ts'
import { type Sheet, sheetOf } from '#language/sheet.ts'
import type { Request } from '../request.ts'
import { readReminder } from './reminder.ts'
import type { Roles } from './roles.ts'
import { readWhich } from './which.ts'

/** A reminder: of what, and when; or how long before which event. */
export function readRemind(sheet: Sheet, base: Request, roles: Roles): Request {
  const before = BEFORE.exec(sheet.text)
  const { text, other } = readReminder(sheet)
  return {
    ...base,
    people: other ? [{ words: other, span: null, address: '', role: 'change' }] : [],
    reminder: text,
    when: before ? null : roles.when,
    beforeMs: before ? amountOf(before) : null,
    which: before ? readWhich(eventNamed(sheet, before), null, 'remind') : null,
  }
}

/** "10 minutes before the demo" */
const BEFORE =
  /\b(?:(\d+|an?|half an?)\s*(min|hour|hr|h|day)\w*\s+)?(?:before|ahead of|prior to)\s+((?:the|my|our)\s+.+|(?:that|it|this)(?:\s+(?:one|meeting|call))?\W*)$/iu
const AMOUNT_MS: Record<string, number> = { m: MINUTE_MS, h: HOUR_MS, d: DAY_MS }
/** How long before an event somebody is reminded who does not say. */
const BEFORE_MS = 10 * MINUTE_MS

function amountOf([, count, unit]: RegExpExecArray): number {
  if (!count || !unit) return BEFORE_MS
  const number = /^half/i.test(count) ? 0.5 : Number.parseInt(count, 10) || 1
  return number * (AMOUNT_MS[unit.charAt(0).toLowerCase()] ?? MINUTE_MS)
}

/** Only the words that name the event. */
const eventNamed = (sheet: Sheet, before: RegExpExecArray): Sheet => {
  const words = before[3] ?? ''
  const only = sheetOf(`before ${words}`)
  return sheet.text.endsWith(words) ? only : sheet
}
