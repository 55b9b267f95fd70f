import { DateTime } from 'luxon'
import { readWhen, type WhenFinding } from '#language/when.ts'

/** One line of `nightdesk read when`. */
export interface WhenLine {
  id: string
  text: string
  /** Now, ISO 8601 with offset. */
  at: string
  /** IANA zone of the speaker. */
  zone: string
  /** BCP 47. */
  locale: string
}

/** One find of the answer: instants as ISO 8601 with offset, lengths as ISO 8601 durations. */
export interface WhenFind {
  text: string
  start: string | null
  end: string | null
  grain: string
  ambiguous: boolean
  open?: 'after' | 'before'
  duration?: string
}

/** The answer to one line: every time in its text. Recurring times and dates that do not exist are left out. */
export function readWhenLine(row: WhenLine): { id: string; found: WhenFind[] } {
  const nowMs = DateTime.fromISO(row.at, { setZone: true }).toMillis()
  const findings = readWhen(row.text, { nowMs, zone: row.zone, locale: row.locale })
  return {
    id: row.id,
    found: findings.filter((one) => one.kind !== 'recurrence' && !one.impossible).map((one) => find(one, row.zone)),
  }
}

function find(one: WhenFinding, zone: string): WhenFind {
  const iso = (ms: number | null): string | null =>
    ms === null ? null : DateTime.fromMillis(ms, { zone }).toISO({ suppressMilliseconds: true })
  const { text, grain, ambiguous } = one
  if (one.kind === 'length') return { text, start: null, end: null, grain, ambiguous, duration: one.duration ?? 'PT0S' }
  const end = one.kind === 'point' ? null : iso(one.endMs)
  const due = one.open === 'before' && one.startMs !== null
  return { text, start: iso(one.startMs), end, grain, ambiguous, ...(one.open && !due ? { open: one.open } : {}) }
}
