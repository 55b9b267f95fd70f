import type { WeekWindows, Window } from '#policy/spans.ts'
import type { Attendance } from './attendance.ts'
import type { Busy } from './busy.ts'
import type { Trip } from './whereabouts.ts'

/** One member at the table, as far as finding a time for them goes. Guests have no seat: their calendars are not ours. */
export interface Seat {
  readonly id: string
  readonly name: string
  readonly address: string
  /** IANA zone; all windows below are on the wall there. */
  readonly zone: string
  /** Days on which they are in another zone; their windows hold on the wall there. */
  readonly trips: readonly Trip[]
  /** False: the meeting may go ahead without them. */
  readonly required: boolean
  readonly hours: WeekWindows
  readonly energy: { readonly deep: WeekWindows; readonly high: WeekWindows; readonly low: WeekWindows }
  /** Regions whose public holidays they have off. */
  readonly holidays: readonly string[]
  readonly lunch: Window | null
  /** They tend not to turn up before this minute of the day. */
  readonly ignoresBeforeMinute: number | null
  readonly maxMeetingsPerDay: number | null
  readonly maxBackToBack: number | null
  /** How often they came to meetings, by time of day. */
  readonly attendance: Attendance
  readonly busy: Busy
}
