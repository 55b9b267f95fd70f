import { type CalendarEvent, isAllDay } from '#kernel/event.ts'
import { toMs } from '#kernel/time.ts'
import { type Interval, merge, subtract } from './interval.ts'

/** Something that takes a person's time. */
export interface Block extends Interval {
  readonly what: 'event' | 'all_day' | 'out_of_office' | 'focus' | 'travel' | 'hold' | 'unknown'
  /** Null where the calendar did not say; the asker may see only what their lookups gave. */
  readonly title: string | null
  readonly event: string | null
  /** Where it is, as the calendar says it. */
  readonly location: string | null
}

/** Whether it is a meeting, as far as the calendar tells. */
export const isMeeting = (block: Block): boolean => block.what === 'event' || block.what === 'unknown'

/** A person's taken time. `firm` blocks; `soft` costs. */
export interface Busy {
  /** False: the calendar could not be read, which is unknown and not free. */
  readonly readable: boolean
  readonly firm: readonly Block[]
  readonly soft: readonly Block[]
}

interface BusyFound {
  address: string
  readable: boolean
  busy: readonly { startMs: number; endMs: number; firm: boolean }[]
}

/** Whole days that say the person is away, against those that only name a day ("Release week"). Source: DOMAIN 4.3. */
const AWAY =
  /\b(holidays?|vacation|annual leave|on leave|day off|days off|pto|ooo|out of office|sick|travel(l?ing)?|conference|off-?site|parental leave|urlaub|vacances|vacaciones)\b/i

/** Kinds that never take time: they tell where somebody works, or what day it is. */
const UNBUSY: ReadonlySet<CalendarEvent['kind']> = new Set(['working_location', 'birthday', 'holiday'])

/** When an event is, whole days as dates in the event's own zone. */
export const spanOf = (event: Pick<CalendarEvent, 'start' | 'end' | 'zone'>): Interval =>
  isAllDay(event)
    ? { startMs: toMs(event.start, event.zone), endMs: toMs(event.end, event.zone) }
    : { startMs: Date.parse(event.start), endMs: Date.parse(event.end) }

export const sitsAt = (event: Pick<CalendarEvent, 'organizer' | 'attendees'>, address: string): boolean =>
  event.organizer === address || event.attendees.some((one) => one.address === address)

/**
 * How an event takes the time of somebody who sits at it. An unanswered invitation from outside the team is soft; one from
 * a colleague is firm, because teams seldom answer their own invitations.
 */
export function firmness(event: CalendarEvent, address: string, team: ReadonlySet<string>): 'firm' | 'soft' | 'none' {
  if (event.status === 'cancelled' || event.shows === 'free' || UNBUSY.has(event.kind)) return 'none'
  const reply = event.attendees.find((one) => one.address === address)?.reply
  if (reply === 'declined') return 'none'
  if (event.status === 'tentative' || reply === 'tentative') return 'soft'
  if (reply === 'needs_action' && event.organizer !== address && !team.has(event.organizer)) return 'soft'
  if (isAllDay(event) && event.kind === 'event' && !AWAY.test(event.title)) return 'soft'
  return 'firm'
}

/**
 * A person's taken time, from the events that may be seen, the busy list and the holds. What the busy list has beyond the
 * seen events is somebody's secret: firm, without a title.
 */
export function busyOf(
  address: string,
  events: readonly CalendarEvent[],
  found: BusyFound | undefined,
  holds: BusyFound | undefined,
  team: ReadonlySet<string>,
): Busy {
  const firm: Block[] = []
  const soft: Block[] = []
  const seen: Interval[] = []
  for (const event of events) {
    if (!sitsAt(event, address)) continue
    const span = spanOf(event)
    seen.push(span)
    const how = firmness(event, address, team)
    if (how === 'none') continue
    const what = event.kind === 'event' && isAllDay(event) ? 'all_day' : whatOf(event.kind)
    ;(how === 'firm' ? firm : soft).push({
      ...span,
      what,
      title: event.title,
      event: event.id,
      location: event.location,
    })
  }
  for (const isFirm of [true, false]) {
    const unseen = subtract(merge((found?.busy ?? []).filter((one) => one.firm === isFirm)), merge(seen))
    ;(isFirm ? firm : soft).push(
      ...unseen.map((span): Block => ({ ...span, what: 'unknown', title: null, event: null, location: null })),
    )
  }
  for (const { startMs, endMs } of holds?.busy ?? []) {
    firm.push({ startMs, endMs, what: 'hold', title: null, event: null, location: null })
  }
  const byStart = (a: Block, b: Block) => a.startMs - b.startMs
  return { readable: found?.readable ?? false, firm: firm.sort(byStart), soft: soft.sort(byStart) }
}

function whatOf(kind: CalendarEvent['kind']): Block['what'] {
  return kind === 'focus' || kind === 'out_of_office' || kind === 'travel' ? kind : 'event'
}
