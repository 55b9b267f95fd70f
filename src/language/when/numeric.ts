import { type Context, endsClean, type Hit, isText, tokenAt } from './context.ts'
import { type DateValue, impossible, repeating, settled } from './date.ts'
import { isThing } from './followers.ts'
import { expandYear } from './numbers.ts'
import { monthDay } from './series.ts'
import { dayAt, exists, type Span, unitAround, yearOf, ymd } from './wall.ts'

/** Dates in digits: "2026-11-24", "24.11.2026", "11/24", "09/2012", "20200701". Two numbers need `lenient` where the sign is a dash or a dot. */
export function readNumericDate(context: Context, index: number, lenient = false): Hit<DateValue> | null {
  const { rel } = tokenAt(context, index).entry
  if (rel !== undefined) return inNamedYear(context, index + 1, rel)
  if (tokenAt(context, index).kind !== 'digits') return null
  return compact(context, index) ?? three(context, index) ?? two(context, index, lenient)
}

/** "this 5/12", "next 5/19": of this year, of next year. */
function inNamedYear(context: Context, index: number, rel: -1 | 0 | 1): Hit<DateValue> | null {
  const date = tokenAt(context, index).kind === 'digits' ? two(context, index, true) : null
  const { month, day } = date?.value ?? {}
  return date && month && day ? { value: fixed(yearOf(context.now) + rel, month, day), end: date.end } : null
}

const width = (context: Context, index: number): number => tokenAt(context, index).end - tokenAt(context, index).start

/** The index of the digits that follow `index` behind the sign, or 0. */
function follows(context: Context, index: number, signs: string): number {
  const sign = tokenAt(context, index + 1)
  const digits = tokenAt(context, index + 2)
  return sign.glued && sign.text !== '' && signs.includes(sign.text) && digits.glued && digits.kind === 'digits'
    ? index + 2
    : 0
}

/** A dash or dot with more digits behind it: a telephone number, a version; not the dash of "10/1-11/7". */
function goesOn(context: Context, index: number): boolean {
  if (!endsClean(context, index + 1)) return true
  const next = follows(context, index, '-./')
  const range = isText(context, index + 1, '-') && isText(context, index - 1, '/') && follows(context, next, '/') > 0
  return next > 0 && !range
}

/** Midnight of the date, "impossible" where it does not exist. */
const fixed = (year: number, month: number, day: number): DateValue =>
  exists(year, month, day) ? settled('monthDay', dayAt(ymd(year, month, day)), { month, day }) : impossible

function compact(context: Context, index: number): Hit<DateValue> | null {
  if (width(context, index) !== 8) return null
  const { value } = tokenAt(context, index)
  const [year, month, day] = [Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100]
  return year > 1900 && year < 2100 && exists(year, month, day) && endsClean(context, index + 1)
    ? { value: fixed(year, month, day), end: index + 1 }
    : null
}

function three(context: Context, index: number): Hit<DateValue> | null {
  const second = follows(context, index, '-./')
  const third = second && follows(context, second, tokenAt(context, index + 1).text)
  if (!third) return null
  const iso = isoTime(context, third)
  if (!iso && goesOn(context, third)) return null
  const [a, b, c] = [tokenAt(context, index).value, tokenAt(context, second).value, tokenAt(context, third).value]
  const end = third + 1
  if (width(context, index) === 4) {
    if (a < 1000 || a > 2999 || width(context, second) > 2 || width(context, third) > 2) return null
    if (b > 12 && c <= 12 && tokenAt(context, index + 1).text === '/')
      return exists(a, c, b) ? { value: fixed(a, c, b), end } : null
    if (b > 12 && c <= 31) return null
    return plausible(b, c) ? { value: fixed(a, b, c), end } : null
  }
  if (width(context, index) > 2 || width(context, second) > 2) return null
  const sign = tokenAt(context, index + 1).text
  const long = width(context, third) === 4
  if (
    !long &&
    (width(context, third) !== 2 ||
      (sign !== '/' && width(context, index) + width(context, second) < 3 && sign === '.'))
  )
    return null
  const year = long ? c : expandYear(c, yearOf(context.now))
  if (year < 1000 || year > 2999) return null
  return ordered(context, a, b, year, end, sign === '.' && context.dateOrder === 'dmy')
}

const plausible = (month: number, day: number): boolean => month >= 1 && month <= 12 && day >= 1 && day <= 31

/** Day and month in the reader's order; the other order where only that one exists. */
function ordered(
  context: Context,
  a: number,
  b: number,
  year: number | null,
  end: number,
  sure = false,
): Hit<DateValue> | null {
  const dayFirst = context.dateOrder === 'dmy'
  const [month, day] = dayFirst ? [b, a] : [a, b]
  const swapped = plausible(day, month)
  if (!plausible(month, day)) return swapped ? { value: made(day, month, year), end } : null
  const value = made(month, day, year)
  const doubtful = swapped && month !== day && !context.orderKnown && !sure
  if (!doubtful) return { value, end }
  const other = made(day, month, year)
  const span: Span | null = other.span ?? other.series?.from(context.today) ?? null
  return { value: span ? { ...value, others: [span] } : value, end }
}

const made = (month: number, day: number, year: number | null): DateValue => {
  if (year !== null) return fixed(year, month, day)
  return exists(2000, month, day) ? repeating('monthDay', monthDay(month, day), { month, day }) : impossible
}

/** "11/24", "09/2012", and "7-6", "5.12" where something says that a date stands here; "1/2 cup" is none. */
function two(context: Context, index: number, lenient: boolean): Hit<DateValue> | null {
  const german = germanDate(context, index + 2)
  const second = follows(context, index, lenient || german ? '/-.' : '/') || follows(context, index, '-')
  if (!second || goesOn(context, second)) return null
  const [a, b] = [tokenAt(context, index).value, tokenAt(context, second).value]
  if (a === 24 && b === 7) return null
  const [widthA, widthB] = [width(context, index), width(context, second)]
  const sign = tokenAt(context, index + 1).text
  if (widthA === 4 && widthB === 2 && sign !== '/' && a >= 1900 && a < 2100 && b >= 1 && b <= 12)
    return { value: settled('month', unitAround(ymd(a, b, 1), 'month'), { month: b }), end: second + 1 }
  if (widthB === 4 && widthA <= 2 && sign !== '.' && b >= 1900 && b < 2100 && a >= 1 && a <= 12)
    return { value: settled('month', unitAround(ymd(b, a, 1), 'month'), { month: a }), end: second + 1 }
  if (!lenient && sign === '/' && a < b && b <= 4 && isThing(context, second + 1)) return null
  if (widthA > 2 || widthB > 2 || (sign === '-' && !lenient) || tokenAt(context, second + 1).entry.unit) return null
  const dotted = germanDate(context, second)
  return ordered(context, a, b, null, dotted ? second + 2 : second + 1, dotted)
}

/** The second dot of "19.11." where German is written. */
const germanDate = (context: Context, second: number): boolean =>
  isText(context, second - 1, '.') &&
  isText(context, second + 1, '.') &&
  tokenAt(context, second + 1).glued &&
  !tokenAt(context, second + 2).glued &&
  context.lexicon.get('uhr')?.oclock === true

/** Does the T of an ISO time follow the date at once? */
export const isoTime = (context: Context, third: number): boolean =>
  tokenAt(context, third + 1).text === 't' &&
  tokenAt(context, third + 1).glued &&
  tokenAt(context, third + 2).kind === 'digits'
