/** Cells that a spreadsheet would run as a formula. */
const FORMULA = /^'*[=+\-@]/
const NUMBER = /^[+-]?\d[\d.,' ]*(?:e[+-]?\d+)?\s?%?$/i
const PHONE = /^\+?[\d\s().\-/]{5,}(?:\s?(?:x|ext\.?)\s?\d+)?$/i

const harmless = (part: string): boolean => part.trim() === '' || NUMBER.test(part.trim()) || PHONE.test(part.trim())

/**
 * Puts a `'` before what a spreadsheet would take for a formula; numbers and phones (also several, separated by `;`) stay
 * as they are. A cell that already begins with `'` before such a sign gets one more, so that `unguard` is exact.
 */
export function guard(cell: string): string {
  return FORMULA.test(cell) && !cell.split(';').every(harmless) ? `'${cell}` : cell
}

/** Takes off the one `'` that `guard` puts on. */
export const unguard = (cell: string): string => (/^'+[=+\-@]/.test(cell) ? cell.slice(1) : cell)
