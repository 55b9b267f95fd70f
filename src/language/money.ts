import { type Money, minorDigits } from '#kernel/money.ts'
import { boundOf, rateAfter, taxOf } from './money/around.ts'
import type { Bound, Per, Tax } from './money/around-words.ts'
import { inBrackets } from './money/brackets.ts'
import { type Context, contextOf } from './money/context.ts'
import { decimalText } from './money/decimal.ts'
import type { Found } from './money/found.ts'
import { scan } from './money/scan.ts'
import { at } from './money/tokens.ts'
import { type Source, whose } from './money/whose.ts'

/** Who reads, and what for. */
export interface MoneyOptions {
  /** BCP 47: the decimal sign, the words that languages share, and the country of "$" and "kr". English where absent. */
  locale?: string
  /** The company's currency, ISO 4217: taken where the words may mean it. */
  currency?: string | null
  /** Also amounts without a currency that carry a magnitude or a thousands sign: "24k", "1.2m deal". */
  bare?: boolean
}

/** One reading of an amount. */
export interface MoneyReading {
  /** Main units: `1200`, `0.10`, exact. */
  amount: string
  /** Null where the currency is not known or is none of ISO 4217. A part below the smallest coin is rounded. */
  money: Money | null
}

/** An amount of money found in a text. */
export interface MoneyFinding extends MoneyReading {
  /** The words as written, with the period; both ends of a range share theirs. */
  text: string
  /** UTF-16 offsets in the text, end exclusive. */
  span: [start: number, end: number]
  /** ISO 4217, `BTC` for bitcoins, or null where the words name no single country's. */
  currency: string | null
  /** Who says which of several currencies it is; null where the currency is. */
  currencySource: Source | null
  per: Per | null
  /** What one of is meant: "per seat", "a share". */
  each: string | null
  bound: Bound | null
  /** The end of a range ("10-12k") or change ("24→28k") that it is. */
  role: Found['role']
  tax: Tax | null
  /** Another reading is about as likely; `alternatives` holds it. */
  ambiguous: boolean
  alternatives: MoneyReading[]
}

/** Characters that are read; an amount further back in a longer text is not looked for. */
const MOST_CHARACTERS = 20_000
/** Main units beyond which a number is no price. */
const MOST_UNITS = 1e15

/**
 * Finds the amounts of money in a text. Nothing is converted, and no currency is guessed that the words do not name, but for
 * signs and names that one country's money is usually meant by ("$", "pounds", "rupees").
 */
export function readMoney(text: string, options: MoneyOptions = {}): MoneyFinding[] {
  const read = text.length > MOST_CHARACTERS ? text.slice(0, MOST_CHARACTERS) : text
  const context = contextOf(read, options)
  return scan(context).flatMap((found) => finding(read, found, context) ?? [])
}

function finding(text: string, found: Found, context: Context): MoneyFinding | null {
  const { side, role } = found
  const { currency, source } = whose(context, side.currency)
  const readings = valuesOf(found, currency)
    .filter((value) => Math.abs(value) < MOST_UNITS)
    .map((value) => reading(inBrackets(context, found) ? -value : value, currency))
  const [first, ...alternatives] = readings
  if (!first) return null
  const rate = rateAfter(context, found.end)
  const span: [number, number] = [at(context.tokens, found.start).start, at(context.tokens, rate.end - 1).end]
  return {
    text: text.slice(...span),
    span,
    ...first,
    currency,
    currencySource: source,
    per: rate.per,
    each: rate.each,
    bound: boundOf(context, found, rate.end),
    role,
    tax: taxOf(context, found.start, found.end, rate.end),
    ambiguous: alternatives.length > 0,
    alternatives,
  }
}

/** The readings, the likelier first: three decimals are no doubt in a currency that has them, and unlikely in one that has none. */
function valuesOf({ side }: Found, currency: string | null): number[] {
  const { parts, times = 1 } = side.currency ?? { parts: 1 }
  const sign = side.negative ? -1 : 1
  const values = side.amount.values.map((value) => (sign * value * times) / parts)
  if (values.length < 2 || side.amount.magnitude > 1) return values
  if (currency === null) return side.currency ? values : values.toReversed()
  const digits = minorDigits(currency)
  if (digits === 3) return values.slice(0, 1)
  const continental = side.place === 'back' && currency === 'EUR'
  return digits === 0 || continental ? values.toReversed() : values
}

function reading(value: number, currency: string | null): MoneyReading {
  const digits = currency && currency !== 'BTC' ? minorDigits(currency) : 2
  const amountMinor = Math.round(Number((value * 10 ** digits).toPrecision(15)))
  const money = currency && currency !== 'BTC' && Number.isSafeInteger(amountMinor) ? { amountMinor, currency } : null
  return { amount: decimalText(value, digits), money }
}
