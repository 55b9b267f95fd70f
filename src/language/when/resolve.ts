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

/** What the clock on the wall shows at an instant. */
export const wallAt = (ms: number, zone: Zone): Wall => ms + zone.offset(ms) * MINUTE

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
  if (zone.isUniversal) return { ms: wall - zone.offset(wall) * MINUTE, dst: null }
  const before = zone.offset(wall - 24 * HOUR) * MINUTE
  const after = zone.offset(wall + 24 * HOUR) * MINUTE
  const early = wall - before
  const late = wall - after
  if (before === after) return { ms: early, dst: null }
  const earlyHolds = zone.offset(early) * MINUTE === before
  const lateHolds = zone.offset(late) * MINUTE === after
  if (earlyHolds && lateHolds) return { ms: Math.min(early, late), dst: early === late ? null : 'fold' }
  if (earlyHolds) return { ms: early, dst: null }
  return lateHolds ? { ms: late, dst: null } : { ms: early, dst: 'gap' }
}
