import { Hono } from 'hono'
import { endSession, linkBearer, signIn, startSession } from '#desk/views/sessions.ts'
import { DeskError } from '#kernel/errors.ts'
import { approversOf, memberById } from '#policy/people.ts'
import { dropSession, keepSession } from '../doors/session.ts'
import { formOf } from '../form.ts'
import { signInPage } from '../pages/door.ts'
import type { ConsoleParts, WebEnv } from '../parts.ts'
import { keepTheme, themeOf } from '../theme.ts'

/** Coming in: the page of a sign-in link, and the POST that uses it. No session is needed yet. */
export function signInRoutes({ desk }: ConsoleParts): Hono<WebEnv> {
  const app = new Hono<WebEnv>()

  app.get('/sign-in/:secret', async (c) => {
    const viewer = await linkBearer(desk.context, c.req.param('secret'))
    if (!viewer) throw new DeskError('LINK_USED')
    c.header('cache-control', 'no-store')
    return c.html(signInPage(viewer, c.req.path, themeOf(c)))
  })

  app.post('/sign-in/:secret', async (c) => {
    const session = await signIn(desk.context, c.req.param('secret'))
    if (!session) throw new DeskError('LINK_USED')
    keepSession(c, session)
    return c.redirect('/', 303)
  })

  return app
}

/** Going out, the appearance, and how the home begins. */
export function sessionRoutes(parts: ConsoleParts): Hono<WebEnv> {
  const desk = parts.desk.context
  const app = new Hono<WebEnv>()

  app.post('/sign-out', async (c) => {
    await endSession(desk, c.get('session'))
    dropSession(c)
    return c.redirect('/', 303)
  })

  app.post('/theme', async (c) => {
    keepTheme(c, (await formOf(c)).theme)
    return c.redirect(pathOf(c.req.header('referer')), 303)
  })

  app.post('/setup', async (c) => {
    const viewer = c.get('viewer')
    const { mode } = await formOf(c)
    const may = viewer.approver && (parts.setup() === 'empty' || (mode === 'real' && parts.setup() === 'demo'))
    if (!may) throw new DeskError('NOT_ALLOWED', { why: 'this desk is set up already' })
    await (mode === 'demo' ? parts.startDemo() : parts.startReal())
    // Another team may stand in the policy now; who set the home up goes on as its first approver.
    const next = memberById(desk.policy(), viewer.id) ?? approversOf(desk.policy())[0]
    if (next && next.id !== viewer.id) keepSession(c, await startSession(desk, next.id))
    return c.redirect('/', 303)
  })

  return app
}

/** The path of our own page that a form was on; the origin door has seen to it that it was ours. */
function pathOf(referer: string | undefined): string {
  if (!referer) return '/'
  const { pathname, search } = new URL(referer)
  return pathname.startsWith('//') ? '/' : pathname + search
}
