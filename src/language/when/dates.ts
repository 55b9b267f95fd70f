import { readCalendarDate } from './calendar.ts'
import { type Context, type Hit, isText, tokenAt } from './context.ts'
import { combineDates, type DateValue } from './date.ts'
import { readEdge } from './edges.ts'
import { readHalf } from './halves.ts'
import { readHoliday } from './holidays.ts'
import { readNearest } from './nearest.ts'
import { readNth } from './nth.ts'
import { readNumericDate } from './numeric.ts'
import { readRelativeDate } from './relative.ts'
import { readSeason } from './seasons.ts'
import { readStretch } from './stretches.ts'
import { readUnit } from './units.ts'
import { readYear, readYearPart } from './year-parts.ts'

/** Dates that lean on dates that lean on dates: nobody says more. */
const DEEPEST = 3

/** One date, however it is said: the longest reading wins, of equally long ones the first. */
export function readDate(context: Context, index: number): Hit<DateValue> | null {
  const known = context.dates.get(index)
  if (known !== undefined) return known
  const date = longestDate(context, index)
  context.dates.set(index, date)
  return date
}

function longestDate(context: Context, index: number): Hit<DateValue> | null {
  let best: Hit<DateValue> | null = null
  const offer = (hit: Hit<DateValue> | null): void => {
    if (hit && (!best || hit.end > best.end)) best = hit
  }
  offer(readNth(context, index, readWholeDate))
  offer(readHalf(context, index, readWholeDate))
  offer(readNearest(context, index, readWholeDate))
  offer(readRelativeDate(context, index, readWholeDate))
  offer(readStretch(context, index))
  offer(readSeason(context, index))
  offer(readUnit(context, index, readWholeDate))
  offer(readYearPart(context, index))
  offer(readCalendarDate(context, index))
  offer(readNumericDate(context, index))
  offer(readHoliday(context, index))
  offer(readEdge(context, index, readWholeDate))
  return best
}

/** A date that others lean on ("after Christmas 2014", "end of 2027"): with its year, or a year alone. */
export function readWholeDate(context: Context, index: number): Hit<DateValue> | null {
  if (context.nesting.depth >= DEEPEST) return null
  context.nesting.depth++
  const date = readDate(context, index)
  context.nesting.depth--
  const year = date ? null : readYear(context, index)
  if (!date) return year
  const behind =
    isText(context, date.end, 'of') || isText(context, date.end, 'in') || isText(context, date.end, ',')
      ? date.end + 1
      : date.end
  const more = tokenAt(context, behind).kind === 'sign' ? null : readYear(context, behind)
  const joined = more && date.value.series ? combineDates(date.value, more.value, context) : null
  return joined && more ? { value: joined, end: more.end } : date
}
