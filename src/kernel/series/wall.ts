import { IANAZone } from 'luxon'
import { toIso } from '../time.ts'
import { DAY_MS, MINUTE_MS } from '../units.ts'

/**
 * Wall time as a number: the epoch milliseconds that the same clock face would have in UTC. It makes calendar arithmetic
 * plain arithmetic; only these functions know of zones.
 */
export type WallMs = number

const offsetMs = (zone: string, ms: number): number => IANAZone.create(zone).offset(ms) * MINUTE_MS

/**
 * The instant of a wall time. One that a clock change skips moves forward by the gap, one that it repeats is the first
 * (RFC 5545, 3.3.5; `compatible` in Temporal).
 */
export function wallToMs(wall: WallMs, zone: string): number {
  const before = offsetMs(zone, wall - DAY_MS)
  const after = offsetMs(zone, wall + DAY_MS)
  if (before === after) return wall - before
  const fits = [before, after].filter((offset) => offsetMs(zone, wall - offset) === offset)
  return wall - Math.max(...(fits.length > 0 ? fits : [before]))
}

export const msToWall = (ms: number, zone: string): WallMs => ms + offsetMs(zone, ms)

/** `2026-11-24` or `2026-11-24T15:00:00Z` to wall time in the zone. */
export const momentToWall = (moment: string, zone: string): WallMs =>
  moment.length === 10 ? Date.parse(moment) : msToWall(Date.parse(moment), zone)

/** The moment that a wall time names: a date for whole days, else an instant. */
export const wallToMoment = (wall: WallMs, zone: string, allDay: boolean): string =>
  allDay ? new Date(wall).toISOString().slice(0, 10) : toIso(wallToMs(wall, zone))

/** Epoch milliseconds of a moment; a date begins at midnight of the zone. */
export const momentToMs = (moment: string, zone: string): number =>
  moment.length === 10 ? wallToMs(Date.parse(moment), zone) : Date.parse(moment)
