import type { Context } from 'hono'
import { DeskError, type ErrorCode } from '#kernel/errors.ts'
import { statusOf } from '../status.ts'
import { sentencePage, thanksPage } from './pages.ts'
import type { FormsWeb, NamedForm } from './parts.ts'
import type { Why } from './tally.ts'
import { languageFor, type Words, wordsIn } from './words.ts'

/** Whether a script or a program asks, rather than a browser that shows the answer as a page. */
export const wantsJson = (c: Context): boolean =>
  c.req.header('accept')?.includes('application/json') === true ||
  c.req.header('content-type')?.startsWith('application/json') === true

/** The words for whoever asks. @param text what they wrote, where it is known */
export const wordsFor = (c: Context, { desk }: Pick<FormsWeb, 'desk'>, text = ''): Words => {
  const company = desk.context.policy().company.language
  return wordsIn(languageFor(text, { acceptLanguage: c.req.header('accept-language'), company }))
}

/** Says that a post was taken: to scripts, on a page of the desk's own, or on the team's, whose address tells nothing. */
export function answerThanks(
  c: Context,
  parts: FormsWeb,
  { form }: NamedForm,
  said: { words: Words; reply: string | null; duplicate: boolean },
): Response | Promise<Response> {
  const { words, reply } = said
  if (wantsJson(c)) return c.json({ received: true, duplicate: said.duplicate, reply, message: words.thanks })
  if (form.thanks !== null) return c.redirect(form.thanks, 303)
  return c.html(thanksPage(words, parts.desk.context.policy().company.name, reply))
}

/** What the tally calls a failure; the rest is nobody's doing. */
const WHY: Partial<Record<ErrorCode, Why>> = {
  FORM_ORIGIN: 'origin',
  FORM_SIGNATURE: 'signature',
  FORM_REPLAYED: 'signature',
  FORM_TYPE: 'unreadable',
  FORM_UNREADABLE: 'unreadable',
  FORM_TOO_MUCH: 'unreadable',
  FORM_FIELD: 'unreadable',
}

/** A failure: programs get its code and sentence, people a page in their language that says nothing of what is inside. */
export function answerFailure(error: Error, c: Context, parts: FormsWeb, form: string): Response | Promise<Response> {
  const code = error instanceof DeskError ? error.code : 'INTERNAL'
  const status = statusOf(code)
  const why = WHY[code]
  if (why && Object.hasOwn(parts.desk.context.policy().forms, form)) parts.tally.add(form, why)
  if (status === 500)
    parts.desk.context.log.error(
      { path: '/hooks/form', error: error.name, at: error.stack?.split('\n')[1]?.trim() ?? null },
      'a form could not be taken',
    )
  const waitS = error instanceof DeskError ? error.details.retryAfterS : undefined
  if (status === 503) c.header('retry-after', '60')
  else if (waitS !== undefined) c.header('retry-after', String(waitS))
  const words = wordsFor(c, parts)
  const message = status === 500 || !(error instanceof DeskError) ? words.failed : error.message
  if (wantsJson(c)) return c.json({ error: { code, message } }, status)
  const sentence = PAGES[code]?.(words) ?? (status >= 500 ? words.failed : message)
  return c.html(sentencePage(words, parts.desk.context.policy().company.name, sentence), status)
}

/** What people need not know in detail. */
const PAGES: Partial<Record<ErrorCode, (words: Words) => string>> = {
  FORM_UNKNOWN: (words) => words.notFound,
  FORM_ORIGIN: (words) => words.otherSite,
}
