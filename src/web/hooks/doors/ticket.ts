import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto'
import { HOUR_MS } from '#kernel/units.ts'

/** A page may stay open this long. */
const LASTS_MS = 24 * HOUR_MS
const SHOWN_BYTES = 16

/**
 * Says when a form was opened, in words that only the desk can write: `<moment in base 36>.<mac>`. It is no secret and opens
 * nothing; without it nobody could tell how long the form took to fill in.
 */
export const issueTicket = (key: KeyObject, form: string, nowMs: number): string => {
  const moment = nowMs.toString(36)
  return `${moment}.${macOf(key, form, moment).toString('base64url')}`
}

/** Milliseconds since the ticket was issued; null for one that is not ours, of another form, or too old. */
export function ticketAgeMs(key: KeyObject, form: string, ticket: string | null, nowMs: number): number | null {
  const [moment = '', mac = ''] = (ticket ?? '').slice(0, 80).split('.')
  if (!/^[0-9a-z]{1,12}$/.test(moment)) return null
  const [given, wanted] = [Buffer.from(mac, 'base64url'), macOf(key, form, moment)]
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null
  const ageMs = nowMs - Number.parseInt(moment, 36)
  return ageMs >= 0 && ageMs <= LASTS_MS ? ageMs : null
}

const macOf = (key: KeyObject, form: string, moment: string): Buffer =>
  createHmac('sha256', key).update(`${form}.${moment}`).digest().subarray(0, SHOWN_BYTES)
