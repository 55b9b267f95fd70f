import type { CalendarEvent } from '#kernel/event.ts'
import type { Proposed, RulingDraft } from '#kernel/ruling.ts'
import { toIso } from '#kernel/time.ts'
import type { Request } from '../request.ts'
import { sayEvent } from '../say.ts'
import { ANYWAY, ask, choice } from './ask.ts'
import { spanOf } from './busy.ts'
import type { Facts, SchedulingPolicy } from './facts.ts'
import { obstaclesTo } from './obstacles.ts'
import { propose, untoldOf } from './propose.ts'
import { isRuling, theOne } from './the-one.ts'

/** Two events change places: each starts when the other did and keeps its length. Both move or neither. */
export function decideSwap(request: Request, facts: Facts, policy: SchedulingPolicy): RulingDraft {
  const one = theOne(request, facts)
  if (isRuling(one)) return one
  const two = theOne({ ...request, which: request.other }, facts)
  if (isRuling(two)) return two
  if (one.id === two.id)
    return { type: 'answer', text: `Both are ${sayEvent(one, facts)}, so there is nothing to swap.` }
  const moves = [moveTo(one, two), moveTo(two, one)]
  const blocked = moves.flatMap(({ span }) =>
    obstaclesTo(span, facts.seats, facts, policy, { ignore: [one.id, two.id] }),
  )
  if (blocked.length > 0 && !request.overlap) {
    const names = [...new Set(blocked.map(({ mine, seat }) => (mine ? 'you' : seat.name)))].join(' and ')
    return ask(`Swapped, they would not suit ${names}. Swap them anyway?`, ['when'], [choice('Swap anyway', ANYWAY)])
  }
  const table = [one, two].flatMap(({ organizer, attendees }) => [
    organizer,
    ...attendees.map(({ address }) => address),
  ])
  return propose(
    moves.map(({ action }) => action),
    [],
    facts,
    untoldOf(table, facts),
  )
}

/** The two overlap each other until both are moved, so each may. */
function moveTo(
  event: CalendarEvent,
  place: CalendarEvent,
): { span: { startMs: number; endMs: number }; action: Proposed } {
  const { startMs, endMs } = spanOf(event)
  const from = spanOf(place).startMs
  const span = { startMs: from, endMs: from + endMs - startMs }
  const args = {
    id: event.id,
    version: event.version,
    start: toIso(span.startMs),
    end: toIso(span.endMs),
    overlap: true,
  }
  return { span, action: { kind: 'calendar.move', args, because: 'asked to swap the two' } }
}
