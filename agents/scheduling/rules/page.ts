import { quoted } from '#kernel/display.ts'
import type { Evidence, Proposed, RulingDraft } from '#kernel/ruling.ts'
import type { Request } from '../request.ts'
import { cancel } from './cancel.ts'
import type { Facts, SchedulingPolicy } from './facts.ts'
import { meant } from './meant.ts'
import { meetingOf } from './meeting.ts'
import { obstaclesTo } from './obstacles.ts'
import { tooLate } from './outsider.ts'
import { createMeeting, propose } from './propose.ts'

/**
 * What a visitor asked for on a booking page: the time they chose, or to call their meeting off. Nobody can be asked back
 * there, so what cannot be is refused; and until they have shown that the address is theirs, the host decides.
 */
export function decideFromPage(request: Request, facts: Facts, policy: SchedulingPolicy): RulingDraft {
  return request.kind === 'cancel' ? callOff(request, facts, policy) : bookChosen(request, facts, policy)
}

/** Calendars are closed to a visitor who is not confirmed: then the hold alone says that the time is still free. */
function bookChosen(request: Request, facts: Facts, policy: SchedulingPolicy): RulingDraft {
  const { when } = request
  const isKnown = facts.principal.assurance === 'verified'
  const against = (span: { startMs: number; endMs: number }) =>
    obstaclesTo(span, facts.seats, facts, policy).some((one) => isKnown || one.what !== 'unreadable')
  if (!when || facts.seats.length === 0 || when.startMs <= facts.nowMs || against(when))
    return { type: 'refuse', text: 'That time was taken meanwhile.', rule: 'a taken time is not booked twice' }
  const { title } = meetingOf(request, facts, policy)
  const what = { title, location: request.location, recurrence: null, description: request.note }
  const action = createMeeting(what, when, facts, { overlap: false, because: 'chosen on the booking page' })
  return decided([action], `Book ${quoted(title)}, asked for on the booking page?`, facts)
}

function callOff(request: Request, facts: Facts, policy: SchedulingPolicy): RulingDraft {
  const [event] = meant(request, facts)
  if (!event || event.status === 'cancelled')
    return { type: 'refuse', text: 'That meeting is not in the calendar any more.', rule: 'nothing is there to cancel' }
  const late = tooLate(event, facts, policy)
  if (late?.type === 'flag') return { ...late, actions: [cancel(event)], evidence: evidenceOf(facts) }
  return decided([cancel(event)], `Cancel ${quoted(event.title)}, as its visitor asks?`, facts)
}

/** Policy decides for a visitor who followed the mailed link; for anybody else the host does, and is told why. */
function decided(actions: Proposed[], headline: string, facts: Facts): RulingDraft {
  if (facts.principal.assurance === 'verified') return propose(actions, [], facts)
  return {
    type: 'flag',
    reason: 'AUTHORITY',
    headline,
    rule: 'a visitor whose address is not confirmed books and cancels nothing alone',
    evidence: evidenceOf(facts),
    actions,
  }
}

const evidenceOf = ({ principal }: Facts): Evidence[] =>
  principal.assurance === 'verified'
    ? []
    : [
        {
          text: `${principal.email ?? 'The address'} is unconfirmed: anybody may have typed it`,
          source: 'booking page',
        },
      ]
