import { amountAt } from './amount.ts'
import type { Context, Hit } from './context.ts'
import { currencyAt } from './currency.ts'
import { PENCE } from './shared-names.ts'
import type { Side } from './side.ts'
import { at } from './tokens.ts'

/** Heights of pictures ("1080p"), which are no pence. */
const PICTURES = new Set([144, 240, 360, 480, 540, 720])

/** "99p": pence where the number cannot be an hour ("3p" is an afternoon in America) nor the height of a picture. */
export function penceAt(context: Context, side: Side): Side | null {
  const token = at(context.tokens, side.end)
  const { literal, shape, magnitude } = side.amount
  if (side.currency || !token.glued || token.text !== 'p' || magnitude > 1 || shape === 'written') return null
  const british = context.currency === 'GBP' || context.region === 'GB'
  if (at(context.tokens, side.end + 1).glued && /^[.\d\p{L}]/u.test(at(context.tokens, side.end + 1).raw)) {
    const fullStop = at(context.tokens, side.end + 1).raw === '.' && !at(context.tokens, side.end + 2).glued
    if (!fullStop) return null
  }
  if (literal > 999 || PICTURES.has(literal) || (literal < 13 && !british)) return null
  const currency = { codes: PENCE.split(' '), usual: true, parts: 100, kind: 'word' as const }
  return { ...side, end: side.end + 1, currency, place: 'back' }
}

/** The small coins after a main amount: "20 dollars 43 cents", "5 pounds 20", "one kuai and five mao five". */
export function withCoins(context: Context, side: Side, afterBetween: boolean): Side {
  const { amount, currency } = side
  if (!currency || currency.parts > 1 || amount.magnitude > 100 || amount.decimals > 0 || amount.values.length > 1)
    return side
  const joined = at(context.tokens, side.end).entry.and === true
  if (joined && afterBetween) return side
  const coins = namedCoins(context, joined ? side.end + 1 : side.end, currency.codes, 1)
  const found = coins ?? bareCoins(context, joined ? side.end + 1 : side.end)
  if (!found) return side
  const values = amount.values.map((value) => value + found.value)
  return { ...side, end: found.end, amount: { ...amount, values, decimals: 2 } }
}

/** "43 cents", "43c", "20p", "five mao": less than one of the main unit, as a part of it. */
function namedCoins(context: Context, index: number, codes: readonly string[], above: number): Hit<number> | null {
  const count = amountAt(context, index)
  const value = count?.value.values[0] ?? Number.NaN
  if (!count || count.value.magnitude > 1 || !Number.isInteger(value)) return null
  const token = at(context.tokens, count.end)
  const over = /^(?:|[.,!?;)])$/.test(at(context.tokens, count.end + 1).raw)
  const letter = (token.glued || over) && /^(?:c|p|ct)$/i.test(token.raw)
  const hit = letter ? null : currencyAt(context, count.end)
  const parts = letter ? 100 : (hit?.value.parts ?? 1)
  if (parts <= above || value >= parts / above) return null
  if (!letter && parts !== 100 && !hit?.value.codes.some((code) => codes.includes(code))) return null
  const end = hit?.end ?? count.end + 1
  const smaller = parts < 100 ? (namedCoins(context, end, codes, parts) ?? lastDigit(context, end, parts * 10)) : null
  return { value: value / parts + (smaller?.value ?? 0), end: smaller?.end ?? end }
}

/** The digit after the last named coin: "five mao five". */
function lastDigit(context: Context, index: number, parts: number): Hit<number> | null {
  const count = bareCoins(context, index)
  return count && count.value < 0.1 ? { value: (count.value * 100) / parts, end: count.end } : null
}

/** "$20 43", "one dollar and one": a number below a hundred that nothing else claims. */
function bareCoins(context: Context, index: number): Hit<number> | null {
  const count = amountAt(context, index)
  const value = count?.value.values[0] ?? Number.NaN
  if (!count || count.value.magnitude > 1 || !Number.isInteger(value) || value <= 0 || value >= 100) return null
  const after = at(context.tokens, count.end)
  const over = after.raw === '' || /^[.!?;)\]]$/.test(after.raw) || after.entry.and === true
  return over && !at(context.tokens, index).glued ? { value: value / 100, end: count.end } : null
}
