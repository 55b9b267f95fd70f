import { type Context, endsClean, type Hit, isText, table, tokenAt } from './context.ts'
import { type DateValue, repeating, settled } from './date.ts'
import { fullYear, ordinal, wholeNumber } from './numbers.ts'
import { partOfYear, weekOfYear } from './series.ts'
import { DAY, unitAround, yearOf, ymd } from './wall.ts'

/** "week 10", "Q3 2026", "third quarter", "2019 H2", "18q4", "the 90s", "15th century", "cy18". */
export function readYearPart(context: Context, index: number): Hit<DateValue> | null {
  return weekNumber(context, index) ?? quarter(context, index) ?? decade(context, index)
}

function weekNumber(context: Context, index: number): Hit<DateValue> | null {
  const { text } = tokenAt(context, index)
  if (text !== 'week' && text !== 'wk' && text !== 'kw') return null
  const number = wholeNumber(context, index + 1)
  const fits =
    number &&
    number.value >= 1 &&
    number.value <= 53 &&
    endsClean(context, number.end) &&
    tokenAt(context, index + 1).kind === 'digits'
  if (!fits) return null
  const thisYear = weekOfYear(number.value).from(unitAround(context.today, 'year').start + 3 * DAY)
  return thisYear && { value: settled('unit', thisYear), end: number.end }
}

function quarter(context: Context, index: number): Hit<DateValue> | null {
  const year = fullYear(context, index) ?? shortYear(context, index)
  const at = year
    ? isText(context, year.end, '-')
      ? year.end + 1
      : year.end
    : isText(context, index, 'the')
      ? index + 1
      : index
  const letter = tokenAt(context, at).text
  let found: Hit<DateValue> | null = null
  if (
    (letter === 'q' || letter === 'h') &&
    tokenAt(context, at + 1).glued &&
    tokenAt(context, at + 1).kind === 'digits'
  ) {
    const { value } = tokenAt(context, at + 1)
    const most = letter === 'q' ? 4 : 2
    if (value >= 1 && value <= most && endsClean(context, at + 2))
      found = { value: inYear(value, letter === 'q' ? 3 : 6), end: at + 2 }
  } else if (!year) {
    const number = ordinal(context, at)
    const unit = number && tokenAt(context, number.end).entry.unit
    if (number && unit?.grain === 'quarter' && number.value <= 4)
      found = { value: inYear(number.value, 3), end: number.end + 1 }
    else if (number && number.value <= 2 && isText(context, number.end, 'half') && fullYear(context, number.end + 2))
      found = { value: inYear(number.value, 6), end: number.end + 1 }
  }
  if (!found) return null
  const behind =
    isText(context, found.end, '-') || isText(context, found.end, 'of') || isText(context, found.end, 'in')
      ? found.end + 1
      : found.end
  const later = year ? null : (fullYear(context, behind) ?? yearNear(context, behind))
  const said = year ?? later
  const series = found.value.series
  if (!series) return null
  const span = said
    ? series.from(ymd(said.value, 1, 1))
    : series.from(letter === 'h' || letter === 'q' ? context.today : unitAround(context.today, 'year').start)
  return span && { value: settled('unit', span, { stretch: true }), end: later ? later.end : found.end }
}

const inYear = (number: number, size: 3 | 6): DateValue => repeating('unit', partOfYear(number, size))

/** "this year", "next year". */
function yearNear(context: Context, index: number): Hit<number> | null {
  const { rel } = tokenAt(context, index).entry
  const { unit } = tokenAt(context, index + 1).entry
  return rel !== undefined && unit?.grain === 'year' && unit.count === 1
    ? { value: yearOf(context.now) + rel, end: index + 2 }
    : null
}

function shortYear(context: Context, index: number): Hit<number> | null {
  const token = tokenAt(context, index)
  const joined =
    token.kind === 'digits' &&
    token.end - token.start === 2 &&
    tokenAt(context, index + 1).glued &&
    tokenAt(context, index + 1).text === 'q'
  return joined ? { value: 2000 + token.value, end: index + 1 } : null
}

const TENS = table<number>({
  twenties: 20,
  thirties: 30,
  forties: 40,
  fifties: 50,
  sixties: 60,
  seventies: 70,
  eighties: 80,
  nineties: 90,
})

function decade(context: Context, index: number): Hit<DateValue> | null {
  const token = tokenAt(context, index)
  const word = TENS.get(token.text)
  if (word !== undefined) return { value: decadeOf(1900 + word), end: index + 1 }
  const year = fullYear(context, index)
  if (year && year.value % 10 === 0 && token.kind === 'digits' && isText(context, year.end, 's'))
    return { value: years(year.value, 10), end: year.end + 1 }
  const number = ordinal(context, index)
  return number && isText(context, number.end, 'century')
    ? { value: years((number.value - 1) * 100, 100), end: number.end + 1 }
    : null
}

/** "the nineties": the last ones, or the next. */
function decadeOf(year: number): DateValue {
  const value = years(year, 10)
  const next = years(year + 100, 10)
  return { ...value, others: next.span ? [next.span] : [] }
}

const years = (from: number, count: number): DateValue =>
  settled('unit', { start: ymd(from, 1, 1), end: ymd(from + count, 1, 1), grain: 'year' }, { stretch: true })

/** "2027" where its place says that it is a year. */
export function readYear(context: Context, index: number): Hit<DateValue> | null {
  const cy = isText(context, index, 'cy')
  const named = cy || isText(context, index, 'year')
  const of = named && isText(context, index + 1, 'of') ? index + 2 : named ? index + 1 : index
  const short = tokenAt(context, of)
  if (cy && short.kind === 'digits' && short.end - short.start === 2)
    return { value: wholeYear(2000 + short.value), end: of + 1 }
  const year = fullYear(context, of)
  if (!year || !endsClean(context, year.end)) return null
  const era = isText(context, year.end, 'ad') || isText(context, year.end, 'ce') ? year.end + 1 : year.end
  return { value: wholeYear(year.value), end: era }
}

const wholeYear = (year: number): DateValue => settled('year', unitAround(ymd(year, 1, 1), 'year'))
