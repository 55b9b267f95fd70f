import { FixedOffsetZone, IANAZone, type Zone } from 'luxon'
import { HOUR, MINUTE, type Wall } from './wall.ts'

const zones = new Map<string, Zone>()

/** A Luxon zone by IANA name or `UTC+5:45`; UTC where the name is unknown. */
export function zoneOf(name: string): Zone {
  const known = zones.get(name)
  if (known) return known
  const offset = FixedOffsetZone.parseSpecifier(name)
  const iana = IANAZone.create(name)
  const zone = offset ?? (iana.isValid ? iana : FixedOffsetZone.utcInstance)
  if (zones.size > 500) zones.clear()
  zones.set(name, zone)
  return zone
}

/** Offsets already asked for: asking Intl is a third of the cost of a reading, and messages speak of the same days. */
const offsets = new WeakMap<Zone, Map<number, number>>()

/** From this year on every clock on earth is changed at a full minute (Newfoundland's at one past midnight). */
const WHOLE_MINUTES_MS = Date.UTC(1973, 0, 1)

function offsetMs(ms: number, zone: Zone): number {
  if (zone.isUniversal || ms < WHOLE_MINUTES_MS) return zone.offset(ms) * MINUTE
  const minute = Math.floor(ms / MINUTE)
  const known = offsets.get(zone) ?? new Map<number, number>()
  const before = known.get(minute)
  if (before !== undefined) return before
  const offset = zone.offset(ms) * MINUTE
  if (known.size > 5000) known.clear()
  offsets.set(zone, known.set(minute, offset))
  return offset
}

/** What the clock on the wall shows at an instant. */
export const wallAt = (ms: number, zone: Zone): Wall => ms + offsetMs(ms, zone)

export interface Instant {
  ms: number
  /** The wall time does not exist, or exists twice, on that day. */
  dst: 'gap' | 'fold' | null
}

/**
 * The instant of a wall time. A time skipped by a DST change moves forward by the change, of one that comes twice the first
 * is taken: RFC 5545 and Temporal's "compatible".
 */
export function instantOf(wall: Wall, zone: Zone): Instant {
  if (zone.isUniversal) return { ms: wall - offsetMs(wall, zone), dst: null }
  const before = offsetMs(wall - 24 * HOUR, zone)
  const after = offsetMs(wall + 24 * HOUR, zone)
  const early = wall - before
  const late = wall - after
  if (before === after) return { ms: early, dst: null }
  const earlyHolds = offsetMs(early, zone) === before
  const lateHolds = offsetMs(late, zone) === after
  if (earlyHolds && lateHolds) return { ms: Math.min(early, late), dst: early === late ? null : 'fold' }
  if (earlyHolds) return { ms: early, dst: null }
  return lateHolds ? { ms: late, dst: null } : { ms: early, dst: 'gap' }
}
