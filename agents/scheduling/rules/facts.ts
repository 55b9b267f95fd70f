import type { CalendarEvent } from '#kernel/event.ts'
import type { Principal } from '#kernel/principal.ts'
import type { Policy } from '#policy/policy.ts'
import type { Seat } from './seat.ts'

export type SchedulingPolicy = Policy['scheduling']

/** Somebody at the table whose calendar is not ours. */
export interface Guest {
  readonly address: string
  readonly name: string
}

/** A name that nobody answers to, or several do. `at` is its place among the request's people. */
export interface Doubt {
  readonly at: number
  readonly words: string
  readonly candidates: readonly { readonly name: string; readonly address: string }[]
}

/** A public page on which somebody can be booked: its address and the meeting types on it. */
export interface OwnPage {
  readonly slug: string
  readonly types: readonly string[]
}

/** The world as far as one request needs it: plain data, already within what the principal may see. */
export interface Facts {
  readonly nowMs: number
  readonly principal: Principal
  /** Zone in which the principal's times are read and said. */
  readonly zone: string
  /** The principal's address at a table. */
  readonly me: string
  /** All addresses of the principal. */
  readonly own: readonly string[]
  readonly channel: string
  readonly conversation: string
  /** Members at the table: the principal first where they are one, else their host first. */
  readonly seats: readonly Seat[]
  /** Members who are not at the table, but at a meeting that might give way to it. */
  readonly aside: readonly Seat[]
  readonly guests: readonly Guest[]
  readonly doubts: readonly Doubt[]
  /** Addresses of the people named at the meeting, in the order named. */
  readonly named: readonly string[]
  /** Addresses of the people to be added or taken off. */
  readonly changed: readonly string[]
  /** Booking pages of the asker, their own before those they share, where a link was asked for. */
  readonly pages?: { readonly base: string | null; readonly own: readonly OwnPage[] }
  /** Events in the window of the request, earliest first. */
  readonly events: readonly CalendarEvent[]
  /** The series that are spoken of, by id: as their rules say, whatever single dates say. */
  readonly series: Readonly<Record<string, CalendarEvent>>
  /** Of a meeting that is spoken of as over: how often its guest has missed one before, and whether they can be written to. */
  readonly missedBefore: number
  readonly reachable: boolean
  /** How often the asker, who is not of the team, has moved the event that is meant. */
  readonly movedBefore: number
  /** Meetings of the last weeks of those at the table, where a time is to be found. */
  readonly past: readonly CalendarEvent[]
  /** Why the one event that is asked about is when it is, as it was said when it was put there; null where nobody said. */
  readonly because: string | null
  /** Events lately spoken of here, newest first. */
  readonly recent: readonly CalendarEvent[]
  readonly team: readonly string[]
  /** The policy names them among those for whom more is made possible. */
  readonly vip: boolean
  /** Names by address. */
  readonly names: Readonly<Record<string, string>>
}

export const nameOf = (facts: Pick<Facts, 'names'>, address: string): string => facts.names[address] ?? address

/** Whether the principal is one of the team, whom calendars are open to. */
export const isMember = (facts: Pick<Facts, 'principal'>): boolean => facts.principal.kind === 'member'
