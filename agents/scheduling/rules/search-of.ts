import type { CalendarEvent } from '#kernel/event.ts'
import { blank, type Request } from '../request.ts'
import { spanOf } from './busy.ts'
import { type Facts, isMember, type SchedulingPolicy } from './facts.ts'
import { meetingOf } from './meeting.ts'
import { untoldOf } from './propose.ts'
import { searchFor } from './wanted.ts'

/** What times would do for an event that is there already. */
export function searchOf(request: Request, event: CalendarEvent, facts: Facts, policy: SchedulingPolicy) {
  const { startMs, endMs } = spanOf(event)
  const known = { type: request.type, lengthMs: endMs - startMs, location: event.location }
  const meeting = meetingOf({ ...blank('book'), ...known }, facts, policy)
  const external = untoldOf([event.organizer, ...event.attendees.map((one) => one.address)], facts).length > 0
  return searchFor(request, { ...meeting, external: external || !isMember(facts) }, facts, policy)
}
