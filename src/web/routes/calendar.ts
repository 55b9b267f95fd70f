import { Hono } from 'hono'
import { weekView } from '#desk/views/week.ts'
import { toMs, wallDay } from '#kernel/time.ts'
import { HOUR_MS } from '#kernel/units.ts'
import { answerPage } from '../frame.ts'
import { calendarPage } from '../pages/calendar.ts'
import type { ConsoleParts, WebEnv } from '../parts.ts'

/** The team's week. */
export function calendarRoutes(parts: ConsoleParts): Hono<WebEnv> {
  const desk = parts.desk.context
  const app = new Hono<WebEnv>()

  app.get('/calendar', async (c) => {
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
    const main = calendarPage({ days, zone, before: dateOf(-7), after: dateOf(7) })
    return answerPage(parts, c, { title: 'Calendar', at: '/calendar', main })
  })

  return app
}
