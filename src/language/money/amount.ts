import type { Context, Hit } from './context.ts'
import { type Currency, currencyAt } from './currency.ts'
import { type Figure, figure } from './figures.ts'
import { at } from './tokens.ts'
import { written } from './written.ts'

/** A number with its magnitude, before anything is known of a currency. */
export interface Amount {
  /** In main units; two where its sign may be decimal or thousands sign. */
  values: readonly number[]
  /** The number as written, without magnitude. */
  literal: number
  /** 1 where none was written. */
  magnitude: number
  shape: Figure['shape'] | 'written'
  decimals: number
  /** The last word is "grand". */
  grand: boolean
}

/** Signs that may touch a number from the left and leave it a number of its own. */
const BEFORE = /^[([{"'“”„«»‘’~≈<>=≤≥±+*|→$…,;!?_\-–—−]$/

/** The amount that begins at a token. @param front the currency written before it, which may touch it */
export function amountAt(context: Context, index: number, front: Currency | null = null): Hit<Amount> | null {
  const token = at(context.tokens, index)
  if (token.kind === 'figure') return inDigits(context, index, front)
  if (token.kind !== 'word' || (token.glued && at(context.tokens, index - 1).kind === 'figure')) return null
  const words = written(context.tokens, index)
  if (!words) return null
  const last = at(context.tokens, words.end - 1)
  const magnitude = last.entry.scale ?? 1
  return {
    value: {
      values: [words.value],
      literal: words.value / magnitude,
      magnitude,
      shape: 'written',
      decimals: 0,
      grand: last.text === 'grand',
    },
    end: words.end,
  }
}

function inDigits(context: Context, index: number, front: Currency | null): Hit<Amount> | null {
  const { tokens } = context
  const token = at(tokens, index)
  const read = figure(token.raw, context.comma)
  if (!read || !(front ? standsAfterCurrency(context, index) : standsAlone(context, index))) return null
  const half = andHalf(context, index + 1) ?? pointDigit(context, index + 1)
  const scaled = scales(context, half?.end ?? index + 1, front)
  const values = read.values.map((value) => value + (half?.value ?? 0))
  // "1.500 million" has decimals as its reader writes them: nobody groups below a million.
  const { magnitude, magnitudes, grand } = scaled.value
  const kept = magnitude > 1 ? values.slice(0, 1) : values
  return {
    value: {
      values: magnitudes.flatMap((one) => kept.map((value) => value * one)),
      magnitude,
      grand,
      literal: values[0] ?? 0,
      shape: read.shape,
      decimals: read.decimals,
    },
    end: pastDash(context, scaled.end, front),
  }
}

/** Not part of a word, a time, a date, a fraction, a version or a percentage. */
function standsAlone(context: Context, index: number): boolean {
  const { tokens } = context
  const token = at(tokens, index)
  const before = at(tokens, index - 1)
  if (token.glued && before.kind === 'word') return false
  if (token.glued && before.kind === 'sign' && !BEFORE.test(before.raw) && !colonAfterWord(context, index)) return false
  const after = at(tokens, index + 1)
  if (!after.glued) return after.raw !== '%'
  if (after.kind === 'word')
    return after.entry.scale !== undefined || currencyAt(context, index + 1) !== null || coin(after.raw)
  return !(/^[%‰°:/#@]$/.test(after.raw) && (after.raw !== '/' || at(tokens, index + 2).kind === 'figure'))
}

/** "99p", "20ct". */
const coin = (raw: string): boolean => /^(?:p|c|ct|cts)$/i.test(raw)

const colonAfterWord = (context: Context, index: number): boolean =>
  at(context.tokens, index - 1).raw === ':' && at(context.tokens, index - 2).kind === 'word'

/** A currency before it makes a number an amount, but for "$1/2" and "EUR 5%". */
function standsAfterCurrency(context: Context, index: number): boolean {
  const after = at(context.tokens, index + 1)
  if (!after.glued) return true
  return after.raw !== '%' && (after.raw !== '/' || at(context.tokens, index + 2).kind !== 'figure')
}

/** "and a half", "½" after digits. */
function andHalf(context: Context, index: number): Hit<number> | null {
  const { tokens } = context
  const sign = { '½': 0.5, '¼': 0.25, '¾': 0.75 }[at(tokens, index).raw]
  if (sign) return { value: sign, end: index + 1 }
  if (!at(tokens, index).entry.and) return null
  const place = at(tokens, index + 1).entry.article ? index + 2 : index + 1
  return at(tokens, place).entry.fraction === 0.5 ? { value: 0.5, end: place + 1 } : null
}

/** "1 point 1". */
function pointDigit(context: Context, index: number): Hit<number> | null {
  const { tokens } = context
  const after = at(tokens, index + 1)
  const digit = after.kind === 'figure' && /^\d{1,4}$/.test(after.raw) ? after.raw : after.entry.number
  if (!at(tokens, index).entry.point || digit === undefined || Number(digit) > 9999) return null
  return { value: Number(`0.${digit}`), end: index + 2 }
}

interface Scaled {
  magnitude: number
  /** More than one where the word has two meanings. */
  magnitudes: readonly number[]
  grand: boolean
}

/** Magnitudes after digits: "k", "Mio.", "hundred thousand", "lakh". */
function scales(context: Context, index: number, front: Currency | null): Hit<Scaled> {
  const { tokens } = context
  let magnitude = 1
  let end = index
  let grand = false
  for (let most = 3; most > 0; most--) {
    const hyphen = at(tokens, end).raw === '-' && at(tokens, end).glued && at(tokens, end + 1).glued ? end + 1 : end
    const scale = scaleAt(context, hyphen, front)
    if (!scale) break
    magnitude *= scale
    grand = at(tokens, hyphen).text === 'grand'
    end = hyphen + 1
    if (at(tokens, hyphen).entry.short) {
      const point = at(tokens, end)
      if (point.raw === '.' && point.glued && currencyAt(context, end + 1)) end++
      break
    }
  }
  // English speakers say "5 mil" for millions, Spanish ones for thousands.
  const doubtful = context.language === 'en' && end === index + 1 && at(tokens, index).text === 'mil'
  return { value: { magnitude, magnitudes: doubtful ? [1e6, 1000] : [magnitude], grand }, end }
}

const pastPoint = (context: Context, index: number): number =>
  at(context.tokens, index).raw === '.' ? index + 1 : index

function scaleAt(context: Context, index: number, front: Currency | null): number | null {
  const { tokens } = context
  const token = at(tokens, index)
  if (token.raw === 'L' && token.glued && front?.codes[0] === 'INR') return 1e5
  const { scale, short } = token.entry
  if (!scale || (at(tokens, index + 1).kind === 'figure' && at(tokens, index + 1).glued)) return null
  if (!short || token.glued || token.raw.length > 1) return scale
  const apart =
    /^[kKmM]$/.test(token.raw) && (front !== null || currencyAt(context, pastPoint(context, index + 1)) !== null)
  return apart ? scale : null
}

/** Past the dash of "500,- €" and "CHF 500.-". */
function pastDash(context: Context, index: number, front: Currency | null): number {
  const { tokens } = context
  const sign = at(tokens, index)
  if (!/^[.,]$/.test(sign.raw) || !sign.glued || !/^[-–—]$/.test(at(tokens, index + 1).raw)) return index
  if (!at(tokens, index + 1).glued) return index
  const end = at(tokens, index + 2).raw === '-' ? index + 3 : index + 2
  return front || currencyAt(context, end) ? end : index
}
