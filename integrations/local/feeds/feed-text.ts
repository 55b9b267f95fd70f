import { type CalendarEvent, isAllDay } from '#kernel/event.ts'
import { idOf } from '#kernel/ids.ts'
import { momentToMs } from '#kernel/series/wall.ts'
import { DAY_MS } from '#kernel/units.ts'
import type { Sql } from '#ports/sql.ts'
import { firmness } from '../calendar/busy.ts'
import { listEvents } from '../calendar/local-calendar.ts'
import { type StoredEvent, storedFrom } from '../calendar/stored-event.ts'
import { calendarHead, ZoneSpans } from '../ics/export.ts'
import { eventText } from '../ics/write-event.ts'
import type { Feed } from './feeds.ts'

const BEFORE_MS = 31 * DAY_MS
const AHEAD_MS = 366 * DAY_MS
/** How often subscribers are asked to look again. */
const REFRESH = ['REFRESH-INTERVAL;VALUE=DURATION:PT15M', 'X-PUBLISHED-TTL:PT15M']

export interface FeedAsk {
  feed: Pick<Feed, 'hash' | 'mode'>
  /** Address of the person whose calendar it is. */
  address: string
  isMember: (address: string) => boolean
  nowMs: number
}

/**
 * The iCalendar text behind a private address: a month back and a year ahead, series as their instances. In `busy` mode
 * nothing tells why or with whom: titles, places, people and zones are left out and the ids cannot be matched with others'.
 */
export async function feedText(sql: Sql, { feed, address, isMember, nowMs }: FeedAsk): Promise<string> {
  const person = address.toLowerCase()
  const window = { addresses: [person], fromMs: nowMs - BEFORE_MS, toMs: nowMs + AHEAD_MS }
  const events = await sql.read(() => listEvents(window))
  const zones = new ZoneSpans(nowMs)
  const texts = events.flatMap((event) => {
    const how = firmness(event, person, isMember)
    if (feed.mode === 'busy' && how === 'none') return []
    const id = feed.mode === 'busy' ? idOf('', [feed.hash, event.id], 26) : event.id
    const stored = feed.mode === 'busy' ? onlyBusy(event, how === 'soft') : storedFrom({ ...event, recurrence: null })
    if (!isAllDay(event)) zones.add(stored.zone, momentToMs(event.start, event.zone), momentToMs(event.end, event.zone))
    return [`${eventText({ id, series: null }, stored, nowMs)}\r\n`]
  })
  return [...calendarHead(REFRESH), zones.text(), ...texts, 'END:VCALENDAR\r\n'].join('')
}

function onlyBusy({ start, end }: CalendarEvent, soft: boolean): StoredEvent {
  return storedFrom({
    title: 'Busy',
    start,
    end,
    zone: 'Etc/UTC',
    organizer: '',
    attendees: [],
    location: null,
    description: null,
    kind: 'event',
    shows: 'busy',
    status: soft ? 'tentative' : 'confirmed',
    recurrence: null,
  })
}
