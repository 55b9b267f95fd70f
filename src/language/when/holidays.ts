import { type Context, type Hit, isText, tokenAt } from './context.ts'
import { type DateValue, repeating, settled } from './date.ts'
import { feastIn } from './feast-days.ts'
import { HOLIDAYS } from './holiday-names.ts'
import { fullYear } from './numbers.ts'
import { type Series, weekendFrom, yearly } from './series.ts'
import { add, DAY, dayAt, type Span, weekdayOf, ymd } from './wall.ts'

interface Name {
  words: readonly string[]
  series: Series
  /** Lasts more than a day. */
  long: boolean
  /** Regions that give the name this meaning; '' for all others. */
  regions: string
}

/** Endings of possessives and plurals are folded away, so that "new year's", "new years" and "new year" are one. */
const stem = (word: string): string => word.replace(/^(.{2,}?)(?:'?s'?)+$/, '$1').replaceAll("'", '')

const names = new Map<string, Name[]>()
for (const [rule, list, regions = ''] of HOLIDAYS) {
  const series = yearly('day', (year) => feastIn(rule, year))
  for (const name of list.split('|')) {
    const optional = name.endsWith('+')
    const words = (optional ? name.slice(0, -1) : name).split(' ').map(stem)
    for (const form of optional ? [[...words, 'day'], words] : [words]) {
      const first = form[0] ?? ''
      names.set(first, [...(names.get(first) ?? []), { words: form, series, long: / P\d+D$| - /.test(rule), regions }])
    }
  }
}
for (const list of names.values())
  list.sort((a, b) => b.words.length - a.words.length || b.regions.length - a.regions.length)

/** May a holiday's name begin with this word? */
export const beginsHoliday = (word: string): boolean => names.has(stem(word))

/** "Easter", "last Thanksgiving", "labor day weekend"; a year beside it is joined by the date rules. */
export function readHoliday(context: Context, index: number): Hit<DateValue> | null {
  const relative = tokenAt(context, index).entry.rel
  const at = relative === undefined ? index : index + 1
  const name = nameAt(context, at)
  if (!name) return null
  const { series } = name.value
  const year = fullYear(context, name.end)
  const weekend = isText(context, year ? year.end : name.end, 'weekend')
  const wide: Series = weekend
    ? { grain: 'day', from: (wall) => weekendOf(series.from(wall)), before: (wall) => weekendOf(series.before(wall)) }
    : series
  const more: Partial<DateValue> = weekend || name.value.long ? { stretch: true } : {}
  const end = !weekend ? name.end : year ? year.end + 1 : name.end + 1
  const thatYears = weekend && year ? wide.from(ymd(year.value, 1, 1)) : null
  if (thatYears) return { value: settled('named', thatYears, more), end }
  if (relative === undefined) return { value: repeating('named', wide, more), end }
  const span =
    relative < 0
      ? wide.before(context.today)
      : relative === 0
        ? wide.from(context.today)
        : wide.from(context.today + DAY)
  return span && { value: settled('named', span, more), end }
}

function nameAt(context: Context, index: number): Hit<Name> | null {
  if (tokenAt(context, index).kind !== 'word') return null
  for (const name of names.get(stem(tokenAt(context, index).text)) ?? []) {
    if (name.regions !== '' && !(context.region !== '' && name.regions.includes(context.region))) continue
    const end = endOfName(context, index, name.words)
    if (end > 0) return { value: name, end }
  }
  return null
}

/** The index behind the name, or 0; a dot or hyphen inside it is read over. */
function endOfName(context: Context, index: number, words: readonly string[]): number {
  let at = index
  for (const [place, word] of words.entries()) {
    const sign = tokenAt(context, at).text
    if (place > 0 && (sign === '.' || sign === '-' || sign === "'")) at++
    if (stem(tokenAt(context, at).text) !== word) return 0
    at++
  }
  return at
}

/** The days off around a holiday: from Saturday to a Monday, from a Friday to Sunday, else the weekend next to it. */
function weekendOf(day: Span | null): Span | null {
  if (!day) return null
  const weekday = weekdayOf(day.start)
  const saturday = add(day.start, weekday <= 2 ? -weekday - 1 : 6 - weekday, 'day')
  const start = weekday === 4 || weekday === 5 ? day.start : saturday
  return weekendFrom(start, Math.max(dayAt(day.start).end, saturday + 2 * DAY))
}
