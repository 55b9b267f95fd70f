import { MINUTE_MS } from '#kernel/units.ts'
import { ISO_WEEKDAYS, parseDays, parseWindow, type WeekWindows, weekOf } from '#policy/spans.ts'
import type { Block } from './busy.ts'
import type { SlotSearch } from './search.ts'
import type { Seat } from './seat.ts'
import { NO_WAYS } from './travel.ts'

/** Windows of a week as the policy writes them, for tests: `week('mon-fri', '09:00-17:00')`. */
export function week(days: string, window: string): WeekWindows {
  const parsed = parseWindow(window)
  return weekOf(parsed ? [{ days: parseDays(days) ?? [...ISO_WEEKDAYS], window: parsed }] : [])
}

export const at = (iso: string): number => Date.parse(iso)

export const block = (start: string, end: string, over: Partial<Block> = {}): Block => ({
  startMs: at(start),
  endMs: at(end),
  what: 'event',
  title: null,
  event: null,
  location: null,
  ...over,
})

/** A member in London who works 09:00-17:00 and has nothing on, for tests. */
export function seat(name: string, over: Partial<Seat> & { firm?: Block[]; soft?: Block[] } = {}): Seat {
  const { firm = [], soft = [], ...rest } = over
  return {
    id: name.toLowerCase(),
    name,
    address: `${name.toLowerCase()}@northwind.example`,
    zone: 'Europe/London',
    trips: [],
    required: true,
    hours: week('mon-fri', '09:00-17:00'),
    holidays: [],
    energy: { deep: weekOf([]), high: weekOf([]), low: weekOf([]) },
    lunch: null,
    ignoresBeforeMinute: null,
    maxMeetingsPerDay: null,
    maxBackToBack: null,
    attendance: new Map(),
    busy: { readable: true, firm, soft },
    ...rest,
  }
}

export const search = (from: string, to: string, over: Partial<SlotSearch> = {}): SlotSearch => ({
  fromMs: at(from),
  toMs: at(to),
  lengthMs: 30 * MINUTE_MS,
  stepMs: 15 * MINUTE_MS,
  zone: 'Europe/London',
  part: null,
  bounds: null,
  bufferBeforeMs: 0,
  bufferAfterMs: 0,
  protect: new Set(),
  energy: null,
  external: false,
  meal: false,
  soon: false,
  ways: NO_WAYS,
  movable: () => false,
  ...over,
})
