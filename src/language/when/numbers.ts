import { type Context, type Hit, isDash, isText, table, tokenAt } from './context.ts'

/** Digits as they stand ("15"), or a number in words below a hundred ("twenty-one"). */
export function wholeNumber(context: Context, index: number): Hit<number> | null {
  const token = tokenAt(context, index)
  if (token.kind === 'digits') return { value: token.value, end: index + 1 }
  const first = token.entry.number
  if (first === undefined) return null
  if (first < 20) return { value: first, end: index + 1 }
  const next = isDash(context, index + 1) ? index + 2 : index + 1
  const second = tokenAt(context, next).entry.number
  if (second !== undefined && second > 0 && second < 10) return { value: first + second, end: next + 1 }
  return { value: first, end: index + 1 }
}

const SUFFIXES = new Set(['st', 'nd', 'rd', 'th', 'er', 'ere', 'eme', 'e'])

/** "1st", "third", "twenty-fourth", "21." is left to the languages that write it. */
export function ordinal(context: Context, index: number): Hit<number> | null {
  const token = tokenAt(context, index)
  if (token.kind === 'digits') {
    const suffix = tokenAt(context, index + 1)
    const joined = suffix.glued || (suffix.text.length === 2 && tokenAt(context, index + 1).end - suffix.start === 2)
    return joined && SUFFIXES.has(suffix.text) ? { value: token.value, end: index + 2 } : null
  }
  if (token.entry.ordinal !== undefined) return { value: token.entry.ordinal, end: index + 1 }
  const tens = token.entry.number
  if (tens === undefined || tens < 20) return null
  const next = isDash(context, index + 1) ? index + 2 : index + 1
  const ones = tokenAt(context, next).entry.ordinal
  return ones !== undefined && ones < 10 ? { value: tens + ones, end: next + 1 } : null
}

/** Cardinal or ordinal number. */
export const anyNumber = (context: Context, index: number): Hit<number> | null =>
  ordinal(context, index) ?? wholeNumber(context, index)

/** A year in four digits (1000 to 2999), or in words: "nineteen eighty six", "two thousand and five". */
export function fullYear(context: Context, index: number): Hit<number> | null {
  const token = tokenAt(context, index)
  if (token.kind === 'digits') {
    const fits = token.end - token.start === 4 && token.value >= 1000 && token.value < 3000
    return fits ? { value: token.value, end: index + 1 } : null
  }
  const first = wholeNumber(context, index)
  if (!first) return null
  if (first.value === 2 && isText(context, first.end, 'thousand')) {
    const next = isText(context, first.end + 1, 'and') ? first.end + 2 : first.end + 1
    const rest = tokenAt(context, next).kind === 'word' ? wholeNumber(context, next) : null
    return rest ? { value: 2000 + rest.value, end: rest.end } : { value: 2000, end: first.end + 1 }
  }
  if (first.value < 17 || first.value > 20) return null
  const next = isText(context, first.end, 'hundred') ? first.end + 1 : first.end
  const after = isText(context, next, 'and') ? next + 1 : next
  const rest = tokenAt(context, after).kind === 'word' ? wholeNumber(context, after) : null
  return rest && (rest.value > 9 || next > first.end) ? { value: first.value * 100 + rest.value, end: rest.end } : null
}

/** Years in two digits lie in the 80 years before and the 20 after today. */
export function expandYear(short: number, thisYear: number): number {
  const year = Math.floor(thisYear / 100) * 100 + short
  return year > thisYear + 20 ? year - 100 : year
}

const ARTICLES = new Set(['a', 'an', 'another', 'un', 'una', 'une', 'ein', 'eine', 'einer', 'einem', 'einen'])
const SOME = table<number>({ few: 3, several: 3, couple: 2, dozen: 12 })

/** How many of a unit: "3", "2.5", "1/2", "a", "half a", "a couple of", "two and a half", "few". */
export function amount(context: Context, index: number): Hit<number> | null {
  const token = tokenAt(context, index)
  if (token.entry.fraction === 30) {
    const next = isText(context, index + 1, 'of') ? index + 2 : index + 1
    return { value: 0.5, end: ARTICLES.has(tokenAt(context, next).text) ? next + 1 : next }
  }
  const article = ARTICLES.has(token.text) ? index + 1 : index
  const some = SOME.get(tokenAt(context, article).text)
  if (some !== undefined) return { value: some, end: isText(context, article + 1, 'of') ? article + 2 : article + 1 }
  if (article > index) {
    const inner = tokenAt(context, article).entry
    if (inner.fraction === 30) return { value: 0.5, end: article + 1 }
    if (inner.fraction === 15 && isText(context, article + 1, 'of'))
      return { value: 0.25, end: ARTICLES.has(tokenAt(context, article + 2).text) ? article + 3 : article + 2 }
    return { value: 1, end: article }
  }
  const whole = wholeNumber(context, index)
  if (!whole) return null
  return digitsAmount(context, index, whole) ?? andHalf(context, whole) ?? whole
}

/** "2.5", "2,5", "3/4". */
function digitsAmount(context: Context, index: number, whole: Hit<number>): Hit<number> | null {
  const sign = tokenAt(context, whole.end)
  const rest = tokenAt(context, whole.end + 1)
  if (tokenAt(context, index).kind !== 'digits' || rest.kind !== 'digits' || !sign.glued || !rest.glued) return null
  if (sign.text === '/')
    return rest.value > whole.value ? { value: whole.value / rest.value, end: whole.end + 2 } : null
  if (sign.text !== '.' && sign.text !== ',') return null
  return {
    value: Number(
      `${whole.value}.${'0'.repeat(Math.max(0, rest.end - rest.start - String(rest.value).length))}${rest.value}`,
    ),
    end: whole.end + 2,
  }
}

/** "two and a half", "one and half", "twenty and four". */
function andHalf(context: Context, whole: Hit<number>): Hit<number> | null {
  if (tokenAt(context, whole.end).entry.mark !== 'and') return null
  const after = tokenAt(context, whole.end + 1)
  const next = ARTICLES.has(after.text) ? whole.end + 2 : whole.end + 1
  const entry = tokenAt(context, next).entry
  if (entry.fraction === 30) return { value: whole.value + 0.5, end: next + 1 }
  if (
    whole.value % 10 === 0 &&
    whole.value >= 20 &&
    next === whole.end + 1 &&
    entry.number !== undefined &&
    entry.number < 10
  )
    return { value: whole.value + entry.number, end: next + 1 }
  return null
}
