import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { DAY_MS, SECOND_MS } from '#kernel/units.ts'
import type { Theme } from './pages/layout.ts'

const NAME = 'nightdesk_theme'
const LASTS_S = (365 * DAY_MS) / SECOND_MS

const isTheme = (text: string | undefined): text is Theme => text === 'auto' || text === 'light' || text === 'dark'

/** The appearance a browser chose; `auto` follows the system. It is read by the server, so no page ever flashes. */
export function themeOf(c: Context): Theme {
  const kept = getCookie(c, NAME)
  return isTheme(kept) ? kept : 'auto'
}

/** Keeps the chosen appearance; anything else counts as `auto`. */
export function keepTheme(c: Context, theme: string | undefined): void {
  setCookie(c, NAME, isTheme(theme) ? theme : 'auto', {
    sameSite: 'Strict',
    path: '/',
    maxAge: LASTS_S,
    httpOnly: true,
  })
}
