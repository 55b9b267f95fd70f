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
