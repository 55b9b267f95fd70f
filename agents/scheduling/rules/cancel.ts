import type { CalendarEvent } from '#kernel/event.ts'
import type { Proposed, RulingDraft } from '#kernel/ruling.ts'
import type { Request } from '../request.ts'
import { sitsAt } from './busy.ts'
import { type Facts, isMember, type SchedulingPolicy } from './facts.ts'
import { isDay, meant } from './meant.ts'
import { tooLate } from './outsider.ts'
import { propose, untoldOf } from './propose.ts'
import { isRuling, none, theOne } from './the-one.ts'

/** A meeting with at least this many people goes on without one who only attends it. */
const GOES_ON_WITH = 3

/** One event, or everything that fits ("cancel everything friday"): own ones are called off, others' are declined. */
export function decideCancel(request: Request, facts: Facts, policy: SchedulingPolicy): RulingDraft {
  if (request.which?.all) return cancelAll(request, facts)
  const event = theOne(request, facts)
  if (isRuling(event)) return event
  const late = tooLate(event, facts, policy)
  return late ?? propose([cancel(event)], [], untoldAt(event, facts))
}

function cancelAll(request: Request, facts: Facts): RulingDraft {
  const events = meant(request, facts).filter((event) => !isDay(event))
  const mine = events.filter((event) => facts.own.some((address) => sitsAt(event, address)))
  if (mine.length === 0) return none(request, facts)
  const actions = mine
    .slice(0, 50)
    .map((event) => (isMember(facts) && onlyAttends(event, facts) ? decline(event, facts) : cancel(event)))
  const untold = mine.flatMap((event) => untoldAt(event, facts))
  return propose(actions, [], [...new Set(untold)], actions.length > 1)
}

const cancel = (event: CalendarEvent): Proposed => ({
  kind: 'calendar.cancel',
  args: { id: event.id, version: event.version },
  because: 'asked to cancel it',
})

const decline = (event: CalendarEvent, facts: Facts): Proposed => ({
  kind: 'calendar.update',
  args: {
    id: event.id,
    version: event.version,
    change: {
      attendees: event.attendees.map((one) => (facts.own.includes(one.address) ? { ...one, reply: 'declined' } : one)),
    },
  },
  because: 'somebody else called it, and it can go on without the asker',
})

function onlyAttends(event: CalendarEvent, facts: Facts): boolean {
  const table = new Set([event.organizer, ...event.attendees.map((one) => one.address)])
  return !facts.own.includes(event.organizer) && table.size >= GOES_ON_WITH
}

const untoldAt = (event: CalendarEvent, facts: Facts): string[] =>
  untoldOf([event.organizer, ...event.attendees.map((one) => one.address)], facts)
