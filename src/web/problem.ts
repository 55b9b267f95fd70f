import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { asDeskError, DeskError } from '#kernel/errors.ts'
import type { Log } from '#ports/log.ts'
import { closedPage, problemPage } from './pages/door.ts'
import { statusOf } from './status.ts'
import { themeOf } from './theme.ts'

/** Whether the caller reads JSON rather than pages. */
export const wantsJson = (c: Context): boolean =>
  c.req.path.startsWith('/api/') || c.req.header('accept')?.includes('application/json') === true

/** Answers a failure in the caller's own form: a page, or `{"error":{"code","message"}}`. */
export function answerProblem(error: Error, c: Context, log: Log, reference: string): Response | Promise<Response> {
  const known =
    error instanceof HTTPException ? new DeskError('USAGE', { problem: error.message }) : asDeskError(error, reference)
  const status = statusOf(known.code)
  if (known.code === 'INTERNAL')
    log.error(
      { reference, path: c.req.path, error: error.name, at: error.stack?.split('\n')[1]?.trim() ?? null },
      'a page failed',
    )
  if (status === 503) c.header('retry-after', '60')
  c.header('cache-control', 'no-store')
  if (wantsJson(c)) return c.json({ error: { code: known.code, message: known.message } }, status)
  if (c.req.path === '/metrics' || c.req.path === '/readyz') return c.text(`${known.message}\n`, status)
  const theme = themeOf(c)
  if (known.code === 'SIGN_IN_NEEDED') return c.html(closedPage(known.message, c.req.path, theme), status)
  return c.html(problemPage(known.message, theme, { path: '/', name: 'Back to the desk' }), status)
}

/** What an unknown path answers. */
export const notFound = (c: Context): never => {
  throw new DeskError('NOT_FOUND', { path: c.req.path.slice(0, 80) })
}
