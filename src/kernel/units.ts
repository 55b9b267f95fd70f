import type { Language } from './language.ts'
import { phrasesIn } from './phrases.ts'

export const SECOND_MS = 1000
export const MINUTE_MS = 60 * SECOND_MS
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS
export const WEEK_MS = 7 * DAY_MS

const UNIT_MS: Record<string, number> = { s: SECOND_MS, m: MINUTE_MS, h: HOUR_MS, d: DAY_MS, w: WEEK_MS }

/** Milliseconds of a duration as the policy writes it (`45s`, `15m`, `2h`, `3d`, `1w`), or null where it is none. */
export function parseDurationMs(text: string): number | null {
  const parts = /^(\d+(?:\.\d+)?)\s*([smhdw])$/.exec(text.trim())
  return parts ? Number(parts[1]) * (UNIT_MS[parts[2] ?? ''] ?? 0) : null
}

/** A duration in words for a person: `45 min`, `2 h`, `1 h 30 min`, `3 days`. */
export function sayDuration(ms: number, language: Language = 'en'): string {
  if (ms >= DAY_MS && ms % DAY_MS === 0) return phrasesIn(language).days(ms / DAY_MS)
  const minutes = Math.round(ms / MINUTE_MS)
  if (minutes === 0) return `${Math.round(ms / SECOND_MS)} s`
  if (minutes < 60) return `${minutes} min`
  const rest = minutes % 60
  return rest === 0 ? `${(minutes - rest) / 60} h` : `${(minutes - rest) / 60} h ${rest} min`
}
