import { holidayOn } from '#language/public-holidays.ts'
import type { Window } from '#policy/spans.ts'
import { type Day, windowsOn } from './days.ts'
import type { Seat } from './seat.ts'

/** When somebody works on that day: not at all on a public holiday of theirs. */
export const hoursOn = (seat: Pick<Seat, 'hours' | 'holidays'>, day: Day): readonly Window[] =>
  holidayOf(seat, day) === null ? windowsOn(day, seat.hours) : []

/** The public holiday that keeps somebody from work that day, or null: on a day off it keeps nobody from anything. */
export const holidayOf = (seat: Pick<Seat, 'hours' | 'holidays'>, day: Day): string | null =>
  windowsOn(day, seat.hours).length > 0 ? holidayOn(seat.holidays, day.date) : null
