import type { Context } from './context.ts'
import { type Length, lengthMs, shift } from './lengths.ts'
import { finer, floor, SECOND, type Wall } from './wall.ts'

/**
 * Where a wall time comes to after a length: days and longer units keep the time of day, hours and less pass as real time, so
 * that three hours over a DST change are three hours. The instant reached is kept with the context, as the wall time alone
 * may stand for two.
 */
export function pass(context: Context, from: Wall, by: Length, sign: 1 | -1): Wall {
  const fine = by.parts.filter(({ unit }) => finer(unit.grain, 'day'))
  const coarse = by.parts.filter(({ unit }) => !finer(unit.grain, 'day'))
  const day = coarse.length > 0 ? shift(from, { ...by, parts: coarse }, sign) : from
  if (fine.length === 0) return day
  const base = context.exact.get(day) ?? context.instantOf(day)
  const ms = Math.floor((base + sign * lengthMs({ ...by, parts: fine })) / SECOND) * SECOND
  const wall = floor(context.wallAt(ms), 'second')
  context.exact.set(wall, ms)
  return wall
}
