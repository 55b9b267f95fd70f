import type { CalendarEvent, EventDraft } from '#kernel/event.ts'

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
}
