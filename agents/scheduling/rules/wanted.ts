import type { CalendarEvent } from '#kernel/event.ts'
import { DAY_MS, WEEK_MS } from '#kernel/units.ts'
import type { Window } from '#policy/spans.ts'
import type { Request, Wish } from '../request.ts'
import type { Block } from './busy.ts'
import { dayIn, minuteOf } from './days.ts'
import { type Facts, isMember, type SchedulingPolicy } from './facts.ts'
import type { Meeting } from './meeting.ts'
import type { SlotSearch } from './search.ts'
import { waysTo } from './travel.ts'

/** How far ahead times are offered where none was named. */
const DEFAULT_REACH_MS = 2 * WEEK_MS

/** Times an outsider is offered in their own zone unless they say otherwise: nobody calls at four in the morning. */
export const WAKING: Window = { fromMinute: 7 * 60, toMinute: 21 * 60 }

/** A part of a day, on the wall of whoever said it. */
export function partOf(wish: Wish): Window | null {
  if (!wish.partOfDay || wish.kind === 'point') return null
  const first = dayIn(wish.zone, wish.startMs)
  const fromMinute = minuteOf(first, wish.startMs)
  const toMinute = wish.endMs >= first.endMs ? 24 * 60 : minuteOf(first, wish.endMs)
  return fromMinute < toMinute ? { fromMinute, toMinute } : null
}

/** What times to look for, from the wish, the meeting and the policy. */
export function searchFor(request: Request, meeting: Meeting, facts: Facts, policy: SchedulingPolicy): SlotSearch {
  const { defaults } = policy
  const wish = request.when
  const part = wish && partOf(wish)
  const guarded = meeting.external || !isMember(facts)
  const earliestMs = facts.nowMs + (guarded ? defaults.noticeMs : 0)
  const horizonMs = facts.nowMs + defaults.horizonMs
  const reachMs = Math.min(horizonMs, earliestMs + DEFAULT_REACH_MS)
  const wishedFromMs = wish ? (part ? dayIn(wish.zone, wish.startMs).startMs : wish.startMs) : facts.nowMs
  const wishedToMs = wish ? (part ? dayIn(wish.zone, wish.startMs).endMs : wish.endMs) : reachMs
  const open = wish?.kind === 'open' && wish.endMs > wish.startMs + 90 * DAY_MS
  return {
    fromMs: Math.max(wishedFromMs, earliestMs),
    toMs: open
      ? Math.max(reachMs, wishedFromMs + WEEK_MS)
      : isMember(facts)
        ? wishedToMs
        : Math.min(wishedToMs, horizonMs),
    lengthMs: meeting.lengthMs,
    stepMs: defaults.stepMs,
    zone: facts.zone,
    part: part ?? meeting.usual,
    bounds: request.bounds ?? (isMember(facts) ? null : WAKING),
    bufferBeforeMs: meeting.bufferBeforeMs,
    bufferAfterMs: meeting.bufferAfterMs,
    protect: new Set(policy.protect),
    energy: meeting.energy,
    external: meeting.external || !isMember(facts),
    meal: meeting.meal,
    soon: false,
    ways: waysTo(meeting.location, policy.travel),
    movable: movableIn(facts, policy),
  }
}

/** Meetings of the team alone whose title names a type that the policy lets give way. */
export function movableEvents(facts: Pick<Facts, 'events' | 'team'>, policy: SchedulingPolicy): CalendarEvent[] {
  const types = Object.entries(policy.meetingTypes).filter(([, type]) => type.movable)
  const patterns = types
    .map(([name]) => name.replaceAll('_', ' '))
    .concat(types.some(([name]) => name === 'one_on_one') ? ['1:1'] : [])
  return facts.events
    .filter((event) => event.kind === 'event' && event.status === 'confirmed')
    .filter((event) => patterns.some((pattern) => event.title.toLowerCase().includes(pattern)))
    .filter((event) =>
      [event.organizer, ...event.attendees.map((one) => one.address)].every((address) => facts.team.includes(address)),
    )
}

function movableIn(facts: Facts, policy: SchedulingPolicy): (block: Block) => boolean {
  const movable = new Set(movableEvents(facts, policy).map((event) => event.id))
  return (block) => block.event !== null && movable.has(block.event)
}
