import { Hono } from 'hono'
import { duplicatePairs } from '#desk/views/duplicates.ts'
import { recordView } from '#desk/views/record.ts'
import { recordList, SHOWN_KINDS, type ShownKind } from '#desk/views/records.ts'
import { ownConversation } from '#desk/views/viewer.ts'
import { DeskError } from '#kernel/errors.ts'
import { recordName } from '#kernel/record-name.ts'
import { formOf, freshId } from '../form.ts'
import { answerPage } from '../frame.ts'
import { duplicatesPage } from '../pages/duplicates.ts'
import { recordPage } from '../pages/record.ts'
import { recordsPage } from '../pages/records.ts'
import type { ConsoleParts, WebEnv } from '../parts.ts'
import { say, senderOf } from '../say.ts'

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
      main: recordsPage({ ...list, words }),
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

  app.get('/records/duplicates', async (c) => {
    const main = duplicatesPage(await duplicatePairs(desk))
    return answerPage(parts, c, { title: 'Possible duplicates', at: '/records', main })
  })

  app.post('/records/merge', async (c) => {
    const viewer = c.get('viewer')
    const { kind, one = '', other = '' } = await formOf(c)
    const of = kind === 'contact' ? 'contact' : 'account'
    const [a, b] = await Promise.all([desk.crm.get(of, one), desk.crm.get(of, other)])
    if (!a || !b) throw new DeskError('NOT_FOUND', { path: c.req.path })
    const words = [a, b].map((record) => recordName(of, { ...record }) ?? `a ${of}`)
    const records = [a, b].map(({ id }) => `${of}:${id}`)
    await say(parts, {
      id: `merge-${freshId(desk.random.bytes(12))}`,
      conversation: ownConversation(viewer),
      from: senderOf(viewer),
      text: `Merge ${words.join(' and ')}`,
      job: {
        agent: 'crm-update',
        intent: 'merge',
        request: { kind: 'merge', of, words, into: false, records, dropped: false },
      },
    })
    return c.redirect('/', 303)
  })

  return app
}
