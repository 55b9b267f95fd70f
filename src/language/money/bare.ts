import { UNITS_SOLD } from './around-words.ts'
import type { Context } from './context.ts'
import type { Side } from './side.ts'
import { at } from './tokens.ts'

/** Nouns of which people give rounded counts. Other plurals are known by their ending. */
const COUNTED = new Set(
  'people folks staff tv monitor screen video display resolution run race gold carat karat km miles mi feet ft ppm sqm metres meters m tall long wide deep high away wpm rpm hz pixels px kg lb lbs people personas personnes leute menschen nutzer besucher mitarbeiter'.split(
    ' ',
  ),
)
/** Words in "s" that count nothing. */
const NOT_PLURAL = new Set(
  'is was has this as us plus less gross does its closes starts needs wants signs says pls mas mais sans dans jusqus bis aus des les nos apres menos mensuales anuales hours months years always'.split(
    ' ',
  ),
)
/** What an amount without currency is said of: with these beside it a small "5m" is five million and no way or time. */
const MONEY_NOUNS = new Set(
  'deal deals budget contract pipeline revenue turnover arr mrr acv quota invoice round funding value valuation sale raise offer quote price fee salary spend cost costs profit umsatz vertrag auftrag presupuesto contrato ingresos chiffre contrat'.split(
    ' ',
  ),
)
const TIMES = new Set(['in', 'for', 'after', 'within', 'every', 'about', 'next', 'last'])
/** Words around it in which a word of money is looked for. */
const NEAR = 4

/**
 * An amount without currency that a CRM command may mean: with a magnitude ("24k", "1.2m", "25 lakh") or written with a
 * thousands sign ("24,000"). Counts ("10k users", "1,500 apples"), ways and minutes ("5m") are none, nor is the American pension plan ("my 401k").
 */
export function isBareAmount(context: Context, side: Side): boolean {
  const { amount } = side
  if (side.currency) return false
  const magnified = amount.magnitude >= 1000
  const blank = /[\s'’]/.test(at(context.tokens, side.start).raw)
  // "30.000" is written with a thousands sign by half of Europe; the finding carries both readings.
  const foreign = amount.values.length > 1 && at(context.tokens, side.end - 1).raw.endsWith('00')
  if (!magnified && !foreign && (amount.shape !== 'grouped' || amount.decimals > 2 || blank)) return false
  const next = at(context.tokens, side.end)
  if (amount.literal === 401 && at(context.tokens, side.end - 1).text === 'k') return false
  if (next.glued && /^[\p{L}\d_%°#@:]/u.test(next.raw)) return false
  if (next.kind === 'word' && countsThings(next.text)) return false
  return !isSmallLetter(context, side) || saidOfMoney(context, side)
}

const countsThings = (word: string): boolean =>
  COUNTED.has(word) ||
  (UNITS_SOLD.has(word) && word !== 'each' && word !== 'apiece' && word !== 'cada') ||
  (word.length > 3 && word.endsWith('s') && !NOT_PLURAL.has(word) && !MONEY_NOUNS.has(word))

/** "5m" and "2b": metres, minutes and flats have no decimals and no capital M. */
function isSmallLetter(context: Context, side: Side): boolean {
  const last = at(context.tokens, side.end - 1).raw
  return (/^mm?$/.test(last) && side.amount.shape === 'plain') || (/^b$/i.test(last) && side.amount.shape === 'plain')
}

function saidOfMoney(context: Context, side: Side): boolean {
  if (TIMES.has(at(context.tokens, side.start - 1).text)) return false
  for (let place = side.start - NEAR; place < side.end + NEAR; place++)
    if (MONEY_NOUNS.has(at(context.tokens, place).text)) return true
  return false
}
