import { quoted } from '#kernel/display.ts'
import type { CalendarEvent } from '#kernel/event.ts'
import type { Proposed, RulingDraft } from '#kernel/ruling.ts'
import { DAY_MS } from '#kernel/units.ts'
import { phrasesFor } from '../phrases.ts'
import { isPicked, type Request } from '../request.ts'
import { sayAssumed, sayLength, sayList, saySlot, sayWith } from '../say.ts'
import { ask, askUnclear } from './ask.ts'
import type { Block } from './busy.ts'
import { unmetCondition } from './condition.ts'
import { type Facts, isMember, nameOf, type SchedulingPolicy } from './facts.ts'
import { findTime } from './find-time.ts'
import { explained } from './grounds.ts'
import { decideInsisted } from './insist.ts'
import type { Interval } from './interval.ts'
import { asLastTime } from './last-time.ts'
import { bookLegs, cancelLeg, yieldingLegs } from './legs.ts'
import { type Meeting, meetingOf } from './meeting.ts'
import { place } from './place.ts'
import { createMeeting, propose, untoldOf } from './propose.ts'
import { bookSeries } from './series-book.ts'
import { nearby, statedSpan } from './stated.ts'
import { searchFor } from './wanted.ts'
import { wholeDays } from './whole-days.ts'
import { askWhoseTime } from './whose-time.ts'

/** A meeting to be put into the calendar: at the stated time, or at one that is found. */
export function decideBook(request: Request, facts: Facts, policy: SchedulingPolicy): RulingDraft {
  if (!request.asLastTime || request.when || facts.doubts.length > 0) return bookAt(request, facts, policy)
  const last = asLastTime(request, facts, policy)
  if ('type' in last) return last
  const ruling = bookAt(last.request, facts, policy)
  return ruling.type === 'propose' ? { ...ruling, notes: [last.note, ...(ruling.notes ?? [])] } : ruling
}

/** What was ruled out is taken, for everybody. */
function withoutExcluded(request: Request, facts: Facts): Facts {
  if (request.excluded.length === 0) return facts
  const blocks = request.excluded.map(
    (span): Block => ({ ...span, what: 'hold', title: null, event: null, location: null }),
  )
  const seats = facts.seats.map((seat) => ({
    ...seat,
    busy: { ...seat.busy, firm: [...seat.busy.firm, ...blocks].sort((a, b) => a.startMs - b.startMs) },
  }))
  return { ...facts, seats }
}

function bookAt(request: Request, known: Facts, policy: SchedulingPolicy): RulingDraft {
  const facts = withoutExcluded(request, known)
  const whose = askWhoseTime(request, facts, meetingOf(request, facts, policy).lengthMs)
  const unclear = whose ?? askUnclear(request, facts) ?? unmetCondition(request, facts)
  if (unclear) return unclear
  if (request.recurrence === '' || (request.recurrence !== null && !isAnchored(request, facts))) {
    return ask(phrasesFor(facts).howOften, ['when'])
  }
  const meeting = meetingOf(request, facts, policy)
  if (request.recurrence && request.when && isMember(facts))
    return bookSeries({ ...request, recurrence: request.recurrence, when: request.when }, meeting, facts, policy)
  const days = wholeDays(request, facts, policy)
  if (days) return days
  const search = searchFor(request, meeting, facts, policy)
  const settle = (span: Interval, how: Pick<How, 'because'> & Partial<How>) =>
    book(request, meeting, span, facts, policy, { overlap: false, before: [], yielding: [], ...how })
  const because = (span: Interval, why: string) => explained(why, span, facts.seats, search, facts)

  const stated = request.when && statedSpan(request, request.when, meeting.lengthMs)
  const insisted = decideInsisted(
    request,
    search,
    stated,
    facts,
    (span) => settle(span, { because: 'they insist on it' }).actions,
  )
  if (insisted) return insisted
  if (!stated) {
    return findTime(
      {
        what: sayWhat(request, meeting, facts),
        seats: facts.seats,
        search,
        offer: policy.defaults.offer,
        how: request.earliest ? 'first' : request.choose ? 'best' : 'offer',
        unchecked: request.unchecked,
        settle: (slot) =>
          settle(slot, {
            because: because(
              slot,
              request.earliest ? 'the first time everybody is free' : 'the best time for everybody',
            ),
          }).ruling,
      },
      facts,
      policy,
    )
  }
  if (stated.startMs < facts.nowMs) {
    return ask(phrasesFor(facts).passed(saySlot(stated, facts)), ['when'])
  }
  const span = request.when?.approximate ? nearby(stated, search, facts.seats) : stated
  const yielding = yieldingLegs(span, search.ways.where, facts, policy)
  const offered = request.when !== null && isPicked(request.when)
  return place(
    {
      span,
      seats: facts.seats,
      search,
      overlap: request.overlap,
      offered,
      title: meeting.title,
      verb: 'Book',
      ignore: yielding.map((leg) => leg.id),
      act: (overlap, before = []) =>
        settle(span, {
          because: offered ? because(span, 'picked from the times offered') : 'the time was stated',
          overlap,
          before: [...before, ...yielding.map(cancelLeg)],
          yielding,
        }),
    },
    facts,
    policy,
  )
}

/** A series that says on which days it comes is asked for its time alone; of an outsider the time is asked too. */
const isAnchored = ({ when }: Request, facts: Facts): boolean =>
  when !== null && (when.clocked || (isMember(facts) && when.dated && when.endMs - when.startMs < 2 * DAY_MS))

interface How {
  because: string
  overlap: boolean
  /** What has to be done first. */
  before: Proposed[]
  /** Ways of other meetings that this one makes needless. */
  yielding: readonly CalendarEvent[]
}

function book(
  request: Request,
  meeting: Meeting,
  span: Interval,
  facts: Facts,
  policy: SchedulingPolicy,
  { before, yielding, ...how }: How,
) {
  const what = { title: meeting.title, location: request.location, recurrence: request.recurrence }
  const ids = yielding.map((leg) => leg.id)
  const legs = request.recurrence === null ? bookLegs(request.location, span, facts, policy, ids) : []
  const actions = [...before, createMeeting(what, span, facts, how), ...legs]
  const notes = request.when ? sayAssumed(request.when, span.startMs, facts) : []
  const untold = untoldOf(
    facts.guests.map((guest) => guest.address),
    facts,
  )
  return { actions, ruling: propose(actions, notes, facts, untold) }
}

/** `a 30 min meeting with Sam` */
function sayWhat(request: Request, meeting: Meeting, facts: Facts): string {
  const table = [...facts.seats.map((seat) => seat.address), ...facts.guests.map((guest) => guest.address)]
  const others = table.filter((address) => !facts.own.includes(address)).map((address) => nameOf(facts, address))
  const say = phrasesFor(facts)
  const length = sayLength(meeting.lengthMs, facts)
  const plain = request.type ? say.what.typed(request.type.replaceAll('_', ' '), length) : say.what.plain(length)
  const what = request.title ? say.what.titled(quoted(meeting.title), length) : plain
  const team = !isMember(facts) && others.length > 3 ? say.team : sayList(others, facts)
  return others.length > 0 ? what + sayWith(team, facts) : what
}
