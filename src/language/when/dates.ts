import { readCalendarDate } from './calendar.ts'
import type { Context, Hit } from './context.ts'
import type { DateValue } from './date.ts'
import { readEdge } from './edges.ts'
import { readHoliday } from './holidays.ts'
import { readNth } from './nth.ts'
import { readNumericDate } from './numeric.ts'
import { readRelativeDate, useAnchorReader } from './relative.ts'

/** One date, however it is said: the longest reading wins. */
export function readDate(context: Context, index: number): Hit<DateValue> | null {
  const readings = [
    readNth(context, index, readDate),
    readRelativeDate(context, index),
    readCalendarDate(context, index),
    readNumericDate(context, index),
    readHoliday(context, index),
    readEdge(context, index, readDate),
  ]
  let best: Hit<DateValue> | null = null
  for (const reading of readings) if (reading && (!best || reading.end > best.end)) best = reading
  return best
}

useAnchorReader(readDate)
