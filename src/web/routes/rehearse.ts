import { Hono } from 'hono'
import { conversationView } from '#desk/views/conversation.ts'
import { DeskError } from '#kernel/errors.ts'
import { formOf, freshId } from '../form.ts'
import { answerPage } from '../frame.ts'
import { tryPage } from '../pages/try.ts'
import type { ConsoleParts, WebEnv } from '../parts.ts'
import { wantsJson } from '../problem.ts'
import { personaOf, personaQuery, playedBy, rehearsalOf } from '../rehearsal.ts'
import { say } from '../say.ts'
import { shownEntries } from '../shown.ts'

const MOST_CONTACTS = 200

/** Speaking to the desk as somebody from outside: simulated, and marked so. */
export function rehearseRoutes(parts: ConsoleParts): Hono<WebEnv> {
  const desk = parts.desk.context
  const app = new Hono<WebEnv>()

  app.get('/try', async (c) => {
    const viewer = c.get('viewer')
    const persona = await personaOf(parts, { client: c.req.query('client'), stranger: c.req.query('stranger') })
    const shown = shownEntries(c)
    const said = persona
      ? await conversationView(desk, rehearsalOf(viewer, persona), viewer, shown.limit)
      : { entries: [], more: false }
    const main = tryPage({
      persona,
      contacts: await parts.contacts(MOST_CONTACTS),
      talk: {
        ...said,
        action: '/try/say',
        fields: persona ? [[persona.kind, persona.id]] : [],
        nextId: freshId(desk.random.bytes(12)),
        prefill: shown.prefill,
        zone: viewer.zone,
        nowMs: desk.clock.nowMs(),
        earlier: persona ? `/try?${personaQuery(persona)}&show=${shown.limit * 2}` : '/try',
      },
    })
    return answerPage(parts, c, { title: 'Rehearse', at: '/try', main })
  })

  app.post('/try/say', async (c) => {
    const viewer = c.get('viewer')
    const { text = '', id, shown, client, stranger } = await formOf(c)
    const persona = await personaOf(parts, { client, stranger })
    if (!persona) throw new DeskError('USAGE', { problem: 'Choose whom to speak as first.' })
    if (text.trim() !== '')
      await say(
        parts,
        {
          id: (id || freshId(desk.random.bytes(12))).slice(0, 100),
          conversation: rehearsalOf(viewer, persona),
          from: playedBy(viewer, persona),
          text,
          simulated: true,
          ...(shown && { shown: shown.slice(0, 200) }),
        },
        wantsJson(c) ? 0 : undefined,
      )
    return wantsJson(c) ? c.json({ ok: true }) : c.redirect(`/try?${personaQuery(persona)}`, 303)
  })

  return app
}
