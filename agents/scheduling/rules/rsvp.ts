import type { RulingDraft } from '#kernel/ruling.ts'
import type { Request } from '../request.ts'
import { sitsAt } from './busy.ts'
import type { Facts } from './facts.ts'
import { propose } from './propose.ts'

/**
 * An answer to an invitation: noted at the meeting, for nobody but whoever sends it. What is of somebody else, of a meeting
 * that is not there, or known already is passed over: it was written by a program and waits for no answer.
 */
export function decideRsvp(request: Request, facts: Facts): RulingDraft {
  const { reply } = request
  if (!reply) return { type: 'nothing', because: 'it is no answer to an invitation' }
  if (!facts.own.includes(reply.attendee)) return { type: 'nothing', because: 'the answer is of somebody else' }
  const event = facts.events.find((one) => one.id === reply.event)
  if (!event || !sitsAt(event, reply.attendee)) return { type: 'nothing', because: 'they sit at no such meeting' }
  const attendees = event.attendees.map((one) =>
    one.address === reply.attendee ? { ...one, reply: reply.reply } : one,
  )
  if (attendees.every((one, at) => one.reply === event.attendees[at]?.reply))
    return { type: 'nothing', because: 'that answer is noted already' }
  const args = { id: event.id, version: event.version, change: { attendees } }
  return propose([{ kind: 'calendar.update', args, because: 'they answered the invitation' }], [], facts)
}
