import type { Block } from '#agents/scheduling/rules/busy.ts'
import type { SlotSearch } from '#agents/scheduling/rules/search.ts'
import type { Seat } from '#agents/scheduling/rules/seat.ts'
import { findSlots } from '#agents/scheduling/rules/slots.ts'
import { NO_WAYS } from '#agents/scheduling/rules/travel.ts'
import { DAY_MS, MINUTE_MS } from '#kernel/units.ts'
import { ISO_WEEKDAYS, weekOf } from '#policy/spans.ts'

const PEOPLE = 8
const DAYS = 30
const BLOCKS = 2000
const ZONES = ['Europe/London', 'Europe/Berlin', 'America/New_York', 'Europe/Lisbon']
/** Monday 2 November 2026: the American clocks changed the day before. */
const FROM_MS = Date.UTC(2026, 10, 2)

export interface Slots {
  people: number
  days: number
  /** Busy blocks of each person. */
  blocks: number
  /** Times that were found in each round. */
  found: number
  /** Milliseconds of processor time to find them, mean of the rounds. */
  ms: number
}

/** What it costs to find the three best times for a table whose calendars are full of short things, once the program is warm. */
export function slots(rounds = 100): Slots {
  const seats = Array.from({ length: PEOPLE }, (_, at) => seatAt(at))
  let found = 0
  const find = (): void => {
    for (let round = 0; round < rounds; round++) found = findSlots(SEARCH, seats, 3).slots.length
  }
  find()
  const before = process.cpuUsage()
  find()
  const { user, system } = process.cpuUsage(before)
  return { people: PEOPLE, days: DAYS, blocks: BLOCKS, found, ms: (user + system) / 1000 / rounds }
}

const SEARCH: SlotSearch = {
  fromMs: FROM_MS,
  toMs: FROM_MS + DAYS * DAY_MS,
  lengthMs: 5 * MINUTE_MS,
  stepMs: 15 * MINUTE_MS,
  zone: 'Europe/London',
  part: null,
  bounds: null,
  bufferBeforeMs: 0,
  bufferAfterMs: 0,
  protect: new Set(['deep', 'lunch']),
  energy: null,
  external: false,
  meal: false,
  soon: false,
  ways: NO_WAYS,
  movable: () => false,
}

function seatAt(at: number): Seat {
  const never = weekOf([])
  const firm = Array.from({ length: BLOCKS }, (_, index): Block => {
    const startMs = FROM_MS + index * ((DAYS * DAY_MS) / BLOCKS) + at * MINUTE_MS
    const endMs = startMs + ((index + at) % 5 === 0 ? 4 : 1) * MINUTE_MS
    return { startMs, endMs, what: 'event', title: null, event: null, location: null }
  })
  return {
    id: `p${at}`,
    name: `P${at}`,
    address: `p${at}@desk.invalid`,
    zone: ZONES[at % ZONES.length] ?? 'Etc/UTC',
    trips: [],
    required: true,
    hours: weekOf([{ days: ISO_WEEKDAYS.slice(0, 5), window: { fromMinute: 9 * 60, toMinute: 17 * 60 } }]),
    holidays: ['GB-ENG'],
    energy: { deep: never, high: never, low: never },
    lunch: null,
    ignoresBeforeMinute: null,
    maxMeetingsPerDay: null,
    maxBackToBack: null,
    attendance: new Map(),
    busy: { readable: true, firm, soft: [] },
  }
}
