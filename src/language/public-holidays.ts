import { DAY_MS, HOUR_MS } from '#kernel/units.ts'
import { holidayLibrary } from './holiday-library.ts'

/** How many calendar years of regions are kept; beyond it the memory starts anew. */
const MOST_KEPT = 400

const CLOCK_CHANGE_MS = HOUR_MS

const kept = new Map<string, ReadonlyMap<string, string>>()

/**
 * The public holidays of a region in a year: English names by date (`2026-12-25`). Days that are half off, and days
 * that are only observed, are not among them. A region nobody knows has none. Source: `date-holidays`.
 * @param region a country and, where wanted, its parts: `GB`, `GB-ENG`, `DE-BY-A`
 */
export function publicHolidays(region: string, year: number): ReadonlyMap<string, string> {
  const key = `${region} ${year}`
  const before = kept.get(key)
  if (before) return before
  const Library = holidayLibrary()
  const [country = '', state = '', part = ''] = region.toUpperCase().split('-', 3)
  const days = new Map<string, string>()
  const found = new Library(country, state, part, { languages: 'en' }).getHolidays(year)
  for (const { date, start, end, name, type } of found) {
    // An hour may be lost to the clocks; a feast from sunset to noon is counted from its first midnight, in whole days.
    const count = Math.floor((end.getTime() - start.getTime() + CLOCK_CHANGE_MS) / DAY_MS)
    if (type !== 'public') continue
    const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`)
    for (let at = 0; at < count; at++) {
      const day = new Date(first + at * DAY_MS).toISOString().slice(0, 10)
      if (!days.has(day)) days.set(day, name)
    }
  }
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(key, days)
  return days
}

/** The name of the public holiday that a date (`2026-12-25`) is in any of the regions, or null. */
export function holidayOn(regions: readonly string[], date: string): string | null {
  if (regions.length === 0) return null
  const year = Number(date.slice(0, 4))
  for (const region of regions) {
    const name = publicHolidays(region, year).get(date)
    if (name !== undefined) return name
  }
  return null
}
