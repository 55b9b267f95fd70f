import type { Proposed, RulingDraft } from '#kernel/ruling.ts'
import { toIso } from '#kernel/time.ts'
import { sayNotTold } from '../say.ts'
import { type Facts, nameOf } from './facts.ts'
import type { Interval } from './interval.ts'
import { zoneAt } from './whereabouts.ts'

type Propose = Extract<RulingDraft, { type: 'propose' }>

/** A proposal of one or more actions; outsiders who learn nothing of it are named. */
export function propose(actions: Proposed[], notes: string[], facts: Facts, untold: readonly string[] = []): Propose {
  return { type: 'propose', actions, notes: untold.length > 0 ? [...notes, sayNotTold(untold, facts)] : notes }
}

/** Names of those at a table who are neither of the team nor the one who asks: nobody tells them. */
export function untoldOf(addresses: readonly string[], facts: Facts): string[] {
  return [...new Set(addresses)]
    .filter((address) => !facts.team.includes(address) && !facts.own.includes(address))
    .map((address) => nameOf(facts, address))
}

/** The action that puts a meeting of everybody at the table into the calendar. */
export function createMeeting(
  what: {
    title: string
    location: string | null
    recurrence: string | null
    description?: string | null
    zone?: string
  },
  span: Interval,
  facts: Facts,
  options: { overlap: boolean; because: string },
): Proposed {
  const host = facts.principal.kind === 'member' ? facts.me : (facts.seats[0]?.address ?? facts.me)
  const table = [
    ...facts.seats.map(({ address, name }) => ({ address, name })),
    ...facts.guests.map(({ address, name }) => ({ address, name })),
  ].filter(({ address }) => address !== host)
  return {
    kind: 'calendar.create',
    args: {
      event: {
        title: what.title,
        start: toIso(span.startMs),
        end: toIso(span.endMs),
        zone: what.zone ?? zoneOf(host, span, facts),
        organizer: host,
        attendees: table.map(({ address, name }) => ({ address, name, reply: 'needs_action' })),
        location: what.location,
        description: what.description ?? null,
        kind: 'event',
        shows: 'busy',
        status: 'confirmed',
        recurrence: what.recurrence,
      },
      overlap: options.overlap,
    },
    because: options.because,
  }
}

/** Where the host is then; a series keeps their own wall. */
function zoneOf(host: string, { startMs }: Interval, facts: Facts): string {
  const seat = facts.seats.find((one) => one.address === host)
  return seat ? zoneAt(seat, startMs) : facts.zone
}
