import { Hono } from 'hono'
import { readVersionVerb } from '#desk/in/version-verbs.ts'
import { versionsView } from '#desk/views/versions.ts'
import { ownConversation } from '#desk/views/viewer.ts'
import { DeskError } from '#kernel/errors.ts'
import { formOf, freshId } from '../form.ts'
import { answerPage } from '../frame.ts'
import { versionsPage } from '../pages/versions.ts'
import type { ConsoleParts, WebContext, WebEnv } from '../parts.ts'
import { say, senderOf } from '../say.ts'

/** What is in force of the agents; an approver changes it with the words that they would type. */
export function versionsRoutes(parts: ConsoleParts): Hono<WebEnv> {
  const desk = parts.desk.context
  const app = new Hono<WebEnv>()

  const answer = async (c: WebContext, said: string | null): Promise<Response> => {
    const { zone, approver } = c.get('viewer')
    const at = { zone, approver, nowMs: desk.clock.nowMs(), said, nextId: freshId(desk.random.bytes(12)) }
    const main = versionsPage(await versionsView(desk, parts.versions), at)
    return answerPage(parts, c, { title: 'Versions', at: '/activity', main })
  }

  app.get('/versions', (c) => answer(c, null))

  app.post('/versions', async (c) => {
    const viewer = c.get('viewer')
    const { text = '', id = '' } = await formOf(c)
    if (readVersionVerb(text) === null) throw new DeskError('USAGE', { problem: 'That is no change of a version.' })
    if (!viewer.approver) throw new DeskError('NOT_ALLOWED', { why: 'only an approver changes what is in force' })
    const { reply } = await say(parts, {
      id: `versions-${id.slice(0, 40)}`,
      conversation: ownConversation(viewer),
      from: senderOf(viewer),
      text,
    })
    return answer(c, reply ?? 'The desk is on it.')
  })

  return app
}
