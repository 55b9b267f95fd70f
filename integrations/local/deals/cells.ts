import { DateTime } from 'luxon'
import { quoted } from '#kernel/display.ts'
import { minorDigits } from '#kernel/money.ts'
import { RowProblem } from '../csv/table.ts'

const KNOWN: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

/** An ISO 4217 code, in any case. @throws RowProblem */
export function currencyIn(cell: string | null): string | null {
  if (cell === null) return null
  const code = cell.trim().toUpperCase()
  if (!KNOWN.has(code)) throw new RowProblem(`${quoted(cell)} is no currency; write its three letters, such as EUR`)
  return code
}

/**
 * A number in main units as minor units, digit by digit, so that no amount is rounded.
 * @throws RowProblem for words, for separators that could be read two ways, and for more than a currency can hold
 */
export function amountIn(cell: string, currency: string): number {
  const parts = /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(cell.trim())
  if (!parts) throw new RowProblem(`the amount ${quoted(cell)} is not a number such as 12000 or 12000.50`)
  const [, sign, whole = '', decimals = ''] = parts
  const digits = minorDigits(currency)
  const kept = decimals.replace(/0+$/, '')
  if (kept.length > digits)
    throw new RowProblem(`the amount ${quoted(cell)} has more decimals than ${currency} (${digits})`)
  const minor = Number(`${whole}${kept.padEnd(digits, '0')}`)
  if (!Number.isSafeInteger(minor)) throw new RowProblem(`the amount ${quoted(cell)} is too large`)
  return sign === '-' && minor !== 0 ? -minor : minor
}

/** Minor units as a number in main units with all its decimals: `12000.50`. */
export function amountCell(amountMinor: number, currency: string): string {
  const digits = minorDigits(currency)
  const figures = String(Math.abs(amountMinor)).padStart(digits + 1, '0')
  const whole = figures.slice(0, figures.length - digits)
  return `${amountMinor < 0 ? '-' : ''}${whole}${digits > 0 ? `.${figures.slice(-digits)}` : ''}`
}

/** A date that there is. @throws RowProblem */
export function dateIn(cell: string | null): string | null {
  if (cell === null) return null
  const date = cell.trim()
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !DateTime.fromISO(date).isValid)
    throw new RowProblem(`the close date ${quoted(cell)} is not a date such as 2026-03-31`)
  return date
}
