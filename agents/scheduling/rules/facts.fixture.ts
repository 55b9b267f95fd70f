import { CalendarEvent } from '#kernel/event.ts'
import { defaultPolicy } from '#policy/policy.ts'
import { blank, picked, type Request, type Which } from '../request.ts'
import { busyOf } from './busy.ts'
import type { Facts, SchedulingPolicy } from './facts.ts'
import { at, seat } from './fixture.ts'
import type { Seat } from './seat.ts'

const TEAM = ['mia@northwind.example', 'sam@northwind.example', 'priya@northwind.example']

export const policy: SchedulingPolicy = defaultPolicy().scheduling

/** A meeting in the calendar of Mia, for tests. */
export const meeting = (id: string, start: string, end: string, over: Partial<CalendarEvent> = {}): CalendarEvent =>
  CalendarEvent.parse({
    id,
    version: '1',
    series: null,
    madeBy: null,
    title: 'Review',
    start,
    end,
    zone: 'Europe/London',
    organizer: 'mia@northwind.example',
    attendees: [],
    ...over,
  })

/** Seats of members whose time is taken by the events they sit at. */
export const seatsFor = (
  names: readonly string[],
  events: readonly CalendarEvent[],
  over: Partial<Seat> = {},
): Seat[] =>
  names.map((name) => {
    const address = `${name.toLowerCase()}@northwind.example`
    const busy = busyOf(address, events, { address, readable: true, busy: [] }, undefined, new Set(TEAM))
    return { ...seat(name), busy, ...over }
  })

/** Mia asks, on Monday 23 November 2026 at eight in London. */
export function facts(over: Partial<Facts> = {}): Facts {
  return {
    nowMs: at('2026-11-23T08:00:00Z'),
    principal: {
      kind: 'member',
      id: 'mia',
      name: 'Mia',
      assurance: 'verified',
      email: 'mia@northwind.example',
      phone: null,
      zone: 'Europe/London',
      roles: [],
    },
    zone: 'Europe/London',
    me: 'mia@northwind.example',
    own: ['mia@northwind.example'],
    channel: 'slack',
    conversation: 'main',
    movedBefore: 0,
    missedBefore: 0,
    reachable: false,
    seats: seatsFor(['Mia'], over.events ?? []),
    aside: [],
    past: [],
    because: null,
    guests: [],
    doubts: [],
    named: [],
    changed: [],
    events: [],
    series: {},
    recent: [],
    team: TEAM,
    vip: false,
    names: Object.fromEntries(
      TEAM.map((address) => [address, `${address.charAt(0).toUpperCase()}${address.slice(1).split('@')[0]}`]),
    ),
    ...over,
  }
}

/** A verified client who asks. */
export const client = (over: Partial<Facts> = {}): Facts =>
  facts({
    principal: {
      kind: 'client',
      id: 'c1',
      name: 'Jo',
      assurance: 'verified',
      email: 'jo@acme.io',
      phone: null,
      zone: 'Europe/London',
      roles: [],
    },
    me: 'jo@acme.io',
    own: ['jo@acme.io'],
    guests: [{ address: 'jo@acme.io', name: 'Jo' }],
    ...over,
  })

export const asks = (kind: Request['kind'], over: Partial<Request> = {}): Request => ({ ...blank(kind), ...over })

export const which = (over: Partial<Which> = {}): Which => ({
  id: null,
  recent: false,
  ordinal: null,
  all: false,
  words: '',
  said: '',
  when: null,
  scope: 'one',
  ...over,
})

export const moment = (iso: string, minutes = 60) => picked(at(iso), at(iso) + minutes * 60_000, 'Europe/London')
