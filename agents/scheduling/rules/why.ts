import type { RulingDraft } from '#kernel/ruling.ts'
import { DAY_MS } from '#kernel/units.ts'
import type { Request } from '../request.ts'
import { sayEvent } from '../say.ts'
import { spanOf } from './busy.ts'
import type { Facts, SchedulingPolicy } from './facts.ts'
import { meetingOf } from './meeting.ts'
import { rankedSeat, whyOf } from './rank.ts'
import { isRuling, theOne } from './the-one.ts'
import { searchFor } from './wanted.ts'
import { daysWhere } from './whereabouts.ts'

/** "Why did you put it at 4?": the grounds that rank this time, weightiest first. */
export function decideWhy(request: Request, facts: Facts, policy: SchedulingPolicy): RulingDraft {
  const event = theOne(request, facts)
  if (isRuling(event)) return event
  const span = spanOf(event)
  const search = {
    ...searchFor({ ...request, when: null }, meetingOf(request, facts, policy), facts, policy),
    fromMs: facts.nowMs,
  }
  const seats = facts.seats.map((seat) => {
    const firm = seat.busy.firm.filter((block) => block.event !== event.id)
    const days = daysWhere(seat, span.startMs - DAY_MS, span.endMs + DAY_MS)
    return rankedSeat({ ...seat, busy: { ...seat.busy, firm } }, days)
  })
  const why = whyOf(span, seats, search).sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
  const lines = why.map(({ points, text }) => `- ${points > 0 ? '+' : ''}${points} ${text}`)
  if (lines.length === 0) lines.push('- everybody was free then, inside working hours, and nothing spoke against it')
  return { type: 'answer', text: [`${sayEvent(event, facts)}:`, ...lines].join('\n') }
}
