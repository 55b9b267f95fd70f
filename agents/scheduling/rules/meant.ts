import { DateTime } from 'luxon'
import { type CalendarEvent, isAllDay } from '#kernel/event.ts'
import { MINUTE_MS } from '#kernel/units.ts'
import type { Request, Which } from '../request.ts'
import { sitsAt, spanOf } from './busy.ts'
import { type Facts, isMember } from './facts.ts'
import { overlaps } from './interval.ts'
import { nameFits, standsIn, tellingWords, withoutFrequency } from './names.ts'

/** Kinds of whole days that nobody calls a meeting. */
const DAYS: ReadonlySet<CalendarEvent['kind']> = new Set(['working_location', 'holiday', 'birthday'])
const NO_MEETINGS: ReadonlySet<CalendarEvent['kind']> = new Set([...DAYS, 'travel'])

/** "3ish" may mean a meeting that starts within this of three. */
const ISH_MS = 30 * MINUTE_MS

export const isDay = (event: CalendarEvent): boolean => DAYS.has(event.kind)

/** The events a request may mean, soonest first (past ones, latest first, where the last one is asked for). */
export function meant(request: Request, facts: Facts): CalendarEvent[] {
  const { which } = request
  if (!which) return []
  if (which.id !== null) return [...facts.events, ...facts.recent].filter((event) => event.id === which.id).slice(0, 1)
  if (isRecent(request, facts) && (facts.recent.length > 0 || isMember(facts)))
    return facts.recent.filter((event) => event.status !== 'cancelled').slice(0, 1)
  const possible = facts.events.filter((event) => event.status !== 'cancelled')
  const titled = readAsTime(which, possible)
  if (titled) return meant({ ...request, which: titled }, facts)
  const named = byPeople(byWords(byTime(possible, which, facts), which, facts), facts)
  if (named.length === 0) return latelyAt(which, facts)
  const mine = named.filter((event) => facts.own.some((address) => sitsAt(event, address)))
  const theirs = mine.length > 0 || !speaksOfOthers(which, facts) ? mine : named
  return pick(request.kind === 'agenda' ? theirs : timedFirst(theirs, which), which, facts).slice(0, most(request))
}

/**
 * Where the asker sits at none of them: is it others' meetings they speak of? "my meeting with Lee" never is, and one name alone
 * means a meeting with the asker; a title, or two names, may be anybody's.
 */
const speaksOfOthers = (which: Which, facts: Facts): boolean =>
  !/\b(?:my|our|mine|meine?n?|mi|mis|mon|ma|mes)\b/i.test(which.said) && (which.words !== '' || facts.named.length > 1)

/** "it" is what was lately spoken of, unless more is said of it ("that meeting with Penny"). */
const isRecent = ({ which }: Request, facts: Facts): boolean =>
  which?.recent === true && which.when === null && facts.named.length === 0 && facts.doubts.length === 0

/** Where nothing names it, a whole day ("Release week") is meant only if nothing with a time is. */
function timedFirst(events: readonly CalendarEvent[], { words, all }: Which): readonly CalendarEvent[] {
  const timed = events.filter((event) => !isAllDay(event))
  return words === '' && !all && timed.length > 0 ? timed : events
}

/** Who is late without a word on what for is late for the meeting that is next, or has begun. */
const most = ({ kind, which }: Request): number | undefined =>
  kind === 'late' && which?.words === '' && which.when === null ? 1 : undefined

/** "The 4pm", where none is today: the one that was just spoken of at that hour. */
function latelyAt({ when, words }: Which, facts: Facts): CalendarEvent[] {
  if (!when?.clocked || when.dated || words !== '' || facts.named.length > 0) return []
  const clock = (ms: number) => DateTime.fromMillis(ms, { zone: when.zone }).toFormat('HH:mm')
  return facts.recent
    .filter((event) => event.status !== 'cancelled' && clock(spanOf(event).startMs) === clock(when.startMs))
    .slice(0, 1)
}

