import { Hono } from 'hono'
import { costView, sayCost } from '#desk/views/cost.ts'
import { doneToday } from '#desk/views/ledger.ts'
import { ownConversation } from '#desk/views/viewer.ts'
import { explain } from '#desk/watch/why.ts'
import { answerPage } from '../frame.ts'
import { activityPage, whyPage } from '../pages/activity.ts'
import type { ConsoleParts, WebEnv } from '../parts.ts'
import { wantsJson } from '../problem.ts'
import { sayUndo } from '../say.ts'

/** What was done, why, and the way back. */
export function activityRoutes(parts: ConsoleParts): Hono<WebEnv> {
  const desk = parts.desk.context
  const app = new Hono<WebEnv>()

  app.get('/activity', async (c) => {
    const viewer = c.get('viewer')
    const { configured, today } = await costView(desk)
    const main = activityPage(await doneToday(desk, viewer), {
      zone: viewer.zone,
      nowMs: desk.clock.nowMs(),
      cost: configured ? sayCost(today) : null,
    })
    return answerPage(parts, c, { title: 'Activity', at: '/activity', main })
  })

  app.get('/why/:id', async (c) => {
    const viewer = c.get('viewer')
    const id = c.req.param('id').slice(0, 40)
    const lines = await explain(desk, ownConversation(viewer), id, viewer.zone)
    return answerPage(parts, c, { title: 'Why', at: '/activity', main: whyPage(id, lines) })
  })

  app.post('/actions/:id/undo', async (c) => {
    await sayUndo(parts, c.get('viewer'), c.req.param('id').slice(0, 40))
    return wantsJson(c) ? c.json({ ok: true }) : c.redirect('/', 303)
  })

  return app
}
