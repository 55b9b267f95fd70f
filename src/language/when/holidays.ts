import type { Context, Hit } from './context.ts'
import type { DateValue } from './date.ts'
export function readHoliday(_context: Context, _index: number): Hit<DateValue> | null {
  return null
}
