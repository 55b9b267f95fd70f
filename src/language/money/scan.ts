import type { Amount } from './amount.ts'
import { rateAfter } from './around.ts'
import { isBareAmount } from './bare.ts'
import { penceAt, withCoins } from './coins.ts'
import type { Context } from './context.ts'
import { type Currency, currencyAt } from './currency.ts'
import type { Found } from './found.ts'
import { isOtherThing } from './not-money.ts'
import { type Link, linkAt, pairUp } from './pairs.ts'
import { type Side, sideAt } from './side.ts'
import { at } from './tokens.ts'

/** All amounts of money of a text, in order. */
export function scan(context: Context): Found[] {
  const found: Found[] = []
  for (let index = 0; index < context.tokens.length; ) {
    const finds = readAt(context, index)
    found.push(...finds)
    index = Math.max(index + 1, ...finds.map(({ end }) => end))
  }
  return found
}

function readAt(context: Context, index: number): Found[] {
  const opened = isOpened(context, index)
  const first = fullSideAt(context, index, opened)
  if (!first) return colloquial(context, index)
  const pair = pairAt(context, first, opened)
  if (pair) return pair
  return isMoney(context, first) ? [alone(first)] : []
}

const alone = (side: Side): Found => ({ side, role: null, start: side.start, end: side.end })

function fullSideAt(context: Context, index: number, opened: boolean): Side | null {
  const side = sideAt(context, index)
  return side && withCoins(context, penceAt(context, side) ?? side, opened)
}

const isMoney = (context: Context, side: Side): boolean =>
  !isOtherThing(context, side) &&
  (side.currency !== null || side.amount.grand || (context.bare && isBareAmount(context, side)))

/** "between" or "from" stands before it. */
const isOpened = (context: Context, index: number): boolean =>
  at(context.tokens, index - 1).entry.opens === true ||
  (at(context.tokens, index - 2).entry.opens === true && at(context.tokens, index - 1).kind === 'word')

function pairAt(context: Context, first: Side, opened: boolean): Found[] | null {
  const link = linkAt(context, first.end, opened)
  const second = link && fullSideAt(context, link.end, opened)
  if (!link || !second) return null
  const pair = pairUp(context, first, second, link.value)
  if (!pair?.every((side) => isMoney(context, side))) return null
  const [low, high] = pair
  const roles = rolesOf(link.value)
  const words = { start: low.start, end: high.end }
  return [
    { side: low, role: roles[0], ...words },
    { side: high, role: roles[1], ...words },
  ]
}

function rolesOf(link: Link): [Found['role'], Found['role']] {
  if (link === 'or') return [null, null]
  return link === 'change' ? ['old', 'new'] : ['low', 'high']
}

const NOTES: Readonly<Record<string, number>> = { fiver: 5, tenner: 10 }

/** "a fiver", "a tenner", and "a dollar" where it is a rate ("a dollar a day"): else it describes ("a dollar store"). */
function colloquial(context: Context, index: number): Found[] {
  const note = NOTES[at(context.tokens, index).text]
  if (note !== undefined) return [alone(one(index, index + 1, note, STERLING))]
  const part = partOfOne(context, index)
  if (part) return [part]
  if (!at(context.tokens, index).entry.article) return []
  const hit = currencyAt(context, index + 1)
  if (hit?.value.kind !== 'word' || hit.value.parts > 1 || hit.value.weak) return []
  const rate = rateAfter(context, hit.end)
  return rate.end > hit.end ? [alone(one(index, hit.end, 1, hit.value))] : []
}

/** "half a dollar", "a quarter of a euro"; half a pound is more often a weight. */
function partOfOne(context: Context, index: number): Found | null {
  const { tokens } = context
  const { fraction } = at(tokens, index).entry
  if (!fraction) return null
  const of = at(tokens, index + 1).entry.of ? index + 2 : index + 1
  const hit = currencyAt(context, at(tokens, of).entry.article ? of + 1 : of)
  if (hit?.value.kind !== 'word' || hit.value.parts > 1 || hit.value.weak || hit.value.codes[0] === 'GBP') return null
  return alone(one(index, hit.end, fraction, hit.value))
}

const STERLING: Currency = { codes: ['GBP'], usual: true, parts: 1, kind: 'word' }

function one(start: number, end: number, value: number, currency: Currency): Side {
  const amount: Amount = { values: [value], literal: value, magnitude: 1, shape: 'written', decimals: 0, grand: false }
  return { start, end, amount, currency, place: 'back', negative: false }
}
