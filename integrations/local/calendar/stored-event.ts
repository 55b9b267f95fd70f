import type { CalendarEvent, EventDraft } from '#kernel/event.ts'
import { instanceId } from '#kernel/series/instance-id.ts'
import { occurrencesOf } from '#kernel/series/occurrences.ts'
import { momentToMs } from '#kernel/series/wall.ts'
import { DAY_MS } from '#kernel/units.ts'
import type { LocalTables } from '../tables.ts'

/** An event as it is kept: addresses as they were written, and what a calendar file says beyond the desk's words. */
export interface StoredEvent extends EventDraft {
  /** Original starts that a series leaves out. */
  exdates: readonly string[]
  /** Starts beyond the rule (RDATE). */
  rdates: readonly string[]
  /** Properties and alarms the desk does not read, as jCal, so that an export gives them back. */
  extra: { properties: readonly unknown[]; components: readonly unknown[] }
}

export type EventRow = LocalTables['local_events']

/** Far enough to be "never", and still an exact number and a valid date. */
export const NEVER_MS = 8_640_000_000_000_000

/** Ordinary events are no longer than this, so those of a window start at most this long before it. */
export const WIDE_MS = 31 * DAY_MS

export function storedFrom(draft: EventDraft): StoredEvent {
  return {
    ...draft,
    zone: draft.zone === 'UTC' ? 'Etc/UTC' : draft.zone,
    exdates: [],
    rdates: [],
    extra: { properties: [], components: [] },
  }
}

/** The index columns that follow from an event. */
export function windowOf(event: StoredEvent): { startMs: number; endMs: number; wide: number } {
  const startMs = momentToMs(event.start, event.zone)
  const endMs = momentToMs(event.end, event.zone)
  if (event.recurrence === null && event.rdates.length === 0) {
    return { startMs, endMs, wide: endMs - startMs > WIDE_MS ? 1 : 0 }
  }
  const { lastEndMs, firstStartMs } = extentOf(event, startMs, endMs)
  return { startMs: firstStartMs, endMs: lastEndMs, wide: 1 }
}

function extentOf(event: StoredEvent, startMs: number, endMs: number) {
  if (event.recurrence && !/\b(COUNT|UNTIL)=/i.test(event.recurrence))
    return { firstStartMs: startMs, lastEndMs: NEVER_MS }
  let [firstStartMs, lastEndMs] = [startMs, endMs]
  for (const one of occurrencesOf(event, Number.NEGATIVE_INFINITY, NEVER_MS)) {
    firstStartMs = Math.min(firstStartMs, one.startMs)
    lastEndMs = Math.max(lastEndMs, one.endMs)
  }
  return { firstStartMs, lastEndMs }
}

/** The row as the port shows it: addresses in lower case, the file's own extras left out. */
export function eventOf(row: EventRow, stored: StoredEvent): CalendarEvent {
  const { exdates: _exdates, rdates: _rdates, extra: _extra, ...draft } = stored
  return {
    ...draft,
    organizer: draft.organizer.toLowerCase(),
    attendees: draft.attendees.map((one) => ({ ...one, address: one.address.toLowerCase() })),
    id: row.id,
    version: String(row.version),
    series: row.series,
    madeBy: row.key,
  }
}

/** One instance of a series, before anybody changed it. */
export function instanceOf(row: EventRow, stored: StoredEvent, occurrence: { start: string; end: string }) {
  const event: CalendarEvent = {
    ...eventOf(row, stored),
    id: instanceId(row.id, occurrence.start),
    series: row.id,
    start: occurrence.start,
    end: occurrence.end,
    recurrence: null,
  }
  return event
}

export const isSeries = (stored: StoredEvent): boolean => stored.recurrence !== null || stored.rdates.length > 0
