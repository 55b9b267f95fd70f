import type { Outcome } from '#kernel/actions/meeting-outcome.ts'
import type { CalendarEvent } from '#kernel/event.ts'
import type { Proposed, RulingDraft } from '#kernel/ruling.ts'
import { blank, type Request } from '../request.ts'
import { ask, choice } from './ask.ts'
import { spanOf } from './busy.ts'
import { type Facts, nameOf } from './facts.ts'
import { propose } from './propose.ts'
import { isRuling, theOne } from './the-one.ts'

/** How a meeting went is noted; whoever missed it for the first time is offered another one, where they wrote to the desk. */
export function decideOutcome(request: Request, facts: Facts): RulingDraft {
  const event = theOne(request, facts)
  if (isRuling(event)) return event
  const guest = guestOf(event, facts)
  if (!guest) return { type: 'answer', text: 'Nobody from outside was in that meeting.' }
  if (request.outcome === null) return askHow(facts, guest)
  const note = noteOf(event, guest, request.outcome)
  if (request.outcome !== 'no_show') return propose([note], [], facts)
  const who = nameOf(facts, guest)
  if (facts.missedBefore > 0)
    return propose([note], [`${who} has missed one before, so I have not offered another time.`], facts)
  if (!facts.reachable)
    return propose([note], [`${who} has never written to me, so please offer another time yourself.`], facts)
  return propose([note, offerOf(event, guest, facts)], [], facts)
}

function askHow(facts: Facts, guest: string): RulingDraft {
  return ask(
    `Did ${nameOf(facts, guest)} come?`,
    ['outcome'],
    [choice('Yes', 'held'), choice('Late', 'late'), choice('No-show', 'no_show')],
  )
}

const guestOf = (event: CalendarEvent, facts: Facts): string | undefined => {
  const outside = [event.organizer, ...event.attendees.map((one) => one.address)].filter(
    (address) => !facts.team.includes(address),
  )
  return outside.find((address) => facts.named.includes(address)) ?? outside[0]
}

const noteOf = (event: CalendarEvent, guest: string, outcome: Outcome): Proposed => ({
  kind: 'meeting.outcome',
  args: { event: event.id, title: event.title, guest, outcome },
  because: 'the host said so',
})

/** The same people for the same length, whenever the guest can. */
function offerOf(event: CalendarEvent, guest: string, facts: Facts): Proposed {
  const { startMs, endMs } = spanOf(event)
  const team = [event.organizer, ...event.attendees.map((one) => one.address)].filter((address) =>
    facts.team.includes(address),
  )
  const request: Request = {
    ...blank('find'),
    people: team.map((address) => ({ words: nameOf(facts, address), span: null, address, role: 'table' })),
    title: { text: event.title, span: null },
    lengthMs: endMs - startMs,
    location: event.location,
    missed: true,
  }
  return {
    kind: 'meeting.reoffer',
    args: { event: event.id, title: event.title, guest, request },
    because: 'missed for the first time',
  }
}
