import { toIso } from '#kernel/time.ts'
import { storedFrom } from '../calendar/stored-event.ts'
import { calendarHead } from './export.ts'
import { eventText } from './write-event.ts'

/** What one guest may know of a meeting. */
export interface Invite {
  id: string
  title: string
  startMs: number
  endMs: number
}

/** A meeting as a file for a guest's own calendar: when and what, no people, no notes. */
export function inviteText({ id, title, startMs, endMs }: Invite, nowMs: number): string {
  const stored = storedFrom({
    title,
    start: toIso(startMs),
    end: toIso(endMs),
    zone: 'Etc/UTC',
    organizer: '',
    attendees: [],
    location: null,
    description: null,
    kind: 'event',
    shows: 'busy',
    status: 'confirmed',
    recurrence: null,
  })
  return [...calendarHead([]), `${eventText({ id, series: null }, stored, nowMs)}\r\n`, 'END:VCALENDAR\r\n'].join('')
}
