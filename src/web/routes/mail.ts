import { Hono } from 'hono'
import { mailFolder, mailThread } from '#desk/views/mail.ts'
import { DeskError } from '#kernel/errors.ts'
import { answerPage } from '../frame.ts'
import { mailPage, threadPage } from '../pages/mail.ts'
import type { ConsoleParts, WebEnv } from '../parts.ts'

const LONGEST_WORDS = 200

/** The team's mailbox, to read. */
export function mailRoutes(parts: ConsoleParts): Hono<WebEnv> {
  const desk = parts.desk.context
  const app = new Hono<WebEnv>()

  app.get('/mail', async (c) => {
    const folder = c.req.query('folder') || 'inbox'
    const words = (c.req.query('words') ?? '').trim().slice(0, LONGEST_WORDS)
    const shown = await mailFolder(desk, folder, words)
    const at = { zone: c.get('viewer').zone, nowMs: desk.clock.nowMs() }
    const main = mailPage({ ...shown, folder, words, sender: desk.mailer.from }, at)
    return answerPage(parts, c, { title: 'Mail', at: '/mail', main })
  })

  app.get('/mail/thread', async (c) => {
    const mails = await mailThread(desk, c.req.query('id') ?? '')
    if (mails.length === 0) throw new DeskError('NOT_FOUND', { path: c.req.path })
    const main = threadPage(mails, { zone: c.get('viewer').zone, nowMs: desk.clock.nowMs() })
    return answerPage(parts, c, { title: 'Mail', at: '/mail', main })
  })

  return app
}
