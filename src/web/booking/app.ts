import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { DeskError } from '#kernel/errors.ts'
import { SECOND_MS } from '#kernel/units.ts'
import { headersDoor } from '../doors/headers.ts'
import { isOwnWrite } from '../doors/origin.ts'
import { statusOf } from '../status.ts'
import { Limits } from './limits.ts'
import { sentencePage } from './pages/booking.ts'
import { bookingAssets } from './pages/frame.ts'
import { type BookingWeb, type Guard, nothingHere, wordsOf } from './parts.ts'
import { ownRoutes } from './routes-own.ts'
import { timesRoutes } from './routes-times.ts'

const MOST_BODY_KB = 16

class TooOften extends Error {
  readonly waitMs: number
  constructor(waitMs: number) {
    super('too many requests')
    this.waitMs = waitMs
  }
}
class OtherSite extends Error {}

/** What answers under `/book`: pages for whoever has their address, and the only writes that the internet may make. */
export function bookingApp(parts: BookingWeb): Hono {
  const { context } = parts.desk
  const limits = new Limits()
  const guard: Guard = (c, kind) => {
    const waitMs = limits.waitMs(kind, parts.addressOf(c), context.clock.nowMs())
    if (waitMs > 0) throw new TooOften(waitMs)
  }
  const app = new Hono()
  app.onError((error, c) => answer(error, c, parts))
  app.use('/book/*', headersDoor)
  app.use('/book/*', bodyLimit({ maxSize: MOST_BODY_KB * 1024, onError: tooLarge }))
  app.use('/book/*', async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && !isOwnWrite(c, parts.base())) throw new OtherSite()
    await next()
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
  })
  app.route('/', bookingAssets.app())
  app.route('/', ownRoutes(parts, guard))
  app.route('/', timesRoutes(parts, guard))
  app.all('/book/*', (c) => nothingHere(c))
  return app
}

const tooLarge = (): never => {
  throw new DeskError('BODY_TOO_LARGE', { limit: MOST_BODY_KB })
}

/** Failures in the visitor's language, without a word on what is inside. */
function answer(error: Error, c: Context, { desk }: BookingWeb) {
  const { words } = wordsOf(c)
  c.header('cache-control', 'no-store')
  if (error instanceof OtherSite) return c.html(sentencePage(words, words.otherSite, null), 403)
  if (error instanceof TooOften) {
    c.header('retry-after', String(Math.ceil(error.waitMs / SECOND_MS)))
    return c.html(sentencePage(words, words.tooOften, null), 429)
  }
  const status = error instanceof DeskError ? statusOf(error.code) : 500
  if (status === 500)
    desk.context.log.error(
      { path: '/book', error: error.name, at: error.stack?.split('\n')[1]?.trim() ?? null },
      'a booking page failed',
    )
  if (status === 503) c.header('retry-after', '60')
  return c.html(sentencePage(words, words.failed, null), status)
}
