import ICAL from 'ical.js'
import { partsOfInstanceId } from '#kernel/series/instance-id.ts'
import { msToWall, wallToMs } from '#kernel/series/wall.ts'
import type { StoredEvent } from '../calendar/stored-event.ts'
import { withoutControls } from './blocks.ts'

// ical.js does not count the blank that begins a folded line; a line has at most 75 octets with it (RFC 5545, 3.1).
ICAL.foldLength = 74

/** jCal, the JSON form of a property: name, parameters, value type, values (RFC 7265). */
type Jcal = [name: string, parameters: Record<string, string>, type: string, ...values: unknown[]]

export interface WrittenEvent {
  id: string
  series: string | null
}

const UTC: ReadonlySet<string> = new Set(['Etc/UTC', 'UTC'])

/** The VEVENT of an event, folded and escaped; `stampMs` is when the file is written. */
export function eventText(event: WrittenEvent, stored: StoredEvent, stampMs: number): string {
  const original = event.series === null ? null : (partsOfInstanceId(event.id)?.original ?? null)
  const properties: Jcal[] = [
    ['uid', {}, 'text', clean(event.series ?? event.id)],
    ['dtstamp', {}, 'date-time', new Date(stampMs).toISOString().slice(0, 19).concat('Z')],
    ...(original === null ? [] : [moment('recurrence-id', original, stored.zone)]),
    moment('dtstart', stored.start, stored.zone),
    moment('dtend', stored.end, stored.zone),
    ['summary', {}, 'text', clean(stored.title)],
    ...optional('location', stored.location),
    ...optional('description', stored.description),
    ...(stored.organizer ? [['organizer', {}, 'cal-address', calendarAddress(stored.organizer)] satisfies Jcal] : []),
    ...stored.attendees.map(attendee),
    ['status', {}, 'text', stored.status.toUpperCase()],
    ['transp', {}, 'text', stored.shows === 'free' ? 'TRANSPARENT' : 'OPAQUE'],
    ...stored.exdates.map((date) => moment('exdate', date, stored.zone)),
    ...stored.rdates.map((date) => moment('rdate', date, stored.zone)),
    ...ownMarks(stored),
    ...(stored.extra.properties as Jcal[]),
  ]
  const text = ICAL.stringify.component(['vevent', properties, stored.extra.components], ICAL.design.icalendar)
  return stored.recurrence === null ? text : withRule(text, stored.recurrence)
}

/** The rule goes in as it was written: reading and writing it again would change its text. */
function withRule(text: string, rule: string): string {
  return text.replace(/\r\nSUMMARY/, () => `\r\n${ICAL.helpers.foldline(`RRULE:${clean(rule)}`)}\r\nSUMMARY`)
}

const optional = (name: string, value: string | null): Jcal[] =>
  value === null ? [] : [[name, {}, 'text', clean(value)]]

function attendee(one: StoredEvent['attendees'][number]): Jcal {
  const parameters: Record<string, string> = { partstat: one.reply.toUpperCase().replace('_', '-') }
  if (one.name !== null) parameters.cn = clean(one.name)
  return ['attendee', parameters, 'cal-address', calendarAddress(one.address)]
}

const calendarAddress = (address: string): string => {
  const flat = clean(address).replaceAll('\n', ' ')
  return /^[a-z][a-z0-9+.-]*:/i.test(flat) ? flat : `mailto:${flat}`
}

/** What iCalendar has no word for, so that the desk reads back what it wrote. */
function ownMarks(stored: StoredEvent): Jcal[] {
  const marks: Jcal[] = []
  if (stored.kind !== 'event') marks.push(['x-nightdesk-kind', {}, 'unknown', stored.kind])
  if (stored.start.length === 10 || isSecondOfTwo(stored.start, stored.zone))
    marks.push(['x-nightdesk-zone', {}, 'unknown', stored.zone])
  return marks
}

/** A date, an instant in UTC, or wall time in the zone. The second of two equal wall times can only be said in UTC. */
function moment(name: string, value: string, zone: string): Jcal {
  if (value.length === 10) return [name, {}, 'date', value]
  if (UTC.has(zone) || isSecondOfTwo(value, zone)) return [name, {}, 'date-time', `${value.slice(0, 19)}Z`]
  return [name, { tzid: zone }, 'date-time', new Date(msToWall(Date.parse(value), zone)).toISOString().slice(0, 19)]
}

function isSecondOfTwo(value: string, zone: string): boolean {
  return value.length > 10 && wallToMs(msToWall(Date.parse(value), zone), zone) !== Date.parse(value)
}

/** Text that cannot break out of its line: one kind of line break, no control characters. */
const clean = (text: string): string => withoutControls(text.replace(/\r\n?/g, '\n'))
