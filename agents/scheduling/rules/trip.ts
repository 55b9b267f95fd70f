import { DateTime } from 'luxon'
import { quoted } from '#kernel/display.ts'
import type { Proposed, RulingDraft } from '#kernel/ruling.ts'
import { toIso } from '#kernel/time.ts'
import { DAY_MS, sayDuration } from '#kernel/units.ts'
import { cityIn } from '#language/when/zones.ts'
import type { Request, Wish } from '../request.ts'
import { sayClock, sayDay, saySlot } from '../say.ts'
import { ask } from './ask.ts'
import { type Facts, isMember, type SchedulingPolicy } from './facts.ts'
import { type Interval, overlaps } from './interval.ts'
import { propose } from './propose.ts'

type Trip = NonNullable<Request['trip']>

/**
 * "I fly to Berlin Monday 7:40, back Wednesday night": the way is kept busy, and the days become a working place there, which
 * puts the person on its clock. What is not known is said rather than guessed.
 */
export function decideTrip(request: Request, facts: Facts, policy: SchedulingPolicy): RulingDraft {
  const { trip } = request
  if (!isMember(facts))
    return { type: 'refuse', text: 'Only the team plans its journeys here.', rule: 'own calendar only' }
  if (!trip) return ask('Where do you go, and when?', ['where', 'when'])
  const { back } = trip
  const out = trip.out ?? request.when
  if (!out) return ask(`When do you go to ${trip.place}?`, ['when'])
  const zone = cityIn(trip.place)?.zone ?? null
  const ways = trip.moves ? waysOf({ ...trip, out }, policy.travel.flightMs) : []
  const lastMs = back?.endMs ?? (trip.moves && out.endMs - out.startMs < DAY_MS * 1.1 ? null : out.endMs)
  const days = lastMs === null ? null : { from: dateOf(out.startMs, out.zone), to: dateAfter(lastMs, out.zone) }
  const actions = [
    ...ways.map((way) =>
      event(facts, { ...way, zone: facts.zone, kind: 'travel', shows: 'busy' }, 'said to be travelling'),
    ),
    ...(days
      ? [
          event(
            facts,
            {
              title: `In ${trip.place}`,
              start: days.from,
              end: days.to,
              zone: zone ?? facts.zone,
              kind: 'working_location',
              shows: 'free',
              location: trip.place,
            },
            'said to be there',
          ),
        ]
      : []),
  ]
  if (actions.length === 0) return ask(`When do you leave for ${trip.place}, and when are you back?`, ['when'])
  return propose(actions, notesOf({ ...trip, out }, zone, days !== null, ways, facts, policy), facts)
}

interface Way extends Interval {
  readonly title: string
  readonly start: string
  readonly end: string
}

/** The ways whose time is known: out from when it begins, back until one is home again. */
function waysOf({ place, out, back }: Trip, flightMs: number): Way[] {
  const way = (title: string, startMs: number): Way => ({
    title,
    startMs,
    endMs: startMs + flightMs,
    start: toIso(startMs),
    end: toIso(startMs + flightMs),
  })
  return [
    ...(out?.clocked ? [way(`Travel to ${place}`, out.startMs)] : []),
    ...(back?.clocked ? [way(`Travel back from ${place}`, back.startMs - flightMs)] : []),
  ]
}

function notesOf(
  { place, moves, out, back }: Trip,
  zone: string | null,
  stays: boolean,
  ways: readonly Way[],
  facts: Facts,
  policy: SchedulingPolicy,
): string[] {
  const notes: string[] = []
  if (moves && out?.clocked)
    notes.push(
      `Took ${sayClock(out.startMs, facts.zone)} for when you leave, and ${sayDuration(policy.travel.flightMs)} for the way.`,
    )
  if (moves && out && !out.clocked)
    notes.push(`I do not know when you leave on ${sayDay(out.startMs, facts)}, so nothing is blocked for the way.`)
  if (moves && back && !back.clocked)
    notes.push(
      `I do not know when you come back on ${sayDay(back.startMs, facts)}, so nothing is blocked for the way back.`,
    )
  if (!stays) notes.push(`Tell me when you are back, and you are on the clock of ${place} until then.`)
  else if (zone === null)
    notes.push(`I do not know what time zone ${place} keeps, so your hours stay on ${facts.zone}.`)
  else if (zone !== facts.zone) notes.push(`Your hours are on the clock of ${zone} on those days.`)
  for (const block of facts.seats.find((seat) => seat.address === facts.me)?.busy.firm ?? []) {
    if (block.title !== null && ways.some((way) => overlaps(way, block)))
      notes.push(`You have ${quoted(block.title)} then (${saySlot(block, facts)}).`)
  }
  return notes
}

function event(
  facts: Facts,
  what: {
    title: string
    start: string
    end: string
    zone: string
    kind: 'travel' | 'working_location'
    shows: 'busy' | 'free'
    location?: string
  },
  because: string,
): Proposed {
  const { title, start, end, zone, kind, shows, location = null } = what
  return {
    kind: 'calendar.create',
    args: {
      event: {
        title,
        start,
        end,
        zone,
        organizer: facts.me,
        attendees: [],
        location,
        description: null,
        kind,
        shows,
        status: 'confirmed',
        recurrence: null,
      },
      overlap: true,
    },
    because,
  }
}

const dateOf = (ms: number, zone: Wish['zone']): string => DateTime.fromMillis(ms, { zone }).toISODate() ?? ''

/** The day after the one that holds the last moment. */
const dateAfter = (endMs: number, zone: Wish['zone']): string =>
  DateTime.fromMillis(endMs - 1, { zone })
    .plus({ days: 1 })
    .toISODate() ?? ''
