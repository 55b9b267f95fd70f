import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { DAY_MS, SECOND_MS } from '#kernel/units.ts'

const NAME = 'nightdesk_visitor'
const LASTS_S = DAY_MS / SECOND_MS
const SECRET_BYTES = 16
const SECRET = /^[\w-]{22}$/

/** A fresh secret of 128 bits. */
export const freshSecret = (bytes: (length: number) => Uint8Array): string =>
  Buffer.from(bytes(SECRET_BYTES)).toString('base64url')

/** The secret in the visitor's browser, or null. Only its hash is ever kept. */
export function visitorOf(c: Context): string | null {
  const kept = getCookie(c, NAME)
  return kept !== undefined && SECRET.test(kept) ? kept : null
}

/**
 * Who presses a button: whom the browser says, else whom the page was drawn for, so that a double click on the first page is
 * one visitor. From then on the browser remembers it.
 */
export function rememberVisitor(c: Context, drawnFor: string | undefined, fresh: string): string {
  const known = visitorOf(c)
  const visitor = known ?? (drawnFor !== undefined && SECRET.test(drawnFor) ? drawnFor : fresh)
  const secure = c.req.header('origin')?.startsWith('https:') === true
  setCookie(c, NAME, visitor, { httpOnly: true, sameSite: 'Strict', path: '/book', maxAge: LASTS_S, secure })
  return visitor
}
