import { GOES_ON } from './around-words.ts'
import type { Context, Hit } from './context.ts'
import type { Side } from './side.ts'
import { at, isDash } from './tokens.ts'

/** What stands between two amounts that are read together. */
export type Link = 'range' | 'to' | 'change' | 'or' | 'and'

export function linkAt(context: Context, index: number, opened: boolean): Hit<Link> | null {
  const { tokens } = context
  const token = at(tokens, index)
  const next = at(tokens, index + 1)
  if (token.raw === '→' || token.raw === '➔') return { value: 'change', end: index + 1 }
  if (/^[-=]$/.test(token.raw) && next.raw === '>' && next.glued) return { value: 'change', end: index + 2 }
  if (isDash(token)) return token.glued || !next.glued ? { value: 'range', end: index + 1 } : null
  if (token.entry.link === 'or') return { value: 'or', end: index + 1 }
  if (token.entry.link === 'to' || (token.text === 'a' && opened)) return { value: 'to', end: index + 1 }
  return opened && token.entry.and ? { value: 'and', end: index + 1 } : null
}

/** Two amounts of one range, change or choice, each with the currency and the magnitude that it shares with the other. */
export function pairUp(context: Context, first: Side, second: Side, link: Link): [Side, Side] | null {
  const low = withMagnitude(first, second)
  const smaller = value(low) < value(second)
  if (first.currency && second.currency) {
    const same = second.currency.codes.some((code) => first.currency?.codes.includes(code))
    return same && first.currency.parts === second.currency.parts ? [low, second] : null
  }
  if (second.currency) {
    if (second.place === 'front' || (!smaller && link !== 'change' && link !== 'to')) return null
    return [withCurrency(low, second), second]
  }
  if (first.currency) {
    if (first.place === 'back' || (!smaller && link === 'range')) return null
    return link === 'range' || link === 'change' || countsMoney(context, second)
      ? [low, withCurrency(second, first)]
      : null
  }
  return second.amount.magnitude > 1 && (smaller || link === 'change') ? [low, second] : null
}

const value = (side: Side): number => side.amount.values[0] ?? 0

/** "10-12k": both are thousands; "500-1k" are not, nor is what carries its own currency behind it. */
function withMagnitude(first: Side, second: Side): Side {
  const { amount } = first
  const { magnitude } = second.amount
  const shares = amount.magnitude === 1 && magnitude > 1 && first.place !== 'back' && amount.shape !== 'grouped'
  if (!shares || amount.literal >= second.amount.literal) return first
  const values = amount.values.slice(0, 1).map((one) => one * magnitude)
  return { ...first, amount: { ...amount, magnitude, values } }
}

const withCurrency = (side: Side, other: Side): Side => ({ ...side, currency: other.currency })

/** Of "$10 to 20 people": whether the second number is money too, or counts what follows it. */
function countsMoney(context: Context, side: Side): boolean {
  const next = at(context.tokens, side.end)
  return side.amount.magnitude > 1 || next.kind !== 'word' || GOES_ON.has(next.text)
}
