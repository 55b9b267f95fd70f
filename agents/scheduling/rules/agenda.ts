import { cleanLine } from '#kernel/display.ts'
import { type CalendarEvent, isAllDay } from '#kernel/event.ts'
import type { RulingDraft } from '#kernel/ruling.ts'
import { DAY_MS } from '#kernel/units.ts'
import { phrasesFor } from '../phrases.ts'
import type { Request, Wish } from '../request.ts'
import { sayClock, sayDay, sayEvent, sayFromTo, sayList, sayOthers, saySlot, sayTitle, sayWhen } from '../say.ts'
import { capital } from './ask.ts'
import { sitsAt, spanOf } from './busy.ts'
import { type Facts, isMember, nameOf } from './facts.ts'
import { type Interval, overlaps } from './interval.ts'
import { meant } from './meant.ts'
import { nameFits } from './names.ts'
import { none } from './the-one.ts'

/** A name of which every word stands in the title. */
const NAMED = 2

/** Longest agenda that is read out. */
const MOST_LINES = 20

/** What is on: one meeting that was asked for, or everything in a window. */
export function decideAgenda(request: Request, facts: Facts): RulingDraft {
  const { which } = request
  if (request.whose && isMember(facts) && facts.named.length > 0) return wholeDay(facts.named, request, facts)
  if (which && (which.ordinal !== null || which.words !== '' || facts.named.length > 0 || which.recent))
    return oneMeeting(request, facts)
  if (isMember(facts) && facts.doubts.length > 0) return withDoubted(request, facts)
  return wholeDay(facts.own, request, facts)
}

function wholeDay(addresses: readonly string[], request: Request, facts: Facts): RulingDraft {
  const span = windowOf(request.when, facts)
  const events = eventsOf(addresses, span, facts)
  const mine = addresses === facts.own
  const say = phrasesFor(facts)
  const who = sayList(
    addresses.map((address) => nameOf(facts, address)),
    facts,
  )
  const when = request.when ? sayWindow(span, facts) : say.twoWeeks
  if (events.length === 0) {
    const named = request.when ? when : null
    return { type: 'answer', text: mine ? say.nothingOn(named) : `${who} has nothing on ${named ?? `in ${when}`}.` }
  }
  const many = span.endMs - span.startMs > DAY_MS * 1.1
  const lines = events.slice(0, MOST_LINES).map((event) => `- ${line(event, facts, many)}`)
  const more = events.length > MOST_LINES ? [say.more(events.length - MOST_LINES)] : []
  return { type: 'answer', text: [mine ? `${capital(when)}:` : `${who}, ${when}:`, ...lines, ...more].join('\n') }
}

function oneMeeting(request: Request, facts: Facts): RulingDraft {
  const found = meant(request, facts)
  if (found.length === 0) return none(request, facts)
  if (found.length === 1) return { type: 'answer', text: `${found.map((event) => sayEvent(event, facts)).join('')}.` }
  const lines = found.slice(0, MOST_LINES).map((event) => `- ${sayEvent(event, facts)}`)
  return { type: 'answer', text: lines.join('\n') }
}

/** Meetings with somebody whom nobody knows, or of whom there are several: those whose title names them, or at which one of them sits. */
function withDoubted(request: Request, facts: Facts): RulingDraft {
  const found = eventsOf(facts.own, windowOf(request.when, facts), facts).filter((event) =>
    facts.doubts.some(
      ({ words, candidates }) =>
        nameFits(event.title, words) >= NAMED || candidates.some(({ address }) => sitsAt(event, address)),
    ),
  )
  if (found.length === 0) return none(request, facts)
  return {
    type: 'answer',
    text: found
      .slice(0, MOST_LINES)
      .map((event) => `- ${sayEvent(event, facts)}`)
      .join('\n'),
  }
}

/** Events that take part in a window, for anyone of the addresses; whole days first. */
export function eventsOf(addresses: readonly string[], span: Interval, facts: Facts): CalendarEvent[] {
  return facts.events
    .filter((event) => event.status !== 'cancelled' && addresses.some((address) => sitsAt(event, address)))
    .filter((event) => overlaps(spanOf(event), span))
    .sort((a, b) => Number(isAllDay(b)) - Number(isAllDay(a)) || spanOf(a).startMs - spanOf(b).startMs)
    .sort((a, b) =>
      sayDay(spanOf(a).startMs, facts) === sayDay(spanOf(b).startMs, facts) ? 0 : spanOf(a).startMs - spanOf(b).startMs,
    )
}

/** The window asked about; a moment is a minute, no time at all the next two weeks. */
export function windowOf(wish: Wish | null, facts: Facts): Interval {
  if (!wish) return { startMs: facts.nowMs, endMs: facts.nowMs + 14 * DAY_MS }
  return { startMs: wish.startMs, endMs: Math.max(wish.endMs, wish.startMs + 60_000) }
}

function line(event: CalendarEvent, facts: Facts, withDay: boolean): string {
  const { startMs, endMs } = spanOf(event)
  const say = phrasesFor(facts)
  const clock = isAllDay(event) ? say.allDayShort : `${sayClock(startMs, facts.zone)}-${sayClock(endMs, facts.zone)}`
  const when = withDay ? (isAllDay(event) ? sayWhen(event, facts) : saySlot({ startMs, endMs }, facts)) : clock
  const soft = event.status === 'tentative' ? ` (${say.tentative})` : ''
  const place = event.location ? `, ${cleanLine(event.location)}` : ''
  return `${when} ${sayTitle(event)}${sayOthers(event, facts)}${place}${soft}`
}

/** `Tue 24 Nov`, `Tue 24 Nov, 12:00-17:00`, `Mon 23 Nov to Sun 29 Nov`. */
export function sayWindow(span: Interval, facts: Facts): string {
  const first = sayDay(span.startMs, facts)
  const last = sayDay(span.endMs - 1, facts)
  if (first !== last) return sayFromTo(first, last, facts)
  const whole = sayClock(span.startMs, facts.zone) === '00:00' && span.endMs - span.startMs >= DAY_MS - 3_600_000
  return whole ? first : saySlot(span, facts)
}
