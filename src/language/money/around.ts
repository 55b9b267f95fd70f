import {
  BOUNDS_AFTER,
  BOUNDS_BEFORE,
  type Bound,
  PERIODS,
  type Per,
  RATE_ENDERS,
  RATE_OPENERS,
  TAXES,
  type Tax,
  UNITS,
  UNITS_SOLD,
} from './around-words.ts'
import type { Context, Hit } from './context.ts'
import type { Found } from './found.ts'
import { at } from './tokens.ts'

/** Words of a phrase at most ("in the region of"). */
const MOST_WORDS = 4

/** The value of the longest phrase that ends right before a token. */
function phraseBefore<T>(context: Context, index: number, table: ReadonlyMap<string, T>): Hit<T> | null {
  let key = ''
  let best: Hit<T> | null = null
  for (let place = index - 1; place >= Math.max(0, index - MOST_WORDS); place--) {
    const { text } = at(context.tokens, place)
    if (text === '.' && place === index - 1) continue
    key = key ? `${text} ${key}` : text
    const value = table.get(key)
    if (value !== undefined) best = { value, end: place }
  }
  return best
}

/** The value of the longest phrase that begins at a token. */
function phraseAfter<T>(context: Context, index: number, table: ReadonlyMap<string, T>): Hit<T> | null {
  let key = ''
  let best: Hit<T> | null = null
  for (let place = index; place < index + MOST_WORDS; place++) {
    const { text } = at(context.tokens, place)
    if (text === '') break
    key = key ? `${key} ${text}` : text
    const value = table.get(key)
    if (value !== undefined) best = { value, end: place + 1 }
  }
  return best
}

/** What an amount is per: a period, and the thing that is sold ("per user per month"). */
export interface Rate {
  per: Per | null
  each: string | null
  /** Token after it; where nothing was said, that of the amount. */
  end: number
}

export function rateAfter(context: Context, index: number): Rate {
  const tax = phraseAfter(context, index, TAXES)
  const rate: Rate = { per: null, each: null, end: tax && onePer(context, tax.end) ? tax.end : index }
  for (let most = 2; most > 0; most--) {
    const joined = rate.end > index && at(context.tokens, rate.end).entry.and
    const next = (joined && onePer(context, rate.end + 1, true)) || onePer(context, rate.end)
    if (!next) break
    rate.per ??= next.value.per
    rate.each ??= next.value.each
    rate.end = next.end
  }
  return rate
}

/** @param joined it follows "and" and needs no opening word: "pro Nutzer und Monat" */
function onePer(context: Context, index: number, joined = false): Hit<{ per: Per | null; each: string | null }> | null {
  const { tokens } = context
  const alone = PERIODS.get(at(tokens, index).text)
  if (alone && !at(tokens, index).glued) return { value: { per: alone, each: null }, end: index + 1 }
  if (
    at(tokens, index).text === 'apiece' ||
    (at(tokens, index).text === 'each' && !UNITS.has(at(tokens, index + 1).text))
  )
    return { value: { per: null, each: 'item' }, end: index + 1 }
  const annum = /^p\.?a\.?$/.test(`${at(tokens, index).text}${at(tokens, index + 1).text}${at(tokens, index + 2).text}`)
  if (annum) return { value: { per: 'year', each: null }, end: index + (at(tokens, index + 3).raw === '.' ? 4 : 3) }
  const place = opener(context, index) ?? (joined ? index : null)
  if (place === null || RATE_ENDERS.has(at(tokens, place + 1).text)) return null
  const { text } = at(tokens, place)
  const per = UNITS.get(text) ?? null
  const each = per ? null : (UNITS_SOLD.get(text) ?? null)
  return per || each ? { value: { per, each }, end: place + 1 } : null
}

/** Past "/", "a", "per", "- a -", "al", "pro"; null where no such word stands there. */
function opener(context: Context, index: number): number | null {
  const { tokens } = context
  const start = at(tokens, index).raw === '-' ? index + 1 : index
  const token = at(tokens, start)
  if (token.raw === '/') return start + 1
  if (!RATE_OPENERS.has(token.text)) return null
  const end = at(tokens, start + 1).text === 'la' ? start + 2 : start + 1
  return at(tokens, end).raw === '-' ? end + 1 : end
}

/** "around", "up to", "at least" before an amount, "or so", "max", "+" after it. What opens a range ("desde 5 hasta 8") bounds nothing. */
export function boundOf(context: Context, found: Found, afterRate: number): Bound | null {
  const before = phraseBefore(context, found.start, BOUNDS_BEFORE)?.value
  if (before) return before === 'atLeast' && found.role ? null : before
  for (let place = found.start; place < afterRate; place++) if (at(context.tokens, place).raw === '+') return 'atLeast'
  // "plus VAT" is no "or more".
  if (phraseAfter(context, afterRate, TAXES)) return null
  return phraseAfter(context, afterRate, BOUNDS_AFTER)?.value ?? null
}

/** Net or gross of tax, said right before an amount, or right after it or its rate. */
export function taxOf(context: Context, start: number, end: number, afterRate: number): Tax | null {
  const aside = /^[(,]$/.test(at(context.tokens, afterRate).raw) ? afterRate + 1 : afterRate
  const said =
    phraseAfter(context, end, TAXES) ?? phraseAfter(context, aside, TAXES) ?? phraseBefore(context, start, TAXES)
  return said?.value ?? null
}
