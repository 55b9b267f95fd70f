import type { Context } from 'hono'
import { DeskError } from '#kernel/errors.ts'
import { isOwnWrite } from '../../doors/origin.ts'
import type { FormsWeb, NamedForm } from '../parts.ts'

/** Whether a page of the form's list asks. Opaque origins (`null`) are on no list. */
export const isListed = (c: Context, { form }: NamedForm): boolean =>
  form.origins.includes(c.req.header('origin') ?? '')

/** @throws DeskError FORM_ORIGIN for a post that comes neither from a page of the list nor from the form's own page */
export function requireOrigin(c: Context, named: NamedForm, { base }: Pick<FormsWeb, 'base'>): void {
  if (isListed(c, named) || isOwnWrite(c, base())) return
  const origin = c.req.header('origin')?.slice(0, 100) ?? 'a program that does not say where the form is (no Origin)'
  throw new DeskError('FORM_ORIGIN', { form: named.name, origin })
}

/** Lets scripts of a listed page read the answer; nobody else's. */
export function shareWith(c: Context, named: NamedForm): void {
  c.header('vary', 'Origin')
  if (!isListed(c, named)) return
  c.header('access-control-allow-origin', c.req.header('origin') ?? '')
  c.header('access-control-expose-headers', 'Retry-After')
}

/** The page's address without its query, where a listed page was so kind to say: it tells what they were looking at. */
export function pageOf(c: Context, { form }: NamedForm): string | null {
  const referrer = c.req.header('referer')?.slice(0, 500) ?? ''
  if (!URL.canParse(referrer)) return null
  const { origin, pathname } = new URL(referrer)
  return form.origins.includes(origin) ? origin + pathname : null
}
