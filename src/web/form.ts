import type { z } from 'zod'
import { DeskError } from '#kernel/errors.ts'
import type { WebContext } from './parts.ts'

/** The texts of a posted form; files and repeated fields are left out. */
export async function formOf(c: WebContext): Promise<Record<string, string>> {
  const body = await c.req.parseBody()
  return Object.fromEntries(
    Object.entries(body).filter((field): field is [string, string] => typeof field[1] === 'string'),
  )
}

/** The JSON of a request in the shape wanted. @throws DeskError USAGE naming the field */
export async function jsonOf<T>(c: WebContext, schema: z.ZodType<T>): Promise<T> {
  if (!c.req.header('content-type')?.startsWith('application/json'))
    throw new DeskError('USAGE', { problem: 'Send JSON, with "content-type: application/json".' })
  const parsed = schema.safeParse(await c.req.json().catch(() => null))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const where = issue && issue.path.length > 0 ? `"${issue.path.join('.')}": ` : ''
  throw new DeskError('USAGE', { problem: `${where}${issue?.message ?? 'not what was expected'}.` })
}

/** A fresh name for the next message of a form. */
export const freshId = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
