import { Hono } from 'hono'
import { weekView } from '#desk/views/week.ts'
import { DeskError } from '#kernel/errors.ts'
import { toMs, wallDay } from '#kernel/time.ts'
import { HOUR_MS } from '#kernel/units.ts'
import { memberById } from '#policy/people.ts'
import { formOf } from '../form.ts'
import { answerPage } from '../frame.ts'
import { type BookingLink, bookingPanel } from '../pages/booking-links.ts'
import { calendarPage } from '../pages/calendar.ts'
import { feedsPanel } from '../pages/feeds.ts'
import type { ConsoleParts, WebContext, WebEnv } from '../parts.ts'

/** The team's week, and the private addresses to subscribe to one's own. */
export function calendarRoutes(parts: ConsoleParts): Hono<WebEnv> {
  const desk = parts.desk.context
  const app = new Hono<WebEnv>()

  const week = async (c: WebContext, made: string | null): Promise<Response> => {
    const viewer = c.get('viewer')
    const { zone } = viewer
    const on = c.req.query('on') ?? ''
    const asked = /^\d{4}-\d\d-\d\d$/.test(on) ? toMs(on, zone) : Number.NaN
    const aroundMs = Number.isNaN(asked) ? desk.clock.nowMs() : asked
    const days = await weekView(desk, viewer, aroundMs)
    const dateOf = (plusDays: number) => {
      const noonMs = wallDay(aroundMs, zone, plusDays).startMs + 12 * HOUR_MS
      return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(noonMs)
    }
    const feeds = feedsPanel({
      feeds: await parts.feeds.list(viewer.id),
      open: parts.feeds.base() !== null,
      made,
      zone,
    })
    const links = bookingPanel(linksOf(parts, viewer.id), parts.feeds.base() !== null)
    const main = calendarPage({ days, zone, before: dateOf(-7), after: dateOf(7), links, feeds })
    return answerPage(parts, c, { title: 'Calendar', at: '/calendar', main }, made ? 201 : 200)
  }

  app.get('/calendar', (c) => week(c, null))

  app.post('/calendar/feeds', async (c) => {
    const { mode } = await formOf(c)
    const base = parts.feeds.base()
    if (base === null) throw new DeskError('NOT_ALLOWED', { why: 'feeds are off until PUBLIC_PORT is set' })
    const secret = await parts.feeds.create(c.get('viewer').id, mode === 'full' ? 'full' : 'busy')
    return week(c, `${base}/feed/${secret}.ics`)
  })

  app.post('/calendar/feeds/:hash/revoke', async (c) => {
    const gone = await parts.feeds.revoke(c.req.param('hash'), c.get('viewer').id)
    if (!gone) throw new DeskError('NOT_FOUND', { path: c.req.path.slice(0, 80) })
    return c.redirect('/calendar#feeds', 303)
  })

  return app
}

/** The booking pages of a member, their own before those they share. */
function linksOf({ desk, feeds }: ConsoleParts, member: string): BookingLink[] {
  const policy = desk.context.policy()
  return Object.entries(policy.booking.pages)
    .filter(([, page]) => page.people.includes(member))
    .sort(([, a], [, b]) => a.people.length - b.people.length)
    .map(([slug, page]) => ({
      address: `${feeds.base() ?? ''}/book/${slug}`,
      with: page.people.flatMap((id) => (id === member ? [] : (memberById(policy, id)?.name ?? []))),
    }))
}
