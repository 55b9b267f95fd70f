import { Hono } from 'hono'
import { stream } from 'hono/streaming'
import { z } from 'zod'
import { conversationView } from '#desk/views/conversation.ts'
import { openCards } from '#desk/views/flags.ts'
import { doneToday } from '#desk/views/ledger.ts'
import { ownConversation } from '#desk/views/viewer.ts'
import { decide } from '../decide.ts'
import { freshId, jsonOf } from '../form.ts'
import { live } from '../live.ts'
import type { ConsoleParts, WebEnv } from '../parts.ts'
import { say, sayUndo, senderOf } from '../say.ts'
import { shownEntries } from '../shown.ts'

const Message = z.object({
  text: z.string().min(1),
  /** The same id is the same message. */
  id: z.string().min(1).max(100).optional(),
  /** Seconds to wait for the answer. */
  wait: z.number().min(0).max(10).default(4),
})
const DecisionBody = z.object({
  decision: z.string(),
  verb: z.string(),
  note: z.string().max(500).optional(),
  fields: z.record(z.string(), z.string()).default({}),
})

/** What pages show, for programs. Session and origin are checked before anything gets here. */
export function apiRoutes(parts: ConsoleParts): Hono<WebEnv> {
  const desk = parts.desk.context
  const app = new Hono<WebEnv>()

  app.get('/api/messages', async (c) => {
    const viewer = c.get('viewer')
    return c.json(await conversationView(desk, ownConversation(viewer), viewer, shownEntries(c).limit))
  })
  app.post('/api/messages', async (c) => {
    const viewer = c.get('viewer')
    const { text, wait, id = freshId(desk.random.bytes(12)) } = await jsonOf(c, Message)
    const speech = { id, conversation: ownConversation(viewer), from: senderOf(viewer), text }
    return c.json({ id, ...(await say(parts, speech, wait * 1000)) }, 202)
  })

  app.get('/api/flags', async (c) => c.json({ flags: await openCards(desk, c.get('viewer')) }))
  app.post('/api/flags/:id/decide', async (c) => {
    const { note, ...body } = await jsonOf(c, DecisionBody)
    return c.json(await decide(parts, c.get('viewer'), c.req.param('id'), { ...body, note }))
  })

  app.get('/api/actions', async (c) => c.json({ actions: await doneToday(desk, c.get('viewer')) }))
  app.post('/api/actions/:id/undo', async (c) =>
    c.json(await sayUndo(parts, c.get('viewer'), c.req.param('id').slice(0, 40))),
  )

  app.get('/api/calendar.ics', (c) => {
    c.header('content-type', 'text/calendar; charset=utf-8')
    c.header('content-disposition', 'attachment; filename="nightdesk.ics"')
    c.header('cache-control', 'no-store')
    return stream(c, async (out) => {
      for await (const piece of parts.calendarFile()) await out.write(piece)
    })
  })

  app.get('/api/events', (c) => live(parts, c))
  return app
}
