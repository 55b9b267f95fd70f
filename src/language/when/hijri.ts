import { DAY, dayAt, type Span, type Wall, ymd } from './wall.ts'

/** The months as `date-holidays` writes them. */
const MONTHS = [
  'Muharram',
  'Safar',
  'Rabi al-awwal',
  'Rabi al-thani',
  'Jumada al-awwal',
  'Jumada al-thani',
  'Rajab',
  'Shaban',
  'Ramadan',
  'Shawwal',
  'Dhu al-Qidah',
  'Dhu al-Hijjah',
]

/** Years in which the dates that were kept are on record; later ones wait for the moon and are reckoned. */
const RECORDED = { from: 1970, to: 2030 }

/** The day and month (1 to 12) of a rule such as `1 Shawwal`; null for other calendars. */
export function hijriRule(rule: string): { day: number; month: number } | null {
  const [, day, name = ''] = /^(\d+) (\D+)$/.exec(rule) ?? []
  const month = MONTHS.indexOf(name) + 1
  return day !== undefined && month > 0 ? { day: Number(day), month } : null
}

export const isRecorded = (year: number): boolean => year >= RECORDED.from && year <= RECORDED.to

/**
 * The day of a feast in a year of ours, by the calendar of Mecca (Umm al-Qura); where the arithmetic calendar of ICU says
 * another day, that one is its twin.
 */
export function hijriDay(year: number, { day, month }: { day: number; month: number }): Span | null {
  const said = find('islamic-umalqura', year, day, month)
  const other = find('islamic-civil', year, day, month)
  if (said === null) return null
  return other === null || other === said ? dayAt(said) : { ...dayAt(said), twin: { start: other, end: other + DAY } }
}

const writers = new Map<string, Intl.DateTimeFormat>()

function writerOf(calendar: string): Intl.DateTimeFormat {
  const known = writers.get(calendar)
  if (known) return known
  const options = { timeZone: 'UTC', month: 'numeric', day: 'numeric' } as const
  const writer = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, options)
  writers.set(calendar, writer)
  return writer
}

/** The first day of a year of ours that the calendar writes so, or null. */
function find(calendar: string, year: number, day: number, month: number): Wall | null {
  const writer = writerOf(calendar)
  const wanted = `${month}/${day}`
  for (let at = ymd(year, 1, 1); at < ymd(year + 1, 1, 1); at += DAY) if (writer.format(at) === wanted) return at
  return null
}
