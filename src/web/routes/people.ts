import { Hono } from 'hono'
import { signInPath } from '#desk/views/sessions.ts'
import { DeskError } from '#kernel/errors.ts'
import { memberById } from '#policy/people.ts'
import { answerPage } from '../frame.ts'
import { type PeoplePage, peoplePage } from '../pages/people.ts'
import type { ConsoleParts, WebContext, WebEnv } from '../parts.ts'

const MOST_CONTACTS = 200

/** The team and the contacts; approvers can let a colleague in. */
export function peopleRoutes(parts: ConsoleParts): Hono<WebEnv> {
  const desk = parts.desk.context
  const app = new Hono<WebEnv>()

  const answer = async (c: WebContext, link: PeoplePage['link']): Promise<Response> => {
    const contacts = await parts.contacts(MOST_CONTACTS + 1)
    const team = desk
      .policy()
      .people.map(({ id, name, roles, timezone, email }) => ({ id, name, roles, zone: timezone, email }))
    const shown = contacts.slice(0, MOST_CONTACTS)
    const main = peoplePage({
      viewer: c.get('viewer'),
      team,
      contacts: shown,
      more: contacts.length > MOST_CONTACTS,
      link,
    })
    return answerPage(parts, c, { title: 'People', at: '/people', main }, link ? 201 : 200)
  }

  app.get('/people', (c) => answer(c, null))

  app.post('/people/:id/link', async (c) => {
    const viewer = c.get('viewer')
    const member = memberById(desk.policy(), c.req.param('id'))
    if (!viewer.approver) throw new DeskError('NOT_ALLOWED', { why: 'only an approver lets others in' })
    if (!member) throw new DeskError('NOT_FOUND', { path: c.req.path.slice(0, 80) })
    const path = await signInPath(desk, member.id, viewer.id)
    return answer(c, { name: member.name, address: new URL(path, c.req.header('origin') ?? c.req.url).href })
  })

  return app
}
