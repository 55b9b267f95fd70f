import { Hono } from 'hono'
import { openCards, receiptsSince } from '#desk/views/flags.ts'
import { DAY_MS } from '#kernel/units.ts'
import { decide } from '../decide.ts'
import { formOf } from '../form.ts'
import { answerPage } from '../frame.ts'
import { flagsPage } from '../pages/flags.ts'
import type { ConsoleParts, WebEnv } from '../parts.ts'
import { wantsJson } from '../problem.ts'

const RECEIPTS_REACH_MS = 7 * DAY_MS
const MOST_RECEIPTS = 50

/** Cards and receipts, and the one POST that decides. */
export function flagRoutes(parts: ConsoleParts): Hono<WebEnv> {
  const desk = parts.desk.context
  const app = new Hono<WebEnv>()

  app.get('/flags', async (c) => {
    const viewer = c.get('viewer')
    const nowMs = desk.clock.nowMs()
    const [cards, receipts] = await Promise.all([
      openCards(desk, viewer),
      receiptsSince(desk, nowMs - RECEIPTS_REACH_MS, MOST_RECEIPTS),
    ])
    const main = flagsPage(cards, receipts, { zone: viewer.zone, nowMs, back: '/flags' })
    return answerPage(parts, c, { title: 'Decisions', at: '/flags', main })
  })

  app.post('/flags/:id/decide', async (c) => {
    const { decision = '', verb = '', note, back, ...fields } = await formOf(c)
    const id = c.req.param('id')
    const outcome = await decide(parts, c.get('viewer'), id, { decision, verb, note, fields })
    if (wantsJson(c)) return c.json({ ok: true, outcome: outcome.receipt?.outcome ?? null, reply: outcome.reply })
    return c.redirect(back === '/' ? '/' : `/flags#receipt-${id}`, 303)
  })

  return app
}
