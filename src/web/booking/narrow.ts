import { wallOf } from '#kernel/time.ts'
import { MINUTE_MS } from '#kernel/units.ts'
import type { Opening } from '#ports/openings.ts'
import { datesIn } from './times.ts'

/** Parts of a day, in minutes of the host's wall clock. Source: DOMAIN 4.3. */
const PARTS: Readonly<Record<string, { from: number; to: number }>> = {
  morning: { from: 8 * 60, to: 12 * 60 },
  afternoon: { from: 12 * 60, to: 17 * 60 },
  evening: { from: 17 * 60, to: 21 * 60 },
}
const DATE = /^\d{4}-\d\d-\d\d$/

/** What an address says to leave out. It only ever narrows: what is not free is not made free by it. */
export interface Narrowing {
  /** First and last day, as dates in the host's zone. */
  from: string | null
  to: string | null
  part: string | null
}

/** Reads `?from=2026-11-30&to=2026-12-04&part=afternoon`; what is none of that says nothing. */
export function narrowingOf(query: Readonly<Record<string, string | undefined>>): Narrowing {
  const date = (text: string | undefined) => (text !== undefined && DATE.test(text) ? text : null)
  const { part } = query
  return {
    from: date(query.from),
    to: date(query.to),
    part: part !== undefined && Object.hasOwn(PARTS, part) ? part : null,
  }
}

export const isNarrow = ({ from, to, part }: Narrowing): boolean => from !== null || to !== null || part !== null

/** The times that are left. @param zone the host's */
export function narrowed(openings: readonly Opening[], narrowing: Narrowing, zone: string): readonly Opening[] {
  if (!isNarrow(narrowing)) return openings
  const { from, to, part } = narrowing
  const window = part === null ? undefined : PARTS[part]
  const dates = datesIn(zone)
  return openings.filter(({ startMs, endMs }) => {
    const date = dates.format(startMs)
    if ((from !== null && date < from) || (to !== null && date > to)) return false
    if (!window) return true
    const { minute } = wallOf(startMs, zone)
    return window.from <= minute && minute + (endMs - startMs) / MINUTE_MS <= window.to
  })
}
