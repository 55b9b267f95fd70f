import type { CalendarEvent } from '#kernel/event.ts'
import type { RulingDraft } from '#kernel/ruling.ts'
import { phrasesFor } from '../phrases.ts'
import { picked, type Request } from '../request.ts'
import { sayEvent, sayList } from '../say.ts'
import { ask } from './ask.ts'
import { sitsAt, spanOf } from './busy.ts'
import { type Facts, isMember, nameOf, type SchedulingPolicy } from './facts.ts'
import { isDay } from './meant.ts'
import { onNextWeekday } from './target.ts'

/** "Same time as last time": when that is, with what it follows from, or the question when it shall be. */
export function asLastTime(
  request: Request,
  facts: Facts,
  policy: SchedulingPolicy,
): { request: Request; note: string } | RulingDraft {
  const last = lastMeeting(facts)
  const say = phrasesFor(facts)
  if (!last)
    return ask(
      say.noEarlier(
        sayList(
          others(facts).map((one) => nameOf(facts, one)),
          facts,
        ),
      ),
      ['when'],
    )
  const { startMs, endMs } = spanOf(last)
  const fromMs = facts.nowMs + (isMember(facts) ? 0 : policy.defaults.noticeMs)
  const nextMs = onNextWeekday(startMs, facts.zone, fromMs)
  const lengthMs = request.lengthMs ?? endMs - startMs
  const when = picked(nextMs, nextMs + lengthMs, facts.zone)
  return { request: { ...request, when, lengthMs, asLastTime: false }, note: say.lastTime(sayEvent(last, facts)) }
}

/** The latest meeting that was held with everybody who is named; with a host where an outsider names nobody. */
function lastMeeting(facts: Facts): CalendarEvent | undefined {
  const table = others(facts)
  return facts.events
    .filter((event) => event.status !== 'cancelled' && !isDay(event) && spanOf(event).endMs <= facts.nowMs)
    .filter((event) => facts.own.some((own) => sitsAt(event, own)))
    .filter((event) => (table.length > 0 ? table.every((one) => sitsAt(event, one)) : event.attendees.length > 0))
    .sort((a, b) => spanOf(a).startMs - spanOf(b).startMs)
    .at(-1)
}

const others = (facts: Facts): readonly string[] =>
  facts.named.length > 0 || isMember(facts) ? facts.named : facts.seats.slice(0, 1).map((seat) => seat.address)
