import type { CalendarEvent } from '#kernel/event.ts'
import type { RulingDraft } from '#kernel/ruling.ts'
import type { Request } from '../request.ts'
import { sayEvent } from '../say.ts'
import { capital } from './ask.ts'
import { spanOf } from './busy.ts'
import type { Facts, SchedulingPolicy } from './facts.ts'
import { grounds } from './grounds.ts'
import { meetingOf } from './meeting.ts'
import { isRuling, theOne } from './the-one.ts'
import { searchFor } from './wanted.ts'

/**
 * "Why did you put it at 4?": what was weighed when it was put there. Where the desk did not put it there, and for a time that
 * somebody stated, what speaks for and against that time now.
 */
export function decideWhy(request: Request, facts: Facts, policy: SchedulingPolicy): RulingDraft {
  const event = theOne(request, facts)
  if (isRuling(event)) return event
  const [reason = null, kept] = facts.because?.split(/: (.*)/s) ?? []
  if (kept) return told(event, facts, `${capital(reason ?? '')}.`, kept.split('; '))
  const span = spanOf(event)
  const meeting = { ...meetingOf(request, facts, policy), location: event.location }
  const search = { ...searchFor({ ...request, when: null }, meeting, facts, policy), fromMs: facts.nowMs }
  const seats = facts.seats.map((seat) => {
    const firm = seat.busy.firm.filter((block) => block.event !== event.id)
    return { ...seat, busy: { ...seat.busy, firm } }
  })
  const lead = reason === null ? 'I did not put it there.' : `${capital(reason)}.`
  return told(event, facts, lead, grounds(span, seats, search))
}

function told(event: CalendarEvent, facts: Facts, lead: string, lines: readonly string[]): RulingDraft {
  const weighed =
    lines.length > 0 ? lines : ['everybody was free then, inside working hours, and nothing spoke against it']
  return {
    type: 'answer',
    text: [`${sayEvent(event, facts)}: ${lead}`, ...weighed.map((line) => `- ${line}`)].join('\n'),
  }
}
