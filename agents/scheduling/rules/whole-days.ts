import { DateTime } from 'luxon'
import type { RulingDraft } from '#kernel/ruling.ts'
import { DAY_MS } from '#kernel/units.ts'
import type { Request, Wish } from '../request.ts'
import { type Facts, isMember, type SchedulingPolicy } from './facts.ts'
import { type Meeting, meetingOf } from './meeting.ts'
import { createMeeting, propose, untoldOf } from './propose.ts'

/**
 * "An all-day offsite with Sam on 7 December": days, not a time in them. They say where people are and take nobody's time, so
 * nothing has to be free; null where a time is meant, or somebody outside the team asks.
 */
export function wholeDays(request: Request, facts: Facts, policy: SchedulingPolicy): RulingDraft | null {
  const { when, allDay } = request
  if (!allDay || !when?.wholeDays || !isMember(facts) || when.endMs <= facts.nowMs) return null
  const meeting = meetingOf(request, facts, policy)
  const untold = untoldOf(
    facts.guests.map((guest) => guest.address),
    facts,
  )
  return propose([inDays(meeting, request, when, facts)], [], facts, untold)
}

function inDays({ title }: Meeting, { location, recurrence }: Request, when: Wish, facts: Facts) {
  const proposed = createMeeting({ title, location, recurrence }, when, facts, {
    overlap: true,
    because: 'asked for whole days',
  })
  const { event, overlap } = proposed.args as { event: object; overlap: boolean }
  return { ...proposed, args: { event: { ...event, ...datesOf(when) }, overlap } }
}

/** The dates of a stretch on the wall it was said on, the end exclusive. */
export function datesOf({ startMs, endMs, zone }: Pick<Wish, 'startMs' | 'endMs' | 'zone'>): {
  start: string
  end: string
} {
  const date = (ms: number) => DateTime.fromMillis(ms, { zone }).toISODate() ?? ''
  const lastMs = Math.max(endMs, startMs + DAY_MS / 2)
  return { start: date(startMs), end: date(lastMs + (lastMs === endMs ? 0 : DAY_MS)) }
}
