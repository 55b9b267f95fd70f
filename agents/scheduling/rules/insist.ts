import type { Proposed, RulingDraft } from '#kernel/ruling.ts'
import { forTeam, phrasesFor } from '../phrases.ts'
import type { Request } from '../request.ts'
import { saySlot } from '../say.ts'
import { ask, keeping, timeChoice } from './ask.ts'
import { atMinute, daysOf } from './days.ts'
import { type Facts, isMember, nameOf } from './facts.ts'
import { type Interval, overlaps } from './interval.ts'
import { worksAt } from './obstacles.ts'
import type { SlotSearch } from './search.ts'
import { findSlots } from './slots.ts'

/**
 * An outsider who was offered times inside working hours and names one outside them again: for a VIP of the policy that is a
 * decision of the host, with everything ready; everybody else is told kindly, and offered the nearest times once more.
 */
export function decideInsisted(
  request: Request,
  search: SlotSearch,
  stated: Interval | null,
  facts: Facts,
  act: (span: Interval) => Proposed[],
): RulingDraft | null {
  if (!request.insists || isMember(facts)) return null
  const span = stated ?? firstInBounds(request, search, facts)
  const [host] = facts.seats
  if (!span || !host || facts.seats.every((seat) => worksAt(seat, span))) return null
  if (!facts.vip) {
    const { slots } = findSlots({ ...search, bounds: null }, facts.seats, 3)
    const near = slots.length > 0 ? slots : []
    const said = phrasesFor(facts).outsideHours(saySlot(span, facts))
    return keeping(
      ask(
        said,
        ['when'],
        near.map((slot) => timeChoice(slot, facts)),
      ),
      near,
      facts,
    )
  }
  const who = facts.principal.name ?? nameOf(facts, facts.me)
  return {
    type: 'flag',
    reason: 'AUTHORITY',
    headline: `Book ${saySlot(span, forTeam(facts))} for ${who}, outside working hours?`,
    rule: 'vip: who insists on a time outside working hours is put to their host',
    evidence: [{ text: `"${request.when?.text || 'the hours they named'}", asked for again`, source: 'message' }],
    actions: act(span),
    reply: phrasesFor(facts).hostAnswers(host.name),
    owner: host.address,
  }
}

/** The first time within the hours they named at which nobody at the table has anything. */
function firstInBounds(request: Request, search: SlotSearch, facts: Facts): Interval | null {
  const { bounds } = request
  if (!bounds) return null
  for (const day of daysOf(facts.zone, search.fromMs, search.toMs)) {
    const latestMs = atMinute(day, bounds.toMinute) - search.lengthMs
    for (let startMs = atMinute(day, bounds.fromMinute); startMs <= latestMs; startMs += search.stepMs) {
      const span = { startMs, endMs: startMs + search.lengthMs }
      const taken = facts.seats.some((seat) => seat.busy.firm.some((block) => overlaps(block, span)))
      if (startMs >= search.fromMs && !taken) return span
    }
  }
  return null
}
