import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { DeskError } from '#kernel/errors.ts'
import { headersDoor } from '../doors/headers.ts'
import { answerFailure, wordsFor } from './answer.ts'
import { isListed, shareWith } from './doors/origin.ts'
import { issueTicket } from './doors/ticket.ts'
import { FormLimits } from './limits.ts'
import { formPage } from './pages.ts'
import type { FormsWeb, NamedForm } from './parts.ts'
import { MOST_BODY_KB } from './read/body.ts'
import { taking } from './take.ts'

const SCRIPT = readFileSync(join(import.meta.dirname, 'assets/form.js'), 'utf8')
/** How long a browser need not ask again what it may send, and keeps the script. */
const [PREFLIGHT_S, SCRIPT_S] = [600, 3_600]
/** Every address of a form, its own and its ticket's. */
const FORM = '/hooks/form/:form'
/** What is answered here; the rest of `/hooks` belongs to channels. */
const OURS = ['/hooks/form/*', '/hooks/form.js']

/** What answers under `/hooks/form`: posts of web forms, by the doors of the policy, and the form as a page of its own. */
export function hooksApp(parts: FormsWeb): Hono {
  const { clock, policy } = parts.desk.context
  const limits = new FormLimits(parts)
  const app = new Hono()
  app.onError((error, c) => answerFailure(error, c, parts, c.req.path.split('/')[3] ?? ''))
  for (const path of OURS) app.use(path, headersDoor)
  for (const path of OURS)
    app.use(path, async (c, next) => {
      await next()
      if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
    })
  app.get('/hooks/form.js', (c) => {
    // Pages elsewhere load it.
    c.header('cross-origin-resource-policy', 'cross-origin')
    const headers = { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': `public, max-age=${SCRIPT_S}` }
    return c.body(SCRIPT, 200, headers)
  })

  const named = (c: Context): NamedForm => {
    const { forms } = policy()
    const name = c.req.param('form') ?? ''
    const form = Object.hasOwn(forms, name) ? forms[name] : undefined
    if (!form) throw new DeskError('FORM_UNKNOWN', { form: name.slice(0, 40) })
    return { name, form }
  }
  app.options(`${FORM}/*`, (c) => preflight(c, named(c)))
  app.options(FORM, (c) => preflight(c, named(c)))

  app.get(`${FORM}/ticket`, (c) => {
    const { name, form } = named(c)
    shareWith(c, { name, form })
    limits.pass(c, { name, form }, 'look', () => wordsFor(c, parts))
    const ticket = issueTicket(parts.ticketKey, name, clock.nowMs())
    return c.json({ ticket, minimumTimeMs: form.minimumTimeMs })
  })

  app.get(FORM, (c) => {
    const { name, form } = named(c)
    const words = wordsFor(c, parts)
    limits.pass(c, { name, form }, 'look', () => words)
    const ticket = issueTicket(parts.ticketKey, name, clock.nowMs())
    const company = policy().company.name
    return c.html(formPage({ company, words, action: `/hooks/form/${name}`, ticket, post: null, problem: null }))
  })

  const take = taking(parts, limits)
  const tooLarge = bodyLimit({
    maxSize: MOST_BODY_KB * 1024,
    onError: () => {
      throw new DeskError('FORM_TOO_MUCH', { limit: MOST_BODY_KB, what: 'kB' })
    },
  })
  // A declared length is a promise that Node holds callers to; counting a stream costs more than taking the post in.
  const bounded: MiddlewareHandler = (c, next) => {
    const declared = Number(c.req.header('content-length') ?? Number.NaN)
    return c.req.header('transfer-encoding') === undefined && declared <= MOST_BODY_KB * 1024
      ? next()
      : tooLarge(c, next)
  }
  app.post(FORM, bounded, (c) => {
    const form = named(c)
    shareWith(c, form)
    return take(c, form)
  })
  app.all(`${FORM}/*`, (c) => answerFailure(new DeskError('FORM_UNKNOWN', { form: '' }), c, parts, ''))
  return app
}

/** Tells a browser whether a script of that page may post here. */
function preflight(c: Context, form: NamedForm): Response {
  if (!isListed(c, form)) throw new DeskError('FORM_ORIGIN', { form: form.name, origin: c.req.header('origin') ?? '' })
  shareWith(c, form)
  c.header('access-control-allow-methods', 'GET, POST')
  c.header('access-control-allow-headers', 'Content-Type, Accept')
  c.header('access-control-max-age', String(PREFLIGHT_S))
  return c.body(null, 204)
}
