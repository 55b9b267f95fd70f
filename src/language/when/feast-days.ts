import type Holidays from 'date-holidays'
import { holidayLibrary } from '../holiday-library.ts'
import { hijriDay, hijriRule, isRecorded } from './hijri.ts'
import { DAY, dayAt, HOUR, type Span, type Wall, ymd } from './wall.ts'

const known = new Map<string, Span | null>()
let calendar: Holidays | null = null

/**
 * The day or days of a rule in a year, end exclusive; null where it has none. Rules are those of `date-holidays`, and `parsi`
 * for the New Year of a calendar without leap years. ` P8D` behind a rule makes it last so many days, ` - ` and another rule up to that day.
 */
export function feastIn(rule: string, year: number): Span | null {
  if (year < 1000 || year > 9999) return null
  const key = `${rule} ${year}`
  const before = known.get(key)
  if (before !== undefined) return before
  const [, base = rule, days, next] = /^(.*?)(?: P(\d+)D)?(?: - (.*))?$/.exec(rule) ?? []
  const first = firstDay(base, year)
  const end = first && (next ? firstDay(next, year)?.start : first.end + (Number(days ?? 1) - 1) * DAY)
  const span = first && withEve(base, { ...first, end: end ?? first.end })
  if (known.size > 2000) known.clear()
  known.set(key, span)
  return span
}

function firstDay(rule: string, year: number): Span | null {
  if (rule === 'parsi') return dayAt(PARSI_NEW_YEAR_2018 + 365 * DAY * (year - 2018))
  const hijri = hijriRule(rule)
  if (hijri && !isRecorded(year)) return hijriDay(year, hijri)
  const start = fromLibrary(rule, year)
  return start === null ? null : dayAt(start)
}

const PARSI_NEW_YEAR_2018 = ymd(2018, 8, 17)

const HEBREW = /\d (?:Tishrei|Kislev|Shvat|Adar|Nisan|Iyyar|Sivan|Av)$/

/** Jewish feasts begin at sunset of the day before: some mean that evening too. */
const withEve = (rule: string, span: Span): Span =>
  HEBREW.test(rule) ? { ...span, twin: { start: span.start - 6 * HOUR, end: span.end } } : span

/** What `date-holidays` makes of a rule in a year. */
function fromLibrary(rule: string, year: number): Wall | null {
  calendar ??= new (holidayLibrary())()
  calendar.init()
  calendar.setHoliday(rule, { name: { en: rule }, type: 'observance' })
  const [first] = calendar.getHolidays(year)
  const [y, m, d] = (first?.date ?? '').slice(0, 10).split('-').map(Number)
  return first && y && m && d ? ymd(y, m, d) : null
}
