import ICAL from 'ical.js'
import { Attendee } from '#kernel/event.ts'
import { idOf } from '#kernel/ids.ts'
import { parseRule, RuleProblem } from '#kernel/series/rule.ts'
import { toIso } from '#kernel/time.ts'
import { DAY_MS } from '#kernel/units.ts'
import type { StoredEvent } from '../calendar/stored-event.ts'
import type { FileZones } from './file-zones.ts'
import { kindOf, showsOf, statusOf } from './read-hints.ts'
import { type FileMoment, momentsOf, PropertyProblem } from './read-moment.ts'

type Component = InstanceType<typeof ICAL.Component>

export interface ReadEvent {
  id: string
  series: string | null
  stored: StoredEvent
}

/** Properties that become fields of the event; all others are kept as they are. */
const READ = new Set(
  'uid dtstamp dtstart dtend duration summary description location organizer attendee status transp rrule exdate rdate recurrence-id x-nightdesk-kind x-nightdesk-zone'.split(
    ' ',
  ),
)

/**
 * Reads one VEVENT. Nothing is dropped or corrected: what the desk has no word for is kept for the export.
 * @param text the component's own text; where it has no UID, its id follows from it
 * @throws PropertyProblem
 */
export function readEvent(component: Component, text: string, zones: FileZones, organizer: string): ReadEvent {
  const uid = textOf(component, 'uid') ?? idOf('', [text], 26)
  const start = only(component, 'dtstart', zones)
  if (!start) throw new PropertyProblem('dtstart', 'the event has no DTSTART')
  const original = only(component, 'recurrence-id', zones)
  if (component.getFirstProperty('recurrence-id')?.getParameter('range'))
    throw new PropertyProblem(
      'recurrence-id',
      'RANGE=THISANDFUTURE cannot be read; split the series where it comes from',
    )
  const owner = component.getFirstPropertyValue('organizer')
  const stored: StoredEvent = {
    title: textOf(component, 'summary') ?? '',
    start: start.moment,
    end: endOf(component, start, zones),
    zone: textOf(component, 'x-nightdesk-zone') ?? start.zone,
    organizer: owner ? addressOf(String(owner)) : organizer,
    attendees: component.getAllProperties('attendee').map((property) => ({
      address: addressOf(String(property.getFirstValue())),
      name: one(property.getParameter('cn')),
      reply: replyOf(one(property.getParameter('partstat'))),
    })),
    location: textOf(component, 'location'),
    description: textOf(component, 'description'),
    kind: kindOf(component),
    shows: showsOf(component),
    status: statusOf(component),
    recurrence: ruleOf(text),
    exdates: all(component, 'exdate', zones),
    rdates: all(component, 'rdate', zones),
    extra: {
      properties: component.jCal[1].filter((property: unknown[]) => !READ.has(String(property[0]))),
      components: component.jCal[2],
    },
  }
  return { id: original ? `${uid}#${original.moment}` : uid, series: original ? uid : null, stored }
}

const replyOf = (text: string | null): Attendee['reply'] =>
  Attendee.shape.reply.catch('needs_action').parse(text?.toLowerCase().replace('-', '_'))

const addressOf = (value: string): string => value.replace(/^mailto:/i, '').trim()

const one = (parameter: string | string[] | undefined): string | null =>
  parameter === undefined ? null : Array.isArray(parameter) ? parameter.join(',') : parameter

function textOf(component: Component, name: string): string | null {
  const value = component.getFirstPropertyValue(name)
  return value === null || value === '' ? null : String(value)
}

function only(component: Component, name: string, zones: FileZones): FileMoment | null {
  const property = component.getFirstProperty(name)
  return property ? (momentsOf(property, zones)[0] ?? null) : null
}

const all = (component: Component, name: string, zones: FileZones): string[] =>
  component.getAllProperties(name).flatMap((property) => momentsOf(property, zones).map((found) => found.moment))

/** DTEND, else DTSTART and DURATION, else one day or no time at all (RFC 5545, 3.6.1). */
function endOf(component: Component, start: FileMoment, zones: FileZones): string {
  const end = only(component, 'dtend', zones)
  const allDay = start.moment.length === 10
  const startMs = Date.parse(start.moment)
  const moment = (ms: number) => (allDay ? new Date(ms).toISOString().slice(0, 10) : toIso(ms))
  if (end) {
    if ((end.moment.length === 10) !== allDay) throw new PropertyProblem('dtend', 'one of DTSTART and DTEND is a date')
    if (end.moment < start.moment) throw new PropertyProblem('dtend', 'the event ends before it begins')
    return allDay && end.moment === start.moment ? moment(startMs + DAY_MS) : end.moment
  }
  const duration = component.getFirstPropertyValue('duration')
  if (duration instanceof ICAL.Duration) {
    if (duration.toSeconds() < 0) throw new PropertyProblem('duration', 'the event ends before it begins')
    return moment(startMs + duration.toSeconds() * 1000)
  }
  return moment(allDay ? startMs + DAY_MS : startMs)
}

/** The rule as it was written. @throws PropertyProblem naming a rule that cannot be used */
function ruleOf(text: string): string | null {
  const unfolded = text.replace(/\r\n[ \t]/g, '')
  const rules = [...unfolded.matchAll(/^RRULE(?:;[^:]*)?:(.*)$/gim)].map((match) => match[1]?.trim() ?? '')
  if (rules.length > 1) throw new PropertyProblem('rrule', 'an event may have one RRULE')
  const [rule] = rules
  if (rule === undefined) return null
  try {
    parseRule(rule)
  } catch (error) {
    if (error instanceof RuleProblem) throw new PropertyProblem('rrule', error.message)
    throw error
  }
  return rule
}
