import type { Hit } from './context.ts'
import { germanNumber } from './german.ts'
import { at, type Token } from './tokens.ts'

/** What has been counted so far: whole scales in `total`, what is below the next scale in `part`. */
interface Count {
  total: number
  part: number | null
  lastScale: number
}

/** "twenty five thousand", "one and a half million", "half a million", "veinticinco mil", "quatre-vingt-dix", "zweihundert". */
export function written(tokens: readonly Token[], index: number): Hit<number> | null {
  const opened = opening(tokens, index)
  const count: Count = { total: 0, part: opened?.value ?? null, lastScale: Number.POSITIVE_INFINITY }
  let end = opened?.end ?? index
  for (;;) {
    const place = end > index ? pastHyphen(tokens, end, count.part) : end
    const next = step(tokens, place, count)
    if (next === null) break
    end = next
  }
  return end > index ? { value: count.total + (count.part ?? 0), end } : null
}

const numberOf = (token: Token): number | undefined =>
  token.kind === 'word' ? (token.entry.number ?? germanNumber(token.text) ?? undefined) : undefined

const scaleOf = (token: Token): number | undefined => (token.entry.short ? undefined : token.entry.scale)

/** "vingt-cinq", "twenty-five", "thirty - five": a hyphen inside a number. */
function pastHyphen(tokens: readonly Token[], index: number, part: number | null = null): number {
  const hyphen = at(tokens, index)
  const next = at(tokens, index + 1)
  if (!/^[-‐‑]$/.test(hyphen.raw)) return index
  const ones = part !== null && part >= 20 && part < 100 && part % 10 === 0 && (numberOf(next) ?? 0) < 10
  return (hyphen.glued && next.glued) || (ones && numberOf(next)) ? index + 1 : index
}

/** "a", "half a", "a quarter", "three quarters of a", "a couple of": what stands before a scale. */
function opening(tokens: readonly Token[], index: number): Hit<number> | null {
  let place = at(tokens, index).entry.article ? index + 1 : index
  const times = at(tokens, place).entry.number
  const counts = times !== undefined && times > 0 && times < 4 && at(tokens, place + 1).entry.fraction === 0.25
  if (counts) place++
  const fraction = at(tokens, place).entry.fraction
  const couple = at(tokens, place).text === 'couple'
  if (fraction === undefined && !couple)
    return place > index && scaleOf(at(tokens, place)) ? { value: 1, end: place } : null
  place = pastHyphen(tokens, place + 1)
  if (at(tokens, place).entry.of) place++
  if (at(tokens, place).entry.article) place++
  if (!scaleOf(at(tokens, place))) return null
  return { value: couple ? 2 : (counts ? (times ?? 1) : 1) * (fraction ?? 1), end: place }
}

/** Takes the next word into the count; null where the number is over. */
function step(tokens: readonly Token[], index: number, count: Count): number | null {
  const token = at(tokens, index)
  if (token.kind !== 'word') return null
  const number = numberOf(token)
  if (number !== undefined) return join(count, number, token) ? index + 1 : null
  const scale = scaleOf(token)
  if (scale) return multiply(count, scale, mayBegin(tokens, index)) ? index + 1 : null
  if (token.entry.point) return decimals(tokens, index + 1, count)
  if (token.entry.and) return afterAnd(tokens, index + 1, count)
  return null
}

function join(count: Count, number: number, token: Token): boolean {
  const { part } = count
  if (part === null) count.part = number
  else if (part === 4 && token.text.startsWith('vingt')) count.part = 80
  else if (part % 100 >= 20 && part % 10 === 0 && number > 0 && number < (part % 20 === 0 ? 20 : 10)) {
    if (number >= 10 && !/^(?:dix|onze|douze|treize|quatorze|quinze|seize)$/.test(token.text)) return false
    count.part = part + number
  } else if (part > 0 && part % 100 === 0 && number > 0 && number < 100) count.part = part + number
  else return false
  return true
}

/** "hundred thousand", "mil euros", "millón y medio" are amounts; "millions of dollars" and "grand piano" are none. */
function mayBegin(tokens: readonly Token[], index: number): boolean {
  const { entry, text } = at(tokens, index)
  if ((entry.scale ?? 0) <= 1000) return text !== 'grand'
  if (!at(tokens, index + 1).entry.and) return false
  return at(tokens, index + 2).entry.fraction !== undefined || at(tokens, index + 3).entry.fraction !== undefined
}

function multiply(count: Count, scale: number, mayBegin: boolean): boolean {
  if (count.part === null && count.total === 0) {
    if (!mayBegin) return false
    count.part = 1
  }
  if (scale === 100) {
    if ((count.part ?? 1) >= 100) return false
    count.part = (count.part ?? 1) * 100
    return true
  }
  count.total =
    scale >= count.lastScale || count.part === null
      ? (count.total + (count.part ?? 0)) * scale
      : count.total + count.part * scale
  count.part = null
  count.lastScale = scale
  return true
}

/** "one point three": digit after digit. */
function decimals(tokens: readonly Token[], index: number, count: Count): number | null {
  let digits = ''
  let place = index
  for (; ; place++) {
    const number = numberOf(at(tokens, place))
    if (number === undefined || number > 9 || !Number.isInteger(number)) break
    digits += number
  }
  if (digits === '' || count.part === null) return null
  count.part = Number(`${count.part}.${digits}`)
  return place
}

/** "and a half", "y medio", "and twenty"; the "and" of "between one hundred and two hundred" ends the number. */
function afterAnd(tokens: readonly Token[], index: number, count: Count): number | null {
  const place = at(tokens, index).entry.article && at(tokens, index + 1).entry.fraction ? index + 1 : index
  const fraction = at(tokens, place).entry.fraction
  if (fraction && (count.part !== null || count.total > 0)) {
    if (count.part === null) count.total += fraction * count.lastScale
    else count.part += fraction
    return place + 1
  }
  const number = numberOf(at(tokens, place))
  if (number === undefined || !(count.part !== null || count.total > 0)) return null
  const following = scaleOf(at(tokens, place + 1)) ?? 1
  if (following >= count.lastScale || (following === 100 && count.part !== null)) return null
  const tens = count.part !== null && count.part % 100 !== 0
  if (tens && at(tokens, index - 1).text === 'and') return null
  return join(count, number, at(tokens, place)) ? place + 1 : null
}
