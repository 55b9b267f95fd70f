import { DateTime } from 'luxon'
import { quoted } from '#kernel/display.ts'
import { type CalendarEvent, isAllDay } from '#kernel/event.ts'
import { languageOf, phrasesIn } from '#kernel/phrases.ts'
import { sayMoment, saySpan, toMs } from '#kernel/time.ts'
import { DAY_MS, sayDuration } from '#kernel/units.ts'
import { phrasesFor } from './phrases.ts'
import type { Wish } from './request.ts'
import { type Facts, nameOf } from './rules/facts.ts'
import type { Interval } from './rules/interval.ts'

type Said = Pick<Facts, 'zone' | 'nowMs' | 'principal'>

const shared = (facts: Pick<Facts, 'principal'>) => phrasesIn(languageOf(facts.principal))

/** `Sam, Jo and Priya` */
export const sayList = (names: readonly string[], facts: Pick<Facts, 'principal'>): string => shared(facts).list(names)

/** `Mon 23 Nov to Sun 29 Nov` */
export const sayFromTo = (first: string, last: string, facts: Pick<Facts, 'principal'>): string =>
  shared(facts).fromTo(first, last)

/** A title without its quotes, fit for a list. */
export const sayTitle = (event: Pick<CalendarEvent, 'title'>): string => quoted(event.title).slice(1, -1)

/** ` with Sam`, as it follows what is done with them. */
export const sayWith = (names: string, facts: Pick<Facts, 'principal'>): string => shared(facts).with(names)

/** `1 h 30 min`, `3 days` */
export const sayLength = (ms: number, facts: Pick<Facts, 'principal'>): string =>
  sayDuration(ms, languageOf(facts.principal))

/** `Tue 24 Nov, 15:00` */
export const sayAt = (ms: number, zone: string, facts: Said): string =>
  sayMoment(ms, zone, facts.nowMs, languageOf(facts.principal))

/** `15:00` */
export const sayClock = (ms: number, zone: string): string => DateTime.fromMillis(ms, { zone }).toFormat('HH:mm')

/** `Tue 24 Nov` */
export const sayDay = (ms: number, facts: Said): string => sayAt(ms, facts.zone, facts).replace(/, \d\d:\d\d$/, '')

/** `Tue 24 Nov, 15:00-15:30`, in the asker's zone without naming it. */
export const saySlot = (span: Interval, facts: Said): string =>
  saySpan(span.startMs, span.endMs, facts.zone, facts.nowMs, { nameZone: false, language: languageOf(facts.principal) })

/** The slot for a button; the zone is named to outsiders, whose zone the desk may only have guessed. */
export const sayChoice = (span: Interval, facts: Said): string =>
  sayAt(span.startMs, facts.zone, facts) + (facts.principal.kind === 'member' ? '' : ` (${facts.zone})`)

/** `"Pricing" with Sam, Tue 24 Nov, 15:00-15:30`; the asker is left out of "with". */
export function sayEvent(event: CalendarEvent, facts: Facts): string {
  return `${quoted(event.title)}${sayOthers(event, facts)}, ${sayWhen(event, facts)}`
}

/** ` with Sam and Jo`, or nothing. */
export function sayOthers(event: CalendarEvent, facts: Facts): string {
  const addresses = [...new Set([event.organizer, ...event.attendees.map((one) => one.address)])]
  const others = addresses.filter((address) => !facts.own.includes(address))
  const { with: withWhom, list } = shared(facts)
  return others.length === 0 ? '' : withWhom(list(others.map((address) => nameOf(facts, address))))
}

/** When an event is: `Tue 24 Nov, 15:00-15:30`, `Tue 24 Nov (all day)`, `Mon 23 Nov to Fri 27 Nov (all day)`. */
export function sayWhen(event: CalendarEvent, facts: Said): string {
  if (!isAllDay(event)) return saySlot({ startMs: toMs(event.start), endMs: toMs(event.end) }, facts)
  const here = { ...facts, zone: event.zone }
  const first = sayDay(toMs(event.start, event.zone), here)
  const last = sayDay(toMs(event.end, event.zone) - DAY_MS / 2, here)
  const { allDay, fromTo } = shared(facts)
  return allDay(first === last ? first : fromTo(first, last))
}

/** `15:30 / 16:00`, with the day where it is not that of `near`. */
export function sayNear(slots: readonly Interval[], nearMs: number, facts: Said): string {
  return slots
    .map(({ startMs }) =>
      sayDay(startMs, facts) === sayDay(nearMs, facts)
        ? sayClock(startMs, facts.zone)
        : sayAt(startMs, facts.zone, facts),
    )
    .join(' / ')
}

/** That guests know nothing of it: the desk has no way to write to them. */
export const sayNotTold = (names: readonly string[], facts: Pick<Facts, 'principal'>): string =>
  phrasesFor(facts).notTold(sayList(names, facts), names.length > 1)

/** What was assumed of a time that was said loosely, or that the clocks skip. */
export function sayAssumed(wish: Wish, startMs: number, facts: Said): string[] {
  const notes: string[] = []
  const say = phrasesFor(facts)
  const clock = sayClock(startMs, facts.zone)
  if (wish.approximate) notes.push(say.took(clock, wish.text))
  if (wish.dst === 'gap') notes.push(say.clocksSkip(wish.text, clock))
  if (wish.dst === 'fold') notes.push(say.comesTwice(wish.text))
  if (wish.zoneNamed && wish.zone !== facts.zone)
    notes.push(say.inZone(sayAt(startMs, wish.zone, facts), wish.zone, clock, facts.zone))
  const home = facts.principal.zone
  // Somebody on a journey speaks of the clock there; what the desk reports is on theirs at home.
  if (wish.clocked && !wish.zoneNamed && facts.zone !== home)
    notes.push(say.inZone(sayAt(startMs, facts.zone, facts), facts.zone, sayClock(startMs, home), home))
  return notes
}
