import type { CalendarEvent, EventDraft, WholeSeries } from '#kernel/event.ts'
import { occurrenceNamed, occurrencesOf } from '#kernel/series/occurrences.ts'
import type { BusyList, Calendar, EventQuery, SeriesCut } from '#ports/calendar.ts'
import type { Operation, Sql } from '#ports/sql.ts'
import { busyLists } from './busy.ts'
import { changeEvent, createEvent, findEvent, removeEvent } from './change.ts'
import { eventById, eventByKey, eventsIn, exceptionsOf, type Kept } from './event-rows.ts'
import { rejoinSeries, splitSeries, wholeSeries } from './split.ts'
import { eventOf, instanceOf, isSeries } from './stored-event.ts'

/** The embedded calendar: the team's events in the desk's own database. It sends no invitations. */
export class LocalCalendar implements Calendar {
  readonly name = 'local'
  readonly capabilities = { invites: false, outward: false }
  readonly #sql: Sql
  readonly #isMember: (address: string) => boolean

  /** @param isMember whether an address (lower case) is the team's; by default every one is */
  constructor(sql: Sql, isMember: (address: string) => boolean = () => true) {
    this.#sql = sql
    this.#isMember = isMember
  }

  list(query: EventQuery): Promise<readonly CalendarEvent[]> {
    return this.#sql.read(() => listEvents(query))
  }

  get(id: string): Promise<CalendarEvent | null> {
    return this.#sql.read(function* () {
      const found = yield* findEvent(id)
      if (!found) return null
      const occurrence = found.original === null ? null : occurrenceNamed(found.kept.stored, found.original)
      return occurrence
        ? instanceOf(found.kept.row, found.kept.stored, occurrence)
        : yield* withSeriesStatus(found.kept)
    })
  }

  findByKey(key: string): Promise<CalendarEvent | null> {
    return this.#sql.read(function* () {
      const kept = yield* eventByKey(key)
      return kept ? shown(kept) : null
    })
  }

  async busy(addresses: readonly string[], fromMs: number, toMs: number): Promise<readonly BusyList[]> {
    return busyLists(await this.list({ addresses, fromMs, toMs }), addresses, this.#isMember)
  }

  /** @throws DeskError NOT_ALLOWED where the recurrence rule cannot be used */
  create(event: EventDraft, key: string): Promise<CalendarEvent> {
    return this.#write(function* () {
      return shown(yield* createEvent(event, key))
    })
  }

  update(id: string, change: Partial<EventDraft>, version: string): Promise<CalendarEvent> {
    return this.#write(function* () {
      return shown(yield* changeEvent(id, change, version))
    })
  }

  remove(id: string, version: string): Promise<void> {
    return this.#write(() => removeEvent(id, version))
  }

  series(id: string): Promise<WholeSeries | null> {
    return this.#sql.read(() => wholeSeries(id))
  }

  /** Both halves are written in one transaction: there is no half-done split here. */
  split(id: string, cut: SeriesCut, version: string, key: string): Promise<CalendarEvent> {
    return this.#write(function* () {
      return shown(yield* splitSeries(id, cut, version, key))
    })
  }

  rejoin(before: WholeSeries, version: string, rest: { id: string; version: string } | null): Promise<CalendarEvent> {
    return this.#write(function* () {
      return shown(yield* rejoinSeries(before, version, rest))
    })
  }

  /** Lazy: calendar and ledger lie in one log, so whatever says that a write was done makes the write durable first. */
  #write<T>(operation: () => Operation<T>): Promise<T> {
    return this.#sql.write(operation, { lazy: true })
  }
}

const shown = ({ row, stored }: Kept): CalendarEvent => eventOf(row, stored)

/** Events of a window with series expanded, by start, then id. */
export function* listEvents(query: EventQuery): Operation<CalendarEvent[]> {
  const found: CalendarEvent[] = []
  for (const kept of yield* eventsIn(query.fromMs, query.toMs)) {
    if (!isSeries(kept.stored)) found.push(yield* withSeriesStatus(kept))
    else found.push(...(yield* instancesIn(kept, query)))
  }
  const addresses = query.addresses && new Set(query.addresses.map((address) => address.toLowerCase()))
  return found
    .filter((event) => query.cancelled || event.status !== 'cancelled')
    .filter((event) => !addresses || sitsAny(event, addresses))
    .sort((a, b) => compare(a.start, b.start) || compare(a.id, b.id))
}

/** An exception of a cancelled series is cancelled with it, and comes back with it. */
function* withSeriesStatus(kept: Kept): Operation<CalendarEvent> {
  const series = kept.row.series === null ? undefined : yield* eventById(kept.row.series)
  return series?.stored.status === 'cancelled' ? { ...shown(kept), status: 'cancelled' } : shown(kept)
}

function* instancesIn({ row, stored }: Kept, { fromMs, toMs }: EventQuery): Operation<CalendarEvent[]> {
  const changed = new Set((yield* exceptionsOf(row.id)).map((exception) => exception.row.id))
  return [...occurrencesOf(stored, fromMs, toMs)]
    .map((occurrence) => instanceOf(row, stored, occurrence))
    .filter((instance) => !changed.has(instance.id))
}

const sitsAny = (event: CalendarEvent, addresses: ReadonlySet<string>): boolean =>
  addresses.has(event.organizer) || event.attendees.some((one) => addresses.has(one.address))

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