/** A title may hold a word for a time ("Year-End Review"): where one stands in the text, that word is no time. */
function readAsTime(which: Which, events: readonly CalendarEvent[]): Which | null {
  const { when } = which
  if (!when) return null
  const said = tellingWords(when.text)
  const event = events.find((one) => {
    const telling = tellingWords(one.title)
    return telling.length > 1 && said.every((word) => telling.includes(word)) && standsIn(one.title, which.said)
  })
  return event ? { ...which, when: null, words: event.title } : null
}

/**
 * One of each series: its next instance stands for it. Where one date is meant, the two halves of a series that was split are
 * still one: the same name with the same people.
 */
export function distinct(events: readonly CalendarEvent[], scope: Which['scope'] = 'one'): CalendarEvent[] {
  const seen = new Set<string>()
  return events.filter((event) => {
    if (event.series === null) return true
    const table = [event.organizer, ...event.attendees.map((one) => one.address).sort()]
    const name = scope === 'one' ? [event.title.toLowerCase(), ...table].join(' ') : event.series
    if (seen.has(name)) return false
    seen.add(name)
    return true
  })
}

function byTime(events: readonly CalendarEvent[], which: Which, facts: Facts): CalendarEvent[] {
  const { when } = which
  const meetings = events.filter((event) => which.words !== '' || !(which.all ? DAYS : NO_MEETINGS).has(event.kind))
  if (!when) return meetings
  if (which.scope === 'following') return meetings.filter((event) => spanOf(event).startMs >= when.startMs)
  if (when.clocked && when.kind === 'point') {
    const slackMs = when.approximate ? ISH_MS : 0
    const starting = meetings.filter(
      (event) => !isAllDay(event) && Math.abs(spanOf(event).startMs - when.startMs) <= slackMs,
    )
    if (starting.length > 0) return starting
    return meetings.filter((event) => {
      const { startMs, endMs } = spanOf(event)
      return !isAllDay(event) && startMs < when.startMs && when.startMs < endMs
    })
  }
  const fromMs = which.all ? Math.max(when.startMs, facts.nowMs) : when.startMs
  return meetings.filter((event) =>
    overlaps(spanOf(event), { startMs: fromMs, endMs: Math.max(when.endMs, fromMs + 1) }),
  )
}

function byWords(events: readonly CalendarEvent[], which: Which, facts: Facts): CalendarEvent[] {
  if (which.words === '') {
    const alone = which.when === null && facts.named.length === 0 && facts.doubts.length === 0
    const said = alone ? events.filter((event) => standsIn(event.title, which.said)) : []
    return said.length > 0 ? said : [...events]
  }
  const bare = withoutFrequency(which.words)
  const rated = events.map((event) => ({
    event,
    fit:
      nameFits(event.title, which.words) ||
      (event.series !== null && bare !== '' ? nameFits(event.title, bare) / 2 : 0),
  }))
  const best = Math.max(0, ...rated.map(({ fit }) => fit))
  return best === 0 ? [] : rated.filter(({ fit }) => fit === best).map(({ event }) => event)
}

/** Those everybody named sits at; a name that is nobody's may stand in the title. */
function byPeople(events: readonly CalendarEvent[], facts: Facts): CalendarEvent[] {
  const unknown = facts.doubts.map((doubt) => doubt.words)
  return events.filter(
    (event) =>
      facts.named.every((address) => sitsAt(event, address)) &&
      unknown.every(
        (words) =>
          nameFits(event.title, words) > 0 ||
          event.attendees.some((one) => nameFits(one.name ?? one.address, words) > 0),
      ),
  )
}

function pick(events: readonly CalendarEvent[], which: Which, facts: Facts): CalendarEvent[] {
  const { ordinal, when } = which
  const byStart = [...events].sort((a, b) => spanOf(a).startMs - spanOf(b).startMs)
  const backwards = ordinal !== null && ordinal < 0 && !when
  const inTime = when
    ? byStart
    : byStart.filter((event) =>
        backwards
          ? spanOf(event).startMs <= facts.nowMs
          : ordinal
            ? spanOf(event).startMs > facts.nowMs
            : spanOf(event).endMs > facts.nowMs,
      )
  if (ordinal === null) return inTime
  const one = inTime.at(ordinal > 0 ? ordinal - 1 : ordinal)
  return one ? [one] : []
}
