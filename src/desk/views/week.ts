import { cleanName, cleanText } from '#kernel/display.ts'
import { type CalendarEvent, isAllDay } from '#kernel/event.ts'
import { toMs, wallDay } from '#kernel/time.ts'
import { memberByAddress } from '#policy/people.ts'
import type { DeskContext } from '../context.ts'
import type { Viewer } from './viewer.ts'

/** A meeting on somebody's page. */
export interface Meeting {
  id: string
  title: string
  startMs: number
  endMs: number
  allDay: boolean
  /** Everybody at it but the viewer. */
  with: string[]
  location: string | null
  tentative: boolean
  /** Put there by the desk. */
  byDesk: boolean
  /** The viewer sits in it. */
  mine: boolean
}

export interface Day {
  startMs: number
  /** `2026-11-24` on the viewer's wall. */
  date: string
  today: boolean
  meetings: Meeting[]
}

/** The Monday to Sunday around an instant, in the viewer's zone, with the team's events on each day they touch. */
export async function weekView(desk: DeskContext, viewer: Viewer, aroundMs: number): Promise<Day[]> {
  const { zone } = viewer
  const nowMs = desk.clock.nowMs()
  const back = 1 - wallDay(aroundMs, zone).weekday
  const starts = Array.from({ length: 8 }, (_one, at) => wallDay(aroundMs, zone, back + at).startMs)
  const events = await desk.calendar.list({ fromMs: starts[0] ?? 0, toMs: starts[7] ?? 0 })
  const meetings = await Promise.all(events.map((event) => meetingOf(desk, viewer, event)))
  return starts.slice(0, 7).map((startMs, at) => {
    const endMs = starts[at + 1] ?? startMs
    return {
      startMs,
      date: dateIn(startMs, zone),
      today: startMs <= nowMs && nowMs < endMs,
      meetings: meetings
        .filter((one) => one.startMs < endMs && one.endMs > startMs)
        .sort((a, b) => Number(b.allDay) - Number(a.allDay) || a.startMs - b.startMs),
    }
  })
}

async function meetingOf(desk: DeskContext, viewer: Viewer, event: CalendarEvent): Promise<Meeting> {
  const policy = desk.policy()
  const allDay = isAllDay(event)
  const zone = allDay ? viewer.zone : event.zone
  const people = [{ address: event.organizer, name: null }, ...event.attendees]
  const seen = new Set<string>()
  const others: string[] = []
  let mine = false
  for (const { address, name } of people) {
    if (seen.has(address)) continue
    seen.add(address)
    const member = memberByAddress(policy, address)
    if (member?.id === viewer.id) mine = true
    else others.push(member?.name ?? (await desk.crm.contactByAddress(address))?.name ?? name ?? address)
  }
  return {
    id: event.id,
    title: cleanText(event.title, { oneLine: true, maxLength: 200 }) || '(no title)',
    startMs: toMs(event.start, zone),
    endMs: toMs(event.end, zone),
    allDay,
    with: others.map(cleanName),
    location: event.location && cleanText(event.location, { oneLine: true, maxLength: 120 }),
    tentative: event.status === 'tentative',
    byDesk: event.madeBy !== null,
    mine,
  }
}

const dateIn = (ms: number, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(ms)
