import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { sessionViewer } from '#desk/views/sessions.ts'
import { DeskError } from '#kernel/errors.ts'
import { DAY_MS, SECOND_MS } from '#kernel/units.ts'
import type { ConsoleParts, WebContext, WebEnv } from '../parts.ts'

const LASTS_S = (30 * DAY_MS) / SECOND_MS

/** Cookies know no ports, so the name does: two desks on one machine do not sign each other out. */
const cookieName = (c: WebContext): string =>
  `nightdesk_${/:(\d+)$/.exec(c.req.header('host') ?? '')?.[1] ?? 'session'}`

/** Puts a session into the browser. It is sent over TLS only where the page was. */
export function keepSession(c: WebContext, secret: string): void {
  const secure = c.req.header('origin')?.startsWith('https:') === true
  setCookie(c, cookieName(c), secret, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: LASTS_S, secure })
}

/** Takes it out again. */
export const dropSession = (c: WebContext): void => void deleteCookie(c, cookieName(c), { path: '/' })

/** Lets in who bears a session, and puts the member it belongs to on the request. */
export const sessionDoor = ({ desk }: ConsoleParts) =>
  createMiddleware<WebEnv>(async (c, next) => {
    const secret = getCookie(c, cookieName(c))
    const viewer = secret && (await sessionViewer(desk.context, secret))
    if (!secret || !viewer) throw new DeskError('SIGN_IN_NEEDED')
    c.set('viewer', viewer)
    c.set('session', secret)
    await next()
  })
