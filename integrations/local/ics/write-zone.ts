import ICAL from 'ical.js'
import { DateTime } from 'luxon'
import { DAY_MS, MINUTE_MS, SECOND_MS } from '#kernel/units.ts'

type Component = InstanceType<typeof ICAL.Component>

/** One change of the clock: offsets in minutes, as IANA and Luxon count them (east is positive). */
interface Change {
  atMs: number
  from: number
  to: number
}

/** A VTIMEZONE with every change of the clock from one year to another, so that readers without IANA data agree. */
export function zoneComponent(zone: string, fromYear: number, toYear: number): Component {
  const component = new ICAL.Component('vtimezone')
  component.addPropertyWithValue('tzid', zone)
  const firstMs = Date.UTC(fromYear, 0)
  const groups = new Map<string, Change[]>()
  for (const change of [startOf(zone, firstMs), ...changesOf(zone, firstMs, Date.UTC(toYear + 1, 0))]) {
    const key = `${change.from} ${change.to} ${nameAt(zone, change.atMs)}`
    groups.set(key, [...(groups.get(key) ?? []), change])
  }
  for (const changes of groups.values()) component.addSubcomponent(observance(zone, changes))
  return component
}

const offsetAt = (zone: string, ms: number): number => DateTime.fromMillis(ms, { zone }).offset

/** The clock as it stands at the beginning, written as a change to what it is. */
const startOf = (zone: string, ms: number): Change => ({ atMs: ms, from: offsetAt(zone, ms), to: offsetAt(zone, ms) })

function changesOf(zone: string, fromMs: number, toMs: number): Change[] {
  const changes: Change[] = []
  for (let ms = fromMs; ms < toMs; ms += DAY_MS) {
    const from = offsetAt(zone, ms)
    const to = offsetAt(zone, ms + DAY_MS)
    if (from !== to) changes.push({ atMs: moment(zone, ms, ms + DAY_MS), from, to })
  }
  return changes
}

/** The first second with the later offset, between two instants that differ. */
function moment(zone: string, earlyMs: number, lateMs: number): number {
  const early = offsetAt(zone, earlyMs)
  let [low, high] = [earlyMs, lateMs]
  while (high - low > SECOND_MS) {
    const middle = low + Math.floor((high - low) / 2 / SECOND_MS) * SECOND_MS
    if (offsetAt(zone, middle) === early) low = middle
    else high = middle
  }
  return high
}

function nameAt(zone: string, ms: number): string {
  const there = DateTime.fromMillis(ms, { zone, locale: 'en-GB' })
  return `${there.isInDST ? 'daylight' : 'standard'} ${there.offsetNameShort ?? ''}`
}

function observance(zone: string, changes: readonly Change[]): Component {
  const [first] = changes
  const [kind = '', name = ''] = nameAt(zone, first?.atMs ?? 0).split(' ')
  const component = new ICAL.Component(kind)
  const walls = changes.map((change) => new Date(change.atMs + change.from * MINUTE_MS).toISOString().slice(0, 19))
  component.addProperty(new ICAL.Property(['dtstart', {}, 'date-time', walls[0] ?? '']))
  // The first is said twice, because ical.js does not count DTSTART where there is an RDATE.
  for (const wall of walls.length > 1 ? walls : [])
    component.addProperty(new ICAL.Property(['rdate', {}, 'date-time', wall]))
  component.addProperty(new ICAL.Property(['tzoffsetfrom', {}, 'utc-offset', offsetText(first?.from ?? 0)]))
  component.addProperty(new ICAL.Property(['tzoffsetto', {}, 'utc-offset', offsetText(first?.to ?? 0)]))
  if (name) component.addPropertyWithValue('tzname', name)
  return component
}

function offsetText(minutes: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`
}
