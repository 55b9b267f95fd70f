import type { Agreement } from './agreement.ts'
import { edits } from './edits.ts'
import { digitsOf, joined } from './text.ts'

/** Digits at the end of a phone number by which two are compared: country codes and trunk zeros come and go. */
const PHONE_TAIL = 9
const PHONE_LEAST = 6

/** Post codes and house numbers: one digit wrong, or two neighbours swapped, is close where there are at least three. */
export function compareCodes(a: string, b: string): Agreement | null {
  const [s, t] = [joined(a), joined(b)]
  if (!s || !t) return null
  if (s === t) return 'same'
  const length = Math.min(s.length, t.length)
  return length >= 3 && edits(s, t, 1) <= 1 ? 'close' : length === 2 && isSwapped(s, t) ? 'close' : 'apart'
}

const isSwapped = (a: string, b: string): boolean => a.length === b.length && [...a].reverse().join('') === b

const tailOf = (number: string): string => digitsOf(number).slice(-PHONE_TAIL).replace(/^0+/, '')

/** Phone numbers by their last digits. */
export function comparePhones(a: string, b: string): Agreement | null {
  const [s, t] = [tailOf(a), tailOf(b)]
  if (s.length < PHONE_LEAST || t.length < PHONE_LEAST) return null
  const length = Math.min(s.length, t.length)
  if (s.slice(-length) === t.slice(-length)) return 'same'
  return edits(s, t, 1) <= 1 ? 'partly' : 'apart'
}

/** Dates as yyyymmdd or with separators: a digit wrong, two swapped, or day and month exchanged are close. */
export function compareDates(a: string, b: string): Agreement | null {
  const [s, t] = [digitsOf(a), digitsOf(b)]
  if (s.length < 6 || t.length < 6) return null
  if (s === t) return 'same'
  if (s.length === 8 && t.length === 8 && s.slice(0, 4) === t.slice(0, 4) && s.slice(4) === t.slice(6) + t.slice(4, 6))
    return 'close'
  if (edits(s, t, 1) <= 1) return 'close'
  return edits(s, t, 2) <= 2 && s.length === t.length ? 'partly' : 'apart'
}

/** Years: neighbours are partly the same, as things appear at the turn of one. */
export function compareYears(a: string, b: string): Agreement | null {
  const [s, t] = [Number(digitsOf(a).slice(0, 4)), Number(digitsOf(b).slice(0, 4))]
  if (!s || !t) return null
  return s === t ? 'same' : Math.abs(s - t) === 1 ? 'partly' : 'apart'
}
