import { Hono } from 'hono'
import { recordView } from '#desk/views/record.ts'
import { recordList, SHOWN_KINDS, type ShownKind } from '#desk/views/records.ts'
import { DeskError } from '#kernel/errors.ts'
import { answerPage } from '../frame.ts'
import { recordPage } from '../pages/record.ts'
import { recordsPage } from '../pages/records.ts'
import type { ConsoleParts, WebEnv } from '../parts.ts'

const LONGEST_WORDS = 200
const LONGEST_ID = 300

const kindOf = (text: string | undefined): ShownKind | null => SHOWN_KINDS.find((one) => one === text) ?? null

/** Companies, people and deals on file, to look through. */
export function recordRoutes(parts: ConsoleParts): Hono<WebEnv> {
  const desk = parts.desk.context
  const app = new Hono<WebEnv>()

  app.get('/records', async (c) => {
    const words = (c.req.query('words') ?? '').trim().slice(0, LONGEST_WORDS)
    const page = Math.trunc(Number(c.req.query('page') ?? 1)) || 1
    const list = await recordList(desk, kindOf(c.req.query('kind')), words, page)
    return answerPage(parts, c, {
      title: 'Records',
      at: '/records',
      main: recordsPage({ ...list, words, duplicates: 0 }),
    })
  })

  app.get('/records/:kind{account|contact|deal}', async (c) => {
    const viewer = c.get('viewer')
    const kind = kindOf(c.req.param('kind'))
    const shown = kind && (await recordView(desk, kind, (c.req.query('id') ?? '').slice(0, LONGEST_ID), viewer))
    if (!shown) throw new DeskError('NOT_FOUND', { path: c.req.path })
    const main = recordPage(shown, { zone: viewer.zone, nowMs: desk.clock.nowMs() })
    return answerPage(parts, c, { title: shown.line.name, at: '/records', main })
  })

  return app
}
