import { z } from 'zod'

/** Integer minor units (cents, pence, yen) and an ISO 4217 code. */
export const Money = z.object({ amountMinor: z.number().int(), currency: z.string().regex(/^[A-Z]{3}$/) })
export type Money = z.infer<typeof Money>

/** Formatters are dear to make, and there are few currencies. */
const digits = new Map<string, number>()

/** Digits after the point of a currency, as the runtime's ICU data says (JPY 0, EUR 2, KWD 3). */
export function minorDigits(currency: string): number {
  const known = digits.get(currency)
  if (known !== undefined) return known
  const read = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  digits.set(currency, read)
  return read
}

/** `10000 EUR` as the policy writes money, or null where it is none. */
export function parseMoney(text: string): Money | null {
  const parts = /^(-?\d+(?:\.\d+)?)\s+([A-Z]{3})$/.exec(text.trim())
  if (!parts?.[1] || !parts[2]) return null
  return { amountMinor: Math.round(Number(parts[1]) * 10 ** minorDigits(parts[2])), currency: parts[2] }
}

/** `24,000 EUR`, `8,000.50 EUR a month`. @param period what it is paid for; null for a sum that is paid once */
export function sayMoney({ amountMinor, currency }: Money, period: string | null = null): string {
  const digits = minorDigits(currency)
  const amount = amountMinor / 10 ** digits
  const shown = new Intl.NumberFormat('en-GB', {
    minimumFractionDigits: Number.isInteger(amount) ? 0 : digits,
    maximumFractionDigits: digits,
  }).format(amount)
  return `${shown} ${currency}${period === null ? '' : ` ${period === 'hour' ? 'an' : 'a'} ${period}`}`
}

/** `24000 EUR`: money as the policy writes it. */
export const writeMoney = ({ amountMinor, currency }: Money): string =>
  `${amountMinor / 10 ** minorDigits(currency)} ${currency}`
