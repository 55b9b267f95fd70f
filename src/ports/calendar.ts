import type { CalendarEvent, EventDraft, SeriesChange, WholeSeries } from '#kernel/event.ts'

/** What a person is busy with, without saying why. `readable: false` means unknown, which is not free. */
export interface BusyList {
  address: string
  readable: boolean
  busy: readonly { startMs: number; endMs: number; firm: boolean }[]
}

export interface EventQuery {
  /** Events with any of these addresses at the table; absent: all. */
  addresses?: readonly string[]
  fromMs: number
  /** Exclusive. */
  toMs: number
  /** Cancelled events too. */
  cancelled?: boolean
}

/** Where a series is cut, and what is different from there on; null: it ends. */
export interface SeriesCut {
  /** Original start of the first instance that is meant. */
  from: string
  change: SeriesChange | null
}

export interface CalendarCapabilities {
  /** Guests get mail from the calendar itself. */
  invites: boolean
  /** It lies outside the desk's own database. */
  outward: boolean
}

/**
 * A calendar of the team. Instances of series come expanded, each with its own id. Left out on purpose: invitations
 * (they are mail), reminders (they are timers), and any notion of who may see what (lookups decide that).
 */
export interface Calendar {
  readonly name: string
  readonly capabilities: CalendarCapabilities
  list(query: EventQuery): Promise<readonly CalendarEvent[]>
  get(id: string): Promise<CalendarEvent | null>
  /** The event an action made, if it ever reached the calendar. */
  findByKey(key: string): Promise<CalendarEvent | null>
  busy(addresses: readonly string[], fromMs: number, toMs: number): Promise<readonly BusyList[]>
  /** Idempotent by key: a second call with the same key answers the first one's event. */
  create(event: EventDraft, key: string): Promise<CalendarEvent>
  /** @throws DeskError CONFLICT where the event has another version. */
  update(id: string, change: Partial<EventDraft>, version: string): Promise<CalendarEvent>
  /** Takes the event off without a trace. @throws DeskError CONFLICT */
  remove(id: string, version: string): Promise<void>
  /** A whole series, or null where the id names none. */
  series(id: string): Promise<WholeSeries | null>
  /**
   * Cuts a series before one of its instances. What lies ahead goes on as a series of its own, with the change, or ends;
   * where nothing lies before, the series itself changes. An instance that was changed keeps what it says otherwise than its
   * series. Idempotent by key: a call that finds the half of an earlier one with that key finishes it.
   * @returns the series that goes on, or the one that ended
   * @throws DeskError CONFLICT, NOT_ALLOWED where there is no such instance or the rule does not bear the change
   */
  split(id: string, cut: SeriesCut, version: string, key: string): Promise<CalendarEvent>
  /**
   * Makes of a series what it was, and takes off the one that was cut from it.
   * @param version of the series as it stands
   * @throws DeskError CONFLICT
   */
  rejoin(before: WholeSeries, version: string, rest: { id: string; version: string } | null): Promise<CalendarEvent>
}
