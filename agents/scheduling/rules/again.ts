import { DateTime } from 'luxon'
import type { CalendarEvent } from '#kernel/event.ts'
import type { RulingDraft } from '#kernel/ruling.ts'
import { DAY_MS } from '#kernel/units.ts'
import { phrasesFor } from '../phrases.ts'
import type { Request, Wish } from '../request.ts'
import { sayAssumed, sayEvent } from '../say.ts'
import { ask } from './ask.ts'
import { spanOf } from './busy.ts'
import { type Facts, nameOf, type SchedulingPolicy } from './facts.ts'
import type { Interval } from './interval.ts'
import { place } from './place.ts'
import { createMeeting, propose, untoldOf } from './propose.ts'
import { searchOf } from './search-of.ts'
import { isRuling, theOne } from './the-one.ts'

/** A stretch of more days names none in which the weekday comes once. */
const LONGEST_MS = 8 * DAY_MS

/** "Same again next week": the meeting that was just spoken of once more, its people, name, length and hour kept. */
export function decideAgain(request: Request, facts: Facts, policy: SchedulingPolicy): RulingDraft {
  const event = theOne(request, facts)
  if (isRuling(event)) return event
  const { when } = request
  if (when && when.endMs - when.startMs > LONGEST_MS)
    return ask(phrasesFor(facts).whenInstead(sayEvent(event, facts)), ['when'])
  const span = spanAgain(event, when)
  if (span.startMs < facts.nowMs) return ask(phrasesFor(facts).whenInstead(sayEvent(event, facts)), ['when'])
  const table = { ...facts, guests: guestsOf(event, facts) }
  const what = { title: event.title, location: event.location, recurrence: null }
  return place(
    {
      span,
      seats: facts.seats,
      search: searchOf(request, event, facts, policy),
      overlap: request.overlap,
      offered: false,
      verb: 'Book',
      ignore: [],
      title: event.title,
      act: (overlap, before = []) => {
        const actions = [...before, createMeeting(what, span, table, { overlap, because: 'asked for once more' })]
        const untold = untoldOf(
          table.guests.map((guest) => guest.address),
          facts,
        )
        return { actions, ruling: propose(actions, when ? sayAssumed(when, span.startMs, facts) : [], facts, untold) }
      },
    },
    table,
    policy,
  )
}

/** The same weekday and hour in the stretch that is named, a week on without one; what a time does not say stays as it was. */
function spanAgain(event: CalendarEvent, when: Wish | null): Interval {
  const { startMs, endMs } = spanOf(event)
  const at = (start: DateTime): Interval => ({ startMs: start.toMillis(), endMs: start.toMillis() + endMs - startMs })
  const zone = when?.zone ?? event.zone
  const was = DateTime.fromMillis(startMs, { zone })
  if (!when) return at(was.plus({ weeks: 1 }))
  const wished = DateTime.fromMillis(when.startMs, { zone })
  if (when.clocked && !when.partOfDay) return at(when.dated ? wished : onDay(was.plus({ weeks: 1 }), wished))
  let day = wished
  if (when.endMs - when.startMs > 2 * DAY_MS) while (day.weekday !== was.weekday) day = day.plus({ days: 1 })
  return at(onDay(day, was))
}

const onDay = (day: DateTime, clock: DateTime): DateTime =>
  day.set({ hour: clock.hour, minute: clock.minute, second: 0, millisecond: 0 })

/** Those at the table who are not of the team. */
const guestsOf = (event: CalendarEvent, facts: Facts): Facts['guests'] =>
  event.attendees
    .filter(({ address, reply }) => !facts.team.includes(address) && reply !== 'declined')
    .map(({ address, name }) => ({ address, name: name ?? nameOf(facts, address) }))
