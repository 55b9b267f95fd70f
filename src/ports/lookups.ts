import type { CalendarEvent } from '#kernel/event.ts'
import type { BusyList } from './calendar.ts'
import type { InvitationReply } from './invitations.ts'

/** Somebody who can be met. Contacts are seen by members only. */
export interface Person {
  kind: 'member' | 'contact'
  /** Policy id of a member, contact id of a contact. */
  id: string
  name: string
  address: string
  zone: string
}

/** An event as its asker may see it; outsiders see their own meetings only. */
export type EventView = CalendarEvent

/** Whole days that somebody works at a place. */
export interface DaysAt {
  address: string
  /** Dates on the wall there; `to` is exclusive. */
  from: string
  to: string
  /** The zone the calendar keeps the days in. */
  zone: string
  /** The city the entry names, in lower case, or null. */
  city: string | null
}

/** What was lately spoken of in this conversation, newest first: the object of "it", "that", "the same". */
export interface RecentAction {
  action: string
  kind: string
  /** Record id the action wrote. */
  record: string
  /** The rule that led to it, as it was said then. */
  because: string
  atMs: number
  by: string
}

/**
 * The narrow questions an agent may ask of the world, already scoped to one principal. An agent gets those its contract
 * names and no others.
 */
export interface Lookups {
  /** The team: names, addresses and zones. An outsider sees names only of members. */
  'people.members': () => Promise<readonly Person[]>
  /** Members and, for members, contacts whose name or address the words may mean, best first. */
  'people.find': (words: string) => Promise<readonly Person[]>
  /** Events in a window: for a member the team's, for an outsider those they sit in. */
  'calendar.events': (query: {
    fromMs: number
    toMs: number
    people?: readonly string[]
  }) => Promise<readonly EventView[]>
  'calendar.event': (id: string) => Promise<EventView | null>
  /** Busy times of members, without titles. Other people's calendars are not readable. */
  'calendar.busy': (query: {
    addresses: readonly string[]
    fromMs: number
    toMs: number
  }) => Promise<readonly BusyList[]>
  /** Slots promised to others and not yet booked. */
  'calendar.holds': (query: {
    addresses: readonly string[]
    fromMs: number
    toMs: number
  }) => Promise<readonly BusyList[]>
  /** Whole days for which members' calendars say where they work, whoever asks: it moves their hours, and tells no more. */
  'calendar.places': (query: {
    addresses: readonly string[]
    fromMs: number
    toMs: number
  }) => Promise<readonly DaysAt[]>
  /** How the outside reaches the desk's own pages, without a slash at the end; null while it cannot. Members only. */
  'links.base': () => Promise<string | null>
  /** The answer to an invitation that a text carries, of whomever it says; null where it carries none. */
  'invitation.reply': (text: string) => Promise<InvitationReply | null>
  'history.recent': () => Promise<readonly RecentAction[]>
  /** What was done to one event that the asker may see, oldest first; for members also what a guest missed (`no-show:<address>`). */
  'history.of': (record: string) => Promise<readonly RecentAction[]>
}
export type LookupName = keyof Lookups
