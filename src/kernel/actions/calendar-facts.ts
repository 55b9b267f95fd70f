import { quoted } from '../display.ts'
import type { CalendarEvent, EventDraft } from '../event.ts'
import { isAllDay } from '../event.ts'
import { languageOf, phrasesIn } from '../phrases.ts'
import { sayRule } from '../series/say-rule.ts'
import { sayMoment, saySpan, toMs } from '../time.ts'
import { DAY_MS, HOUR_MS } from '../units.ts'
import type { ActionContext, Facts } from './definition.ts'

type Meeting = Pick<EventDraft, 'title' | 'start' | 'end' | 'zone' | 'organizer' | 'attendees'>

/** Addresses at a meeting, organizer included, each once. */
export function addressesOf(event: Pick<EventDraft, 'organizer' | 'attendees'>): string[] {
  return [...new Set([event.organizer, ...event.attendees.map((one) => one.address)])]
}

/** Facts that every write to a calendar shares. `party` is the furthest stranger at the table. */
export function meetingFacts(event: Meeting, context: ActionContext): Facts {
  const parties = addressesOf(event).map((address) => context.party(address))
  const external = parties.filter((party) => party !== 'member').length
  const unknown = parties.filter((party) => party === 'unknown').length
  const standing = addressesOf(event).flatMap((address) => context.standing?.(address)?.toLowerCase() ?? [])
  return {
    party: unknown > 0 ? 'external_new' : external > 0 ? 'external_existing_client' : 'internal',
    external_attendees: external,
    new_addresses: unknown,
    attendees: parties.length,
    standing: [...new Set(standing)],
    vip: addressesOf(event).some((address) => context.isVip?.(address)),
    fixed: context.isFixed?.(event.title) ?? false,
    events: 1,
    changes: false,
    hours_ahead: Math.round((toMs(event.start, event.zone) - context.nowMs) / HOUR_MS),
    by: context.principal.kind,
    verified: context.principal.assurance === 'verified',
  }
}

/**
 * Whether the principal may touch this meeting at all: a member any of the team's, an outsider only one they sit in or one
 * that was made for them in this very conversation.
 */
export function refuseForeign(before: CalendarEvent | null, context: ActionContext): string | null {
  if (context.principal.kind === 'member' || (before && context.made?.has(before.id))) return null
  // A stranger's address is what they say of themselves, so it opens no meeting that exists.
  if (context.principal.kind === 'stranger') return 'only the people at a meeting can change it'
  if (context.principal.assurance !== 'verified')
    return 'the sender is not verified, and a meeting is changed only for somebody who is'
  const own = new Set(context.own)
  return before && addressesOf(before).some((address) => own.has(address)) ? null : 'it is not one of your meetings'
}

/** `"Pricing" with Sam and Jo, Tue 24 Nov, 15:00-15:30 (Europe/London)`. */
export function sayMeeting(event: Meeting, context: ActionContext): string {
  const language = languageOf(context.principal)
  const when = isAllDay(event)
    ? sayDays(event, context)
    : saySpan(toMs(event.start), toMs(event.end), context.zone, context.nowMs, { language })
  return `${sayTable(event, context)}, ${when}`
}

/** `Thu 31 Dec (all day)`, `Thu 31 Dec to Sat 2 Jan (all day)`; the end of whole days is exclusive. */
function sayDays({ start, end }: Pick<Meeting, 'start' | 'end'>, { principal, nowMs }: ActionContext): string {
  const language = languageOf(principal)
  const { allDay, fromTo } = phrasesIn(language)
  const [first, last] = [toMs(start), toMs(end) - DAY_MS].map((ms) =>
    sayMoment(ms, 'UTC', nowMs, language).replace(/, \d\d:\d\d$/, ''),
  )
  return allDay(first === last || last === undefined ? (first ?? start) : fromTo(first ?? start, last))
}

/** `"Pricing" with Sam and Jo`; the principal is left out of "with". */
export function sayTable(event: Pick<Meeting, 'title' | 'organizer' | 'attendees'>, context: ActionContext): string {
  const own = new Set(context.own)
  const others = addressesOf(event)
    .filter((address) => !own.has(address))
    .map((address) => context.nameOf(address))
  const phrases = phrasesIn(languageOf(context.principal))
  return `${quoted(event.title)}${others.length === 0 ? '' : phrases.with(phrases.list(others))}`
}

/** `, every Monday`: how it repeats, for those who are spoken to in English; the others read it in the calendar. */
export const sayTurn = ({ recurrence }: Pick<EventDraft, 'recurrence'>, { principal }: ActionContext): string =>
  recurrence === null || languageOf(principal) !== 'en' ? '' : `, ${sayRule(recurrence)}`

/** The action phrases of whoever a sentence is said to. */
export const phrasesFor = (context: Pick<ActionContext, 'principal'>) => phrasesIn(languageOf(context.principal))

/** `Sam`, `Sam and Jo`, `Sam, Jo and Priya`. */
export const joinNames = (names: readonly string[]): string => phrasesIn('en').list(names)
