import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { DeskError } from '#kernel/errors.ts'

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD'])

/**
 * Lets a write through only when it comes from the console's own pages: `Origin` names the host that was asked, or, where a
 * browser sends none, `Sec-Fetch-Site` says same-origin. A write with neither is refused too; programs send `Origin`.
 * Reads of `/api` (live events among them) are refused to other sites as well.
 */
export const originDoor = createMiddleware(async (c, next) => {
  const origin = c.req.header('origin')
  const site = c.req.header('sec-fetch-site')
  const isRead = READS.has(c.req.method)
  const own = origin === undefined ? site === 'same-origin' : isSameHost(origin, c.req.header('host') ?? '')
  const foreign = (origin !== undefined && !own) || site === 'cross-site' || site === 'same-site'
  const guarded = !isRead || c.req.path.startsWith('/api/')
  if (guarded && (foreign || (!isRead && !own))) throw new DeskError('CROSS_SITE')
  await next()
})

/** Whether an `Origin` names the host that was asked. */
export function isSameHost(origin: string, host: string): boolean {
  try {
    return new URL(origin).host === new URL(`${new URL(origin).protocol}//${host}`).host
  } catch {
    return false
  }
}

/**
 * Whether a write comes from a page of the public port itself: `Origin` names the host that was asked or the public address,
 * else the browser says so.
 */
export function isOwnWrite(c: Context, base: string): boolean {
  const origin = c.req.header('origin')
  if (origin === undefined) return c.req.header('sec-fetch-site') === 'same-origin'
  return isSameHost(origin, c.req.header('host') ?? '') || origin === new URL(base).origin
}
