import { Hono } from 'hono'
import { decidesFlag } from '#desk/act/authority.ts'
import { conversationView } from '#desk/views/conversation.ts'
import { openCards } from '#desk/views/flags.ts'
import { doneToday } from '#desk/views/ledger.ts'
import { ownConversation } from '#desk/views/viewer.ts'
import { formOf, freshId } from '../form.ts'
import { answerPage } from '../frame.ts'
import { deskPage } from '../pages/desk.ts'
import { setupPage } from '../pages/setup.ts'
import type { ConsoleParts, WebEnv } from '../parts.ts'
import { wantsJson } from '../problem.ts'
import { say, senderOf } from '../say.ts'
import { shownEntries } from '../shown.ts'

/** The desk itself: the conversation, and what is said in it. */
export function deskRoutes(parts: ConsoleParts): Hono<WebEnv> {
  const desk = parts.desk.context
  const app = new Hono<WebEnv>()

  app.get('/', async (c) => {
    if (parts.setup() === 'empty') return answerPage(parts, c, { title: 'Welcome', at: '/', main: setupPage })
    const viewer = c.get('viewer')
    const shown = shownEntries(c)
    const [{ entries, more }, cards, done] = await Promise.all([
      conversationView(desk, ownConversation(viewer), viewer, shown.limit),
      openCards(desk, viewer),
      doneToday(desk, viewer),
    ])
    const main = deskPage({
      viewer,
      cards: cards.filter(({ card }) => decidesFlag(desk.policy(), viewer.id, card)),
      done,
      nowMs: desk.clock.nowMs(),
      colleagues: desk
        .policy()
        .people.flatMap((one) => (one.id === viewer.id ? [] : [one.name.split(' ')[0] ?? one.name])),
      talk: {
        entries,
        more,
        action: '/say',
        fields: [],
        nextId: freshId(desk.random.bytes(12)),
        prefill: shown.prefill,
        zone: viewer.zone,
        nowMs: desk.clock.nowMs(),
        earlier: `/?show=${shown.limit * 2}`,
      },
    })
    return answerPage(parts, c, { title: 'Desk', at: '/', main })
  })

  app.post('/say', async (c) => {
    const viewer = c.get('viewer')
    const { text = '', id, shown } = await formOf(c)
    if (text.trim() !== '')
      await say(
        parts,
        {
          id: (id || freshId(desk.random.bytes(12))).slice(0, 100),
          conversation: ownConversation(viewer),
          from: senderOf(viewer),
          text,
          ...(shown && { shown: shown.slice(0, 200) }),
        },
        wantsJson(c) ? 0 : undefined,
      )
    return wantsJson(c) ? c.json({ ok: true }) : c.redirect('/', 303)
  })

  return app
}
