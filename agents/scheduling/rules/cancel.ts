import { quoted } from '#kernel/display.ts'
import { type CalendarEvent, isAllDay } from '#kernel/event.ts'
import type { Proposed, RulingDraft } from '#kernel/ruling.ts'
import { phrasesFor } from '../phrases.ts'
import type { Request } from '../request.ts'
import { sayDay, sayEvent, sayList, sayNear } from '../say.ts'
import { ALL_OF_THEM, ask, CANCEL_IT, choice, eventValue, keeping, timeChoice } from './ask.ts'
import { sitsAt, spanOf } from './busy.ts'
import { type Facts, isMember, type SchedulingPolicy } from './facts.ts'
import { cancelLegs } from './legs.ts'
import { isDay, meant } from './meant.ts'
import { tooLate } from './outsider.ts'
import { nearSlots } from './place.ts'
import { propose, untoldOf } from './propose.ts'
import { searchOf } from './search-of.ts'
import { type Ahead, aheadOf, meansSeries, noteOne, seriesIdOf } from './series.ts'
import { endOf, endSeries } from './series-change.ts'
import { isRuling, none, theOne } from './the-one.ts'

/** A meeting with at least this many people goes on without one who only attends it. */
const GOES_ON_WITH = 3

/** One event, or everything that fits ("cancel everything friday"): own ones are called off, others' are declined. */
export function decideCancel(request: Request, facts: Facts, policy: SchedulingPolicy): RulingDraft {
  if (request.which?.all) return cancelAll(request, facts, policy)
  const event = theOne(request, facts)
  if (isRuling(event)) return event
  if (meansSeries(request, event) && !request.cannotCome) return endSeries(request, event, facts)
  const late = tooLate(event, facts, policy)
  if (late) return late
  if (isMember(facts) && onlyAttends(event, facts) && (request.cannotCome || request.declines))
    return propose(
      [decline(event, facts), ...cancelLegs(event, facts, facts.own)],
      noteOne(event, request, facts),
      facts,
    )
  if (request.cannotCome) return cancelOrMove(request, event, facts, policy)
  const dates = datesIn(event, request, facts)
  if (dates.length > 1) return askDates(dates, facts)
  const notes = noteOne(event, request, facts)
  return propose([cancel(event), ...cancelLegs(event, facts)], notes, facts, untoldAt(event, facts))
}

/** The dates of one series in a stretch that was named ("the standup this week"). */
function datesIn(event: CalendarEvent, request: Request, facts: Facts): CalendarEvent[] {
  const { which } = request
  const stretch = which?.when && !which.when.clocked && which.ordinal === null && which.id === null
  if (!stretch || event.series === null || !isMember(facts)) return []
  return meant(request, facts).filter((one) => one.series === event.series && spanOf(one).startMs > facts.nowMs)
}

function askDates(dates: readonly CalendarEvent[], facts: Facts): RulingDraft {
  const [first] = dates
  const days = dates.map((one) => sayDay(spanOf(one).startMs, facts))
  return ask(
    `${quoted(first?.title ?? '')} comes ${dates.length} times then: ${sayList(days, facts)}. Cancel all of them, or which one?`,
    ['which'],
    [
      choice(`All ${dates.length}`, ALL_OF_THEM),
      ...dates.slice(0, 7).map((one, at) => choice(days[at] ?? '', eventValue(one.id))),
    ],
  )
}

/** "Can't make it": to cancel and to move are one tap each. */
function cancelOrMove(request: Request, event: CalendarEvent, facts: Facts, policy: SchedulingPolicy): RulingDraft {
  const near = nearSlots(
    { span: spanOf(event), seats: facts.seats, search: searchOf(request, event, facts, policy) },
    8,
  )
  const slots = near.filter((slot) => slot.startMs >= spanOf(event).endMs).slice(0, 2)
  const say = phrasesFor(facts)
  const times = slots.length > 0 ? sayNear(slots, spanOf(event).startMs, facts) : null
  const asked = ask(
    say.cancelOrMove(sayEvent(event, facts), times),
    ['which', 'when'],
    [choice(say.cancelIt, CANCEL_IT), ...slots.map((slot) => timeChoice(slot, facts))],
  )
  return keeping(asked, slots, facts)
}

