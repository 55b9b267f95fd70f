import { type Amount, amountAt } from './amount.ts'
import type { Context, Hit } from './context.ts'
import { type Currency, currencyAt } from './currency.ts'
import { at, isDash } from './tokens.ts'

/** An amount with the currency before or after it, where one is written. */
export interface Side {
  start: number
  end: number
  amount: Amount
  currency: Currency | null
  /** Where the currency stands. */
  place: 'front' | 'back' | null
  negative: boolean
}

/** The amount that begins at a token, with its currency, if it has one. */
export function sideAt(context: Context, index: number): Side | null {
  const sign = signAt(context, index)
  const side = withFront(context, sign.end) ?? withoutFront(context, sign.end)
  return side ? { ...side, start: index, negative: side.negative || sign.value } : null
}

/** "-", "−" or "minus" before an amount; not the dash between two words or the bullet of a list. */
function signAt(context: Context, index: number): Hit<boolean> {
  const { tokens } = context
  const token = at(tokens, index)
  if (token.entry.minus) return { value: true, end: index + 1 }
  const before = at(tokens, index - 1)
  const free = !token.glued || (before.kind === 'sign' && !isDash(before) && before.raw !== '%')
  const minus = isDash(token) && free && at(tokens, index + 1).glued && index + 1 < tokens.length
  return minus ? { value: true, end: index + 1 } : { value: false, end: index }
}

function withFront(context: Context, index: number): Side | null {
  const hit = currencyAt(context, index)
  if (!hit?.value.front || isRatePair(context, index) || isRepeatedSign(context, index)) return null
  const sign = signAt(context, hit.end)
  const amount = amountAt(context, sign.end, hit.value)
  if (!amount || !fits(hit.value, amount.value, 'front')) return null
  if (hit.value.kind === 'word' && isYear(amount.value)) return null
  const again = currencyAt(context, amount.end)
  const repeated = again && repeats(context, hit.value, again, amount.end)
  const currency = repeated ? narrower(hit.value, again.value) : hit.value
  return {
    start: index,
    end: repeated ? again.end : amount.end,
    amount: amount.value,
    currency,
    place: 'front',
    negative: sign.value,
  }
}

/** "EUR/USD 1.08" is a rate of exchange. */
function isRatePair(context: Context, index: number): boolean {
  const slash = at(context.tokens, index - 1)
  return slash.raw === '/' && slash.glued && at(context.tokens, index - 2).kind === 'word'
}

/** "$$$ 2 fly": signs in a row are no sign of an amount. */
function isRepeatedSign(context: Context, index: number): boolean {
  const token = at(context.tokens, index)
  return token.glued && token.kind === 'sign' && at(context.tokens, index - 1).raw === token.raw
}

/** "$1,500 AUD", "€50 EUR": the second says the first again or more exactly, and is not the next amount's. */
function repeats(context: Context, first: Currency, again: Hit<Currency>, index: number): boolean {
  if (again.value.parts !== first.parts || !again.value.codes.some((code) => first.codes.includes(code))) return false
  return again.value.kind === 'word' || !belongsToNext(context, index, again)
}

const narrower = (first: Currency, second: Currency): Currency =>
  second.codes.length < first.codes.length ? second : first

function withoutFront(context: Context, index: number): Side | null {
  const amount = amountAt(context, index)
  if (!amount) return null
  const bare: Side = {
    start: index,
    end: amount.end,
    amount: amount.value,
    currency: null,
    place: null,
    negative: false,
  }
  const place = pastLink(context, amount)
  const hit = currencyAt(context, place)
  if (!hit || !fits(hit.value, amount.value, 'back') || belongsToNext(context, place, hit)) return bare
  if (namesNext(context, place, hit) || (hit.value.weak && counts(context, hit.end))) return bare
  if (hit.value.kind === 'code' && hit.value.weak && /^\p{Lu}{2,}$/u.test(at(context.tokens, hit.end).raw)) return bare
  return scaledAfter(context, { ...bare, end: hit.end, currency: hit.value, place: 'back' })
}

/** Past what may stand between an amount and its currency: "50-dollar", "10k+ dollars", "5 millones de euros", "un million d'euros". */
function pastLink(context: Context, amount: Hit<Amount>): number {
  const token = at(context.tokens, amount.end)
  if (isDash(token) && token.glued && at(context.tokens, amount.end + 1).glued) return amount.end + 1
  if (token.raw === '+' && token.glued) return amount.end + 1
  const large = amount.value.magnitude >= 1000 || (amount.value.values[0] ?? 0) >= 1e6
  return token.entry.of && large ? amount.end + 1 : amount.end
}

/** "2012 $LINK": a sign that touches a word behind it and no number before it. */
const namesNext = (context: Context, index: number, hit: Hit<Currency>): boolean =>
  hit.value.kind === 'sign' &&
  !at(context.tokens, index).glued &&
  at(context.tokens, hit.end).glued &&
  at(context.tokens, hit.end).kind === 'word'

/** "1,500 real users", "2 million won deals": the word belongs to what is counted. */
const counts = (context: Context, index: number): boolean => /^\p{L}{3,}s$/u.test(at(context.tokens, index).text)

/** "75 USD million". */
function scaledAfter(context: Context, side: Side): Side {
  const token = at(context.tokens, side.end)
  const { scale, short } = token.entry
  if (!scale || short || scale < 1000 || side.amount.magnitude > 1 || side.currency?.kind === 'word') return side
  const values = side.amount.values.slice(0, 1).map((value) => value * scale)
  return { ...side, end: side.end + 1, amount: { ...side.amount, values, magnitude: scale } }
}

/** A word or code that means other things too is a currency only beside a number that is written like an amount of money. */
function fits(currency: Currency, amount: Amount, place: 'front' | 'back'): boolean {
  if (!currency.weak || (currency.kind === 'code' && place === 'back')) return true
  return amount.shape === 'grouped' || amount.magnitude > 1 || amount.decimals === 2
}

const isYear = (amount: Amount): boolean =>
  amount.shape === 'plain' && amount.magnitude === 1 && amount.literal >= 1900 && amount.literal < 2100

/** Of "10 $ 30" and "2026 $500": whether the currency between two numbers is the second one's. */
function belongsToNext(context: Context, index: number, hit: Hit<Currency>): boolean {
  if (!hit.value.front) return false
  const next = amountAt(context, hit.end, hit.value)
  if (!next) return false
  const gluedBefore = at(context.tokens, index).glued
  const gluedAfter = at(context.tokens, hit.end).glued
  if (gluedBefore !== gluedAfter) return gluedAfter
  if (hit.value.kind === 'word') return false
  const after = currencyAt(context, next.end)
  if (after && !amountAt(context, after.end, after.value)) return false
  if (hit.value.kind === 'sign') return true
  const before = amountAt(context, index - 1)
  return before !== null && isYear(before.value)
}
