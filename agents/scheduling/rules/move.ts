import { quoted } from '#kernel/display.ts'
import type { CalendarEvent } from '#kernel/event.ts'
import type { Proposed, RulingDraft } from '#kernel/ruling.ts'
import { toIso } from '#kernel/time.ts'
import { phrasesFor } from '../phrases.ts'
import { isPicked, type Request } from '../request.ts'
import { sayAssumed, sayEvent } from '../say.ts'
import { askUnclear } from './ask.ts'
import { spanOf } from './busy.ts'
import type { Facts, SchedulingPolicy } from './facts.ts'
import { findTime } from './find-time.ts'
import type { Interval } from './interval.ts'
import { legsAt, moveLegs } from './legs.ts'
import { movedTooOften, tooLate } from './outsider.ts'
import { place } from './place.ts'
import { propose, untoldOf } from './propose.ts'
import { searchOf } from './search-of.ts'
import { meansSeries, noteOne } from './series.ts'
import { moveSeries } from './series-change.ts'
import { momentsOf, targetOf } from './target.ts'
import { isRuling, theOne } from './the-one.ts'

/** An event to another time, or to another length. */
export function decideMove(request: Request, facts: Facts, policy: SchedulingPolicy): RulingDraft {
  const event = theOne(request, facts)
  if (isRuling(event)) return event
  const unclear = askUnclear(request, { ...facts, doubts: [] })
  if (unclear) return unclear
  if (meansSeries(request, event)) return moveSeries(request, event, facts, policy)
  const late = tooLate(event, facts, policy)
  if (late) return late

  const target = targetOf(request, event)
  if (!target) return askWhere(event, request, facts, policy)
  if ('window' in target) return offerIn({ ...request, when: target.window }, event, facts, policy)
  const { span } = target
  if (isThere(event, span)) return { type: 'answer', text: phrasesFor(facts).thereAlready(sayEvent(event, facts)) }
  return place(
    {
      span,
      seats: facts.seats,
      search: searchOf(request, event, facts, policy),
      overlap: request.overlap,
      offered: request.when !== null && isPicked(request.when),
      verb: 'Move',
      ignore: [event.id, ...legsAt(event, facts).map((leg) => leg.id)],
      title: event.title,
      act: (overlap, before) => move(event, span, request, facts, policy, { overlap, before }),
    },
    facts,
    policy,
  )
}

const isThere = (event: CalendarEvent, span: Interval): boolean => {
  const { startMs, endMs } = spanOf(event)
  return startMs === span.startMs && endMs === span.endMs
}

function move(
  event: CalendarEvent,
  span: Interval,
  request: Request,
  facts: Facts,
  policy: SchedulingPolicy,
  { overlap, before = [] }: { overlap: boolean; before?: Proposed[] | undefined },
) {
  const legs = moveLegs(event, span, facts, policy)
  const actions: Proposed[] = [
    ...before,
    ...legs.before,
    {
      kind: 'calendar.move',
      args: { id: event.id, version: event.version, ...momentsOf(span, event, toIso), overlap },
      because: 'asked to move it',
    },
    ...legs.after,
  ]
  const assumed = request.when ? sayAssumed(request.when, span.startMs, facts) : []
  const notes = [...assumed, ...noteOne(event, request, facts)]
  const untold = untoldOf([event.organizer, ...event.attendees.map((one) => one.address)], facts)
  return { actions, ruling: movedTooOften(event, actions, facts, policy) ?? propose(actions, notes, facts, untold) }
}

/** A window rather than a time: the best times in it; where the event is now is no other time. */
function offerIn(request: Request, event: CalendarEvent, facts: Facts, policy: SchedulingPolicy): RulingDraft {
  return findTime(
    {
      what: quoted(event.title),
      seats: facts.seats,
      search: searchOf(request, event, facts, policy),
      offer: policy.defaults.offer,
      how: request.earliest ? 'first' : request.choose ? 'best' : 'offer',
      unchecked: request.unchecked,
      settle: (slot) => move(event, slot, request, facts, policy, { overlap: false }).ruling,
    },
    facts,
    policy,
  )
}

function askWhere(event: CalendarEvent, request: Request, facts: Facts, policy: SchedulingPolicy): RulingDraft {
  const offered = offerIn(request, event, facts, policy)
  if (offered.type !== 'ask') return offered
  return { ...offered, question: { ...offered.question, text: phrasesFor(facts).whenInstead(sayEvent(event, facts)) } }
}
