import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { cleanLine } from '#kernel/display.ts'
import { DeskError } from '#kernel/errors.ts'
import { answerPage } from '../frame.ts'
import { Imports } from '../imports.ts'
import { importPage } from '../pages/import.ts'
import { type ConsoleParts, IMPORTED_KINDS, type WebContext, type WebEnv } from '../parts.ts'

/** Files that are larger are for `nightdesk import`, which reads them from the disk. */
const MOST_FILE_KB = 20_000
export const IMPORT_PATH = '/records/import'

/** Records from a file: tried first, then taken in. */
export function importRoutes(parts: ConsoleParts): Hono<WebEnv> {
  const imports = new Imports(parts)
  const app = new Hono<WebEnv>()

  const importer = (c: WebContext): string => {
    const { id, approver } = c.get('viewer')
    if (!approver) throw new DeskError('NOT_ALLOWED', { why: 'only an approver imports' })
    return id
  }

  app.get(IMPORT_PATH, async (c) => {
    const viewer = c.get('viewer')
    const main = importPage(imports.of(viewer.id), viewer.approver)
    return answerPage(parts, c, { title: 'Import records', at: '/records', main })
  })

  const limit = bodyLimit({
    maxSize: MOST_FILE_KB * 1024,
    onError: () => {
      throw new DeskError('BODY_TOO_LARGE', { limit: MOST_FILE_KB })
    },
  })
  app.post(IMPORT_PATH, limit, async (c) => {
    const member = importer(c)
    const { kind, file } = await c.req.parseBody()
    const known = IMPORTED_KINDS.find((one) => one === kind)
    if (!known || !(file instanceof File) || file.size === 0)
      throw new DeskError('USAGE', { problem: 'Choose a CSV file, and say what is in it.' })
    const name = cleanLine(file.name, 100) || 'The file'
    await imports.check(member, known, name, textOf(file, name))
    return c.redirect(IMPORT_PATH, 303)
  })

  app.post(`${IMPORT_PATH}/begin`, (c) => {
    imports.begin(importer(c))
    return c.redirect(IMPORT_PATH, 303)
  })

  app.post(`${IMPORT_PATH}/drop`, (c) => {
    imports.drop(importer(c))
    return c.redirect(IMPORT_PATH, 303)
  })

  return app
}

async function textOf(file: File, name: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch {
    throw new DeskError('USAGE', { problem: `${name} cannot be read: it is not UTF-8 text; save it as UTF-8.` })
  }
}
