import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { DeskError } from '#kernel/errors.ts'
import { bookingApp } from './booking/app.ts'
import { hooksApp } from './hooks/app.ts'
import type { PublicParts } from './parts.ts'
import { statusOf } from './status.ts'

/**
 * What the internet may reach: booking pages, web forms, what channels' providers post, calendar feeds by their secret
 * address, and a sign of life. Everything else is not there; the console has its own port.
 */
export function publicApp({ feed, booking, forms, channels = [] }: PublicParts): Hono {
  const app = new Hono()
  app.route('/', bookingApp(booking))
  for (const channel of channels)
    if (channel.hook) app.post(`/hooks/${channel.name}`, async (c) => (await channel.hook?.(c.req.raw)) ?? c.notFound())
  app.route('/', hooksApp(forms))
  app.use(secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'none'"] }, strictTransportSecurity: false }))
  app.get('/healthz', (c) => c.text('ok\n'))
  app.get('/feed/:file{[A-Za-z0-9_-]+\\.ics}', async (c) => {
    const text = await feed(c.req.param('file').slice(0, -'.ics'.length))
    if (text === null) return c.notFound()
    return c.body(text, 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, max-age=300',
    })
  })
  app.notFound((c) => c.text('There is nothing here.\n', 404))
  app.onError((error, c) => {
    if (error instanceof DeskError) return c.text(`${error.message}\n`, statusOf(error.code))
    return c.text('Something went wrong in the desk itself.\n', 500)
  })
  return app
}
