import { type CalendarEvent, isAllDay } from '#kernel/event.ts'
import { momentToMs } from '#kernel/series/wall.ts'
import type { BusyList } from '#ports/calendar.ts'

/** Whole days that take somebody's time because of what they are called. Source: the busy model, "other all-day opaque". */
const AWAY =
  /\b(holidays?|vacation|annual leave|day off|pto|ooo|out of office|travel(?:l?ing)?|conference|off-?site)\b/i

/** Kinds that tell where somebody works or what day it is, and take no time. */
const UNBUSY: ReadonlySet<CalendarEvent['kind']> = new Set(['working_location', 'birthday', 'holiday'])

/**
 * When people are busy, without saying why. The embedded calendar is the whole calendar of the team, so it is readable
 * for everybody; whose it may be read for is decided above.
 * @param isMember whether an address is the team's: an unanswered invitation by a colleague is firm, a stranger's is not
 */
export function busyLists(
  events: readonly CalendarEvent[],
  addresses: readonly string[],
  isMember: (address: string) => boolean,
): BusyList[] {
  return addresses.map((address) => ({
    address,
    readable: true,
    busy: events.flatMap((event) => {
      const how = firmness(event, address.toLowerCase(), isMember)
      if (how === 'none') return []
      const { start, end, zone } = event
      return [{ startMs: momentToMs(start, zone), endMs: momentToMs(end, zone), firm: how === 'firm' }]
    }),
  }))
}

/** How an event takes the time of an address: not at all, softly (a cost), or firmly. */
export function firmness(
  event: CalendarEvent,
  address: string,
  isMember: (address: string) => boolean,
): 'none' | 'soft' | 'firm' {
  const seat = event.attendees.find((one) => one.address === address)
  if (!seat && event.organizer !== address) return 'none'
  if (event.status === 'cancelled' || event.shows === 'free' || UNBUSY.has(event.kind)) return 'none'
  if (seat?.reply === 'declined') return 'none'
  if (event.status === 'tentative' || seat?.reply === 'tentative') return 'soft'
  if (seat?.reply === 'needs_action' && event.organizer !== address && !isMember(event.organizer)) return 'soft'
  if (isAllDay(event) && event.kind === 'event' && !AWAY.test(event.title)) return 'soft'
  return 'firm'
}
