import { findEmails, findPhones } from '#language/person.ts'
import type { Sheet } from '#language/sheet.ts'
import { type Add, asText } from './phrase.ts'

/** Addresses and numbers are told by their looks. */
export function readReach(sheet: Sheet, add: Add): void {
  for (const { value, span } of findEmails(sheet.blank())) add('email', asText(value), ...span)
  const numbered = /\b(?:number|phone|mobile|cell|tel)\b/iu.test(sheet.text)
  const phone = findPhones(sheet.blank())[0] ?? (numbered ? nationalIn(sheet.blank()) : null)
  if (phone) add('phone', asText(phone.text), ...phone.span)
}

/** A number as it is dialled at home; whose home, the record says. */
function nationalIn(text: string): { text: string; span: [number, number] } | null {
  const found = /\+?\d[\d ()./-]{5,18}\d/u.exec(text)
  return found && { text: found[0], span: [found.index, found.index + found[0].length] }
}
