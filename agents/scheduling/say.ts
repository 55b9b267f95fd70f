import { DateTime } from 'luxon'
import { joinNames } from '#kernel/actions/calendar-facts.ts'
import { type CalendarEvent, isAllDay } from '#kernel/event.ts'
import { sayMoment, saySpan, toMs } from '#kernel/time.ts'
import { DAY_MS } from '#kernel/units.ts'
import type { Wish } from './request.ts'
import { type Facts, nameOf } from './rules/facts.ts'
import type { Interval } from './rules/interval.ts'
import type { Relaxation } from './rules/search.ts'

type Said = Pick<Facts, 'zone' | 'nowMs'>

/** `15:00` */
export const sayClock = (ms: number, zone: string): string => DateTime.fromMillis(ms, { zone }).toFormat('HH:mm')

/** `Tue 24 Nov` */
export const sayDay = (ms: number, facts: Said): string =>
  sayMoment(ms, facts.zone, facts.nowMs).replace(/, \d\d:\d\d$/, '')

/** `Tue 24 Nov, 15:00-15:30`, in the asker's zone without naming it. */
export const saySlot = (span: Interval, facts: Said): string =>
  saySpan(span.startMs, span.endMs, facts.zone, facts.nowMs, { nameZone: false })

/** The slot for a button; the zone is named to outsiders, whose zone the desk may only have guessed. */
export const sayChoice = (span: Interval, facts: Said & Pick<Facts, 'principal'>): string =>
  sayMoment(span.startMs, facts.zone, facts.nowMs) + (facts.principal.kind === 'member' ? '' : ` (${facts.zone})`)

/** `"Pricing" with Sam, Tue 24 Nov, 15:00-15:30`; the asker is left out of "with". */
export function sayEvent(event: CalendarEvent, facts: Facts): string {
  return `"${event.title}"${sayOthers(event, facts)}, ${sayWhen(event, facts)}`
}

/** ` with Sam and Jo`, or nothing. */
export function sayOthers(event: CalendarEvent, facts: Facts): string {
  const addresses = [...new Set([event.organizer, ...event.attendees.map((one) => one.address)])]
  const others = addresses.filter((address) => !facts.own.includes(address))
  return others.length === 0 ? '' : ` with ${joinNames(others.map((address) => nameOf(facts, address)))}`
}

/** When an event is: `Tue 24 Nov, 15:00-15:30`, `Tue 24 Nov (all day)`, `Mon 23 Nov to Fri 27 Nov (all day)`. */
export function sayWhen(event: CalendarEvent, facts: Said): string {
  if (!isAllDay(event)) return saySlot({ startMs: toMs(event.start), endMs: toMs(event.end) }, facts)
  const here = { ...facts, zone: event.zone }
  const first = sayDay(toMs(event.start, event.zone), here)
  const last = sayDay(toMs(event.end, event.zone) - DAY_MS / 2, here)
  return first === last ? `${first} (all day)` : `${first} to ${last} (all day)`
}

/** `15:30 / 16:00`, with the day where it is not that of `near`. */
export function sayNear(slots: readonly Interval[], nearMs: number, facts: Said): string {
  return slots
    .map(({ startMs }) =>
      sayDay(startMs, facts) === sayDay(nearMs, facts)
        ? sayClock(startMs, facts.zone)
        : sayMoment(startMs, facts.zone, facts.nowMs),
    )
    .join(' / ')
}

/** What had to be given up for the offered times. */
export const RELAXED: Record<Relaxation, string> = {
  optional: 'without somebody who is optional',
  part: 'at another part of the day than you asked for',
  low_energy: "in somebody's low-energy time",
  buffers: 'with shorter pauses around it',
  movable: 'if another internal meeting gives way',
  bounds: 'outside the hours you named',
}

/** That guests know nothing of it: the desk has no way to write to them. */
export const sayNotTold = (names: readonly string[]): string =>
  `${joinNames(names)} ${names.length === 1 ? 'was' : 'were'} not told: no mail sender is set up.`

/** What was assumed of a time that was said loosely, or that the clocks skip. */
export function sayAssumed(wish: Wish, startMs: number, facts: Said): string[] {
  const notes: string[] = []
  if (wish.approximate) notes.push(`Took ${sayClock(startMs, facts.zone)} for "${wish.text}".`)
  if (wish.dst === 'gap')
    notes.push(`The clocks skip "${wish.text}" that night, so it is at ${sayClock(startMs, facts.zone)}.`)
  if (wish.dst === 'fold') notes.push(`"${wish.text}" comes twice that night; it is the first one.`)
  if (wish.zoneNamed && wish.zone !== facts.zone)
    notes.push(
      `${sayMoment(startMs, wish.zone, facts.nowMs)} in ${wish.zone} is ${sayClock(startMs, facts.zone)} in ${facts.zone}.`,
    )
  return notes
}
