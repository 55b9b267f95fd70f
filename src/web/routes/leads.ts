import { Hono } from 'hono'
import { leadsByShelf, leadView } from '#desk/views/leads.ts'
import { speedToLead } from '#desk/views/speed-to-lead.ts'
import { DeskError } from '#kernel/errors.ts'
import { memberById } from '#policy/people.ts'
import { answerPage } from '../frame.ts'
import { leadPage } from '../pages/lead.ts'
import { leadsPage, nameOfLead } from '../pages/leads.ts'
import type { ConsoleParts, WebEnv } from '../parts.ts'

/** Who may become a client, and each of them. */
export function leadRoutes(parts: ConsoleParts): Hono<WebEnv> {
  const desk = parts.desk.context
  const app = new Hono<WebEnv>()
  const nameOf = (owner: string): string => memberById(desk.policy(), owner)?.name ?? owner

  app.get('/leads', async (c) => {
    const main = leadsPage({
      shelves: await leadsByShelf(desk),
      speed: await speedToLead(desk),
      answerWithin: desk.policy().file.leads.answer_within,
      nameOf,
      zone: c.get('viewer').zone,
      nowMs: desk.clock.nowMs(),
    })
    return answerPage(parts, c, { title: 'Leads', at: '/leads', main })
  })

  app.get('/leads/:id', async (c) => {
    const viewer = c.get('viewer')
    const view = await leadView(desk, c.req.param('id').slice(0, 60), viewer)
    if (!view) throw new DeskError('NOT_FOUND', { path: c.req.path.slice(0, 80) })
    const main = leadPage({ ...view, nameOf, zone: viewer.zone, nowMs: desk.clock.nowMs() })
    return answerPage(parts, c, { title: nameOfLead(view.lead), at: '/leads', main })
  })

  return app
}
