import { DeskError } from '#kernel/errors.ts'
import type { SentFields } from './body.ts'
import { CHARSET_FIELD, textOf } from './charset.ts'

/**
 * `multipart/form-data`, texts only: files are refused by name. The platform's own parser takes it apart, after the whole
 * was read as text in its charset and written as UTF-8, which is all the parser knows.
 * @throws DeskError FORM_TYPE, FORM_UNREADABLE, FORM_FIELD
 */
export async function multipartFields(body: Uint8Array, boundary: string, charset: string | null): Promise<SentFields> {
  const loose = await parsed(body, boundary)
  for (const [name, value] of loose)
    if (typeof value !== 'string' && (value.size > 0 || value.name !== ''))
      throw new DeskError('FORM_FIELD', {
        problem: `The field "${name.slice(0, 40)}" is a file, and this form takes none; please send a link to it.`,
      })
  const own = loose.get(CHARSET_FIELD)
  const said = charset ?? (typeof own === 'string' && own !== '' ? own : null)
  const strict = await parsed(Buffer.from(textOf(body, said), 'utf8'), boundary)
  return [...strict].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))
}

async function parsed(body: Uint8Array, boundary: string): Promise<FormData> {
  const type = `multipart/form-data; boundary="${boundary}"`
  try {
    return await new Response(body as Uint8Array<ArrayBuffer>, { headers: { 'content-type': type } }).formData()
  } catch {
    throw new DeskError('FORM_UNREADABLE', { problem: 'its parts do not begin and end at the boundary that was named' })
  }
}
