import { quoted } from '#kernel/display.ts'
import type { RulingDraft } from '#kernel/ruling.ts'
import { sayDuration } from '#kernel/units.ts'
import { forTeam, phrasesFor } from '../phrases.ts'
import type { Request } from '../request.ts'
import { sayEvent } from '../say.ts'
import { ask, choice, NO, YES } from './ask.ts'
import { type Facts, isMember, nameOf, type SchedulingPolicy } from './facts.ts'
import { decideMove } from './move.ts'
import { isRuling, theOne } from './the-one.ts'

/** "Running 10 min late": the host is told; a member is asked whether their meeting shall begin later. */
export function decideLate(request: Request, facts: Facts, policy: SchedulingPolicy): RulingDraft {
  const event = theOne(request, facts)
  if (isRuling(event)) return event
  const late = request.shiftMs === null ? 'late' : `${sayDuration(request.shiftMs)} late`
  if (isMember(facts)) {
    if (request.overlap && request.shiftMs !== null)
      return decideMove(
        { ...request, kind: 'move', overlap: true, which: request.which && { ...request.which, id: event.id } },
        facts,
        policy,
      )
    const by = request.shiftMs === null ? 'later' : `${sayDuration(request.shiftMs)} later`
    return ask(
      `Shall ${sayEvent(event, facts)} begin ${by}?`,
      ['late'],
      [choice('Yes', YES), choice('No, leave it', NO)],
    )
  }
  const host = nameOf(facts, event.organizer)
  return {
    type: 'flag',
    reason: 'CONFLICT',
    headline: `${facts.principal.name ?? 'Your guest'} is ${late} for ${quoted(event.title)}: wait?`,
    rule: 'a host decides whether to wait; nothing is moved for a late guest',
    evidence: [{ text: sayEvent(event, forTeam(facts)), source: 'calendar' }],
    reply: phrasesFor(facts).telling(host),
    owner: event.organizer,
  }
}
