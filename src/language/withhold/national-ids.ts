import type { Shape } from './shape.ts'

const shown = (): string => '[national id]'
const SSN_WORDS = /\b(?:ssn|social security(?: (?:number|no|nr))?|social)\b[^\n\d]{0,20}$/iu
const NINO_WORDS = /\b(?:nino|ni (?:number|no)|national insurance(?: (?:number|no))?)\b[^\n\d]{0,20}$/iu
const OTHER_NUMBER =
  /\b(?:orders?|invoices?|ref(?:erence)?|tickets?|parts?|po|case|model|sku|serial|phone|tel|call|fax)\b[^\n\d]{0,15}$/iu

/** US Social Security numbers (ssa.gov: what no area, group or serial may be), and the UK's National Insurance numbers (gov.uk, NIM39110). */
export const NATIONAL_IDS: readonly Shape[] = [
  {
    pattern: /(?<![\p{L}\d./_-])(?!000|666|9\d\d)\d{3}([ -]?)(?!00)\d{2}\1(?!0000)\d{4}(?![\p{L}\d/_-]|[.,]\d)/gu,
    shown,
    holds: (found, before) => SSN_WORDS.test(before) || (found.includes('-') && !OTHER_NUMBER.test(before)),
  },
  {
    pattern:
      /(?<![\p{L}\d])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?: ?\d{2}){3} ?[A-D](?![\p{L}\d])/giu,
    shown,
    // In small letters and with blanks it may be words and times: "at 10 15 30 a".
    holds: (found, before) => found === found.toUpperCase() || !found.includes(' ') || NINO_WORDS.test(before),
  },
]
