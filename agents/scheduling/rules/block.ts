import { quoted } from '#kernel/display.ts'
import type { Proposed, RulingDraft } from '#kernel/ruling.ts'
import { toIso } from '#kernel/time.ts'
import { phrasesFor } from '../phrases.ts'
import type { Request } from '../request.ts'
import { sayAssumed, sayClock, saySlot } from '../say.ts'
import { ANYWAY, AROUND, ask, askUnclear, choice } from './ask.ts'
import type { Facts, SchedulingPolicy } from './facts.ts'
import { findTime } from './find-time.ts'
import { type Interval, intersect, merge, overlaps, subtract } from './interval.ts'
import { meetingOf } from './meeting.ts'
import { workingTimes } from './openings.ts'
import { propose } from './propose.ts'
import type { Seat } from './seat.ts'
import { statedSpan } from './stated.ts'
import { searchFor } from './wanted.ts'
import { daysWhere } from './whereabouts.ts'
import { datesOf } from './whole-days.ts'

/** Absences that take whole days and are no work. */
const AWAY = new Set([
  'holiday',
  'vacation',
  'pto',
  'ooo',
  'sick',
  'leave',
  'out of office',
  'day off',
  'time off',
  'off',
])

/** Blocks of one request. */
const MOST_BLOCKS = 50

/** Time kept free for the asker alone: part of a day for work, or whole days away. */
export function decideBlock(request: Request, facts: Facts, policy: SchedulingPolicy): RulingDraft {
  const unclear = askUnclear(request, { ...facts, doubts: [] })
  if (unclear) return unclear
  const [me] = facts.seats.filter((seat) => seat.address === facts.me)
  const { when } = request
  if (!me) return { type: 'refuse', text: phrasesFor(facts).onlyTeamBlocks, rule: 'own calendar only' }
  if (!when) return ask('Which time shall I block?', ['when'])
  if (when.endMs <= facts.nowMs) return ask(`${saySlot(when, facts)} has passed. Which time shall I block?`, ['when'])
  const away = request.type !== null && AWAY.has(request.type)
  if (when.wholeDays && (away || request.lengthMs === null)) return blockDays(request, facts, away)

  const meeting = meetingOf(request, facts, policy)
  const stated = when.clocked ? statedSpan(request, when, meeting.lengthMs) : null
  if (!stated && request.lengthMs !== null) return findBlock(request, me, facts, policy)
  const spans = stated ? [stated] : workOf(when, me)
  const busy = me.busy.firm.filter((block) => spans.some((span) => overlaps(block, span)))
  if (busy.length === 0 || request.overlap) return blockSpans(request, spans, facts, request.overlap)
  const free = subtract(spans, merge(busy))
  if (request.around && free.length > 0) return blockSpans(request, free, facts, false)
  const what = busy.map(
    (block) =>
      `${block.title ? quoted(block.title) : 'something'} ${sayClock(block.startMs, facts.zone)}-${sayClock(block.endMs, facts.zone)}`,
  )
  return ask(
    `You have ${what.join(' and ')} then. Block around it, or block it all the same?`,
    ['when'],
    [...(free.length > 0 ? [choice('Block around it', AROUND)] : []), choice('Block it all the same', ANYWAY)],
  )
}

/** A part of a day is the working part of it; outside working hours it is taken as said. */
function workOf(when: Interval, me: Seat): Interval[] {
  const worked = intersect([when], workingTimes(me, daysWhere(me, when.startMs, when.endMs)))
  return worked.length > 0 ? worked : [{ startMs: when.startMs, endMs: when.endMs }]
}

function blockSpans(request: Request, spans: readonly Interval[], facts: Facts, overlap: boolean): RulingDraft {
  const actions = spans
    .slice(0, MOST_BLOCKS)
    .map((span) => action(request, facts, { start: toIso(span.startMs), end: toIso(span.endMs) }, 'focus', overlap))
  const [first] = spans
  return propose(actions, request.when && first ? sayAssumed(request.when, first.startMs, facts) : [], facts)
}

function blockDays(request: Request, facts: Facts, away: boolean): RulingDraft {
  const { when } = request
  if (!when) return ask('Which days shall I block?', ['when'])
  return propose([action(request, facts, datesOf(when), away ? 'out_of_office' : 'focus', true)], [], facts)
}

function findBlock(request: Request, me: Seat, facts: Facts, policy: SchedulingPolicy): RulingDraft {
  const meeting = { ...meetingOf(request, facts, policy), energy: 'deep' as const, bufferBeforeMs: 0, bufferAfterMs: 0 }
  return findTime(
    {
      what: quoted(titleOf(request)),
      seats: [me],
      search: searchFor(request, meeting, facts, policy),
      offer: policy.defaults.offer,
      how: request.earliest ? 'first' : request.choose ? 'best' : 'offer',
      unchecked: request.unchecked,
      settle: (slot) => blockSpans(request, [slot], facts, false),
    },
    facts,
    policy,
  )
}

function action(
  request: Request,
  facts: Facts,
  when: { start: string; end: string },
  kind: 'focus' | 'out_of_office',
  overlap: boolean,
): Proposed {
  return {
    kind: 'calendar.create',
    args: {
      event: {
        title: titleOf(request),
        ...when,
        zone: facts.zone,
        organizer: facts.me,
        attendees: [],
        location: request.location,
        description: null,
        kind,
        shows: 'busy',
        status: 'confirmed',
        recurrence: request.recurrence,
      },
      overlap,
    },
    because: 'asked to keep the time free',
  }
}

function titleOf(request: Request): string {
  if (request.title) return request.title.text
  if (request.type) return request.type.charAt(0).toUpperCase() + request.type.slice(1)
  return 'Focus time'
}
