import { wallDay, wallOf } from '#kernel/time.ts'
import type { Policy } from './compile.ts'

type QuietHours = Policy['outreach']['quietHours']

const SATURDAY = 6
/** Ends of quiet spans looked at before giving up on zones that are never awake together. */
const MOST_ENDS = 60

/** Whether a moment is quiet on the wall of a zone. */
export function isQuiet({ startMinute, endMinute, weekends }: QuietHours, zone: string, atMs: number): boolean {
  const { isoWeekday, minute } = wallOf(atMs, zone)
  if (weekends && isoWeekday >= SATURDAY) return true
  if (startMinute === endMinute) return false
  return startMinute < endMinute
    ? startMinute <= minute && minute < endMinute
    : minute >= startMinute || minute < endMinute
}

/**
 * The first moment from `fromMs` on that is quiet in none of the zones: where only somebody's country is known, it has to suit all of
 * it. Where there is no such moment, the first zone alone decides.
 */
export function nextLoudMs(quiet: QuietHours, zones: readonly string[], fromMs: number): number {
  let atMs = fromMs
  for (let looked = 0; looked < MOST_ENDS; looked++) {
    const asleep = zones.find((zone) => isQuiet(quiet, zone, atMs))
    if (asleep === undefined) return atMs
    atMs = nextEndMs(quiet, asleep, atMs)
  }
  const [zone] = zones
  return zones.length > 1 && zone !== undefined ? nextLoudMs(quiet, [zone], fromMs) : fromMs
}

function nextEndMs({ endMinute }: QuietHours, zone: string, afterMs: number): number {
  const today = wallDay(afterMs, zone).atMinute(endMinute)
  return today > afterMs ? today : wallDay(afterMs, zone, 1).atMinute(endMinute)
}
