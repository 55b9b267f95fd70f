import type { Clock } from './clock.ts'
import type { PartName } from './lexicon.ts'
import { partIsPm } from './parts.ts'
import { DAY, HOUR, MINUTE, SECOND } from './wall.ts'

/** A clock time as milliseconds since midnight. */
export interface Settled {
  ms: number
  /** The other half of the day is about as likely ("at 7"). */
  doubtful: boolean
}

const ms = (clock: Clock, hour: number): number => hour * HOUR + clock.minute * MINUTE + clock.second * SECOND

/**
 * Decides am or pm where the words do not: the part of the day, else working hours (1 to 7 in the afternoon, 8 to 11 in the
 * morning, 12 noon). At 7 either may be meant.
 */
export function settleHour(clock: Clock, part: PartName | null): Settled {
  if (clock.sure) return { ms: ms(clock, clock.hour), doubtful: false }
  const hour = clock.hour
  const pm = part === null ? null : partIsPm(part, hour)
  if (pm !== null) return { ms: partHour(clock, hour, pm, part), doubtful: false }
  if (hour === 0 || hour > 12) return { ms: ms(clock, hour), doubtful: false }
  if (hour === 12) return { ms: ms(clock, 12), doubtful: false }
  return { ms: ms(clock, hour < 8 ? hour + 12 : hour), doubtful: hour === 7 }
}

/** Twelve in the evening is midnight, one to four at night are early hours. */
function partHour(clock: Clock, hour: number, pm: boolean, part: PartName | null): number {
  const late = part === 'evening' || part === 'night' || part === 'tonight'
  if (hour === 12) return late ? DAY + ms(clock, 0) : ms(clock, pm ? 12 : 0)
  if (part === 'tonight' && !pm && hour < 5) return DAY + ms(clock, hour)
  return ms(clock, pm && hour < 12 ? hour + 12 : hour)
}

/**
 * The two ends of a clock range: one may tell the half of the day for the other, and the end lies behind the start. "0930-0730"
 * is ten hours rather than 22; "08:00-02:00" does run into the night.
 */
export function settleRange(
  from: Clock,
  to: Clock,
  part: PartName | null,
): { start: number; end: number; doubtful: boolean } {
  const fits = (start: number, end: number): { start: number; end: number; doubtful: boolean } => ({
    start,
    end: end <= start ? end + DAY : end,
    doubtful: false,
  })
  if (from.sure && to.sure) {
    const [start, end] = [ms(from, from.hour), ms(to, to.hour)]
    const slip = end <= start && end + DAY - start >= 20 * HOUR && start < DAY / 2 && to.hour > 0 && !to.told
    return fits(start, slip ? end + DAY / 2 : end)
  }
  if (part !== null && !from.sure && partIsPm(part, from.hour) !== null && !(to.sure && to.hour < 12)) {
    const start = settleHour(from, part).ms
    const end = to.sure ? ms(to, to.hour) : settleHour(to, part).ms
    return start < end ? fits(start, end) : fits(start % (DAY / 2), end)
  }
  if (to.sure) {
    const end = ms(to, to.hour)
    const sameHalf = ms(from, (from.hour % 12) + (to.hour >= 12 && to.hour < 24 ? 12 : 0))
    const otherHalf = ms(from, (from.hour % 12) + (to.hour >= 12 && to.hour < 24 ? 0 : 12))
    return fits(sameHalf < end ? sameHalf : otherHalf, end)
  }
  const first = from.sure ? { ms: ms(from, from.hour), doubtful: false } : settleHour(from, null)
  const hour = to.hour % 12
  const near = [ms(to, hour), ms(to, hour + 12), ms(to, hour + 24)].find((end) => end > first.ms) ?? ms(to, hour + 24)
  return { start: first.ms, end: near, doubtful: first.doubtful && near - first.ms <= 4 * HOUR }
}