function cancelAll(request: Request, facts: Facts, policy: SchedulingPolicy): RulingDraft {
  const { which } = request
  if (which && !which.when && which.words === '' && facts.named.length === 0 && facts.doubts.length === 0) {
    return ask(phrasesFor(facts).cancelWhen, ['which'])
  }
  const events = meant(request, facts).filter((event) => !isDay(event) && !reachesBeyond(event, request))
  const mine = events.filter((event) => facts.own.some((address) => sitsAt(event, address)))
  if (mine.length === 0) return none(request, facts)
  const late = mine.map((event) => tooLate(event, facts, policy)).find((ruling) => ruling !== null)
  if (late) return late
  const declined = (event: CalendarEvent) => isMember(facts) && onlyAttends(event, facts)
  const legs = mine
    .flatMap((event) => cancelLegs(event, facts, declined(event) ? facts.own : null))
    .filter((leg) => !mine.some((one) => one.id === leg.args.id))
  const ends = which?.when === null || which?.scope === 'following' ? endings(mine, request, facts) : new Map()
  const actions = mine
    .filter((event) => !ends.has(seriesIdOf(event)))
    .map((event) => (declined(event) ? decline(event, facts) : cancel(event)))
    .concat(legs)
    .concat([...ends.values()])
    .slice(0, 50)
  const untold = mine.flatMap((event) => untoldAt(event, facts))
  return propose(actions, [], facts, [...new Set(untold)])
}

/** Whole days that go on outside the stretch that was named ("Release week" on a Friday): they are not of that day alone. */
function reachesBeyond(event: CalendarEvent, { which }: Request): boolean {
  const { when, words } = which ?? {}
  if (!when || words !== '' || !isAllDay(event)) return false
  const { startMs, endMs } = spanOf(event)
  return startMs < when.startMs || endMs > when.endMs
}

/** "All standups" that are dates of one series are that series from now on: called off, or declined where it goes on without the asker. */
function endings(events: readonly CalendarEvent[], request: Request, facts: Facts): Map<string | null, Proposed> {
  const ends = new Map<string | null, Proposed>()
  for (const event of events) {
    const id = seriesIdOf(event)
    if (id === null || ends.has(id) || !isMember(facts)) continue
    const ahead = aheadOf(event, request, facts)
    if (ahead) ends.set(id, onlyAttends(event, facts) ? declineFrom(ahead, facts) : endOf(ahead))
  }
  return ends
}

/** The action that calls an event off. */
export const cancel = (event: CalendarEvent): Proposed => ({
  kind: 'calendar.cancel',
  args: { id: event.id, version: event.version },
  because: 'asked to cancel it',
})

const decline = (event: CalendarEvent, facts: Facts): Proposed => ({
  kind: 'calendar.update',
  args: {
    id: event.id,
    version: event.version,
    change: { attendees: declinedBy(facts, event) },
  },
  because: 'somebody else called it, and it can go on without the asker',
})

const declineFrom = ({ series, from }: Ahead, facts: Facts): Proposed => ({
  kind: 'calendar.split',
  args: {
    id: series.id,
    version: series.version,
    from,
    change: { attendees: declinedBy(facts, series) },
    overlap: true,
  },
  because: 'somebody else called it, and it can go on without the asker',
})

const declinedBy = (facts: Facts, { attendees }: CalendarEvent) =>
  attendees.map((one) => (facts.own.includes(one.address) ? { ...one, reply: 'declined' as const } : one))

function onlyAttends(event: CalendarEvent, facts: Facts): boolean {
  const table = new Set([event.organizer, ...event.attendees.map((one) => one.address)])
  return !facts.own.includes(event.organizer) && table.size >= GOES_ON_WITH
}

const untoldAt = (event: CalendarEvent, facts: Facts): string[] =>
  untoldOf([event.organizer, ...event.attendees.map((one) => one.address)], facts)
