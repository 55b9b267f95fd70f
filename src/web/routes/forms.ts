import { Hono } from 'hono'
import { formsView } from '#desk/views/forms.ts'
import { DeskError } from '#kernel/errors.ts'
import { spoken } from '#kernel/language.ts'
import { answerPage } from '../frame.ts'
import { snippetOf } from '../hooks/snippet.ts'
import { wordsIn } from '../hooks/words.ts'
import { formsPage } from '../pages/forms.ts'
import type { ConsoleParts, WebEnv } from '../parts.ts'

/** Web forms, and the HTML that goes into a page of the team's. */
export function formsRoutes(parts: ConsoleParts): Hono<WebEnv> {
  const desk = parts.desk.context
  const app = new Hono<WebEnv>()

  const snippet = (name: string): string | null => {
    const base = parts.feeds.base()
    const words = wordsIn(spoken(desk.policy().company.language) ?? 'en')
    return base === null ? null : snippetOf({ name, base, words })
  }

  app.get('/forms', async (c) => {
    const forms = (await formsView(desk)).map((form) => ({
      ...form,
      origins: desk.policy().forms[form.name]?.origins ?? [],
      signed: parts.forms.signed(form.name),
      turnedAway: parts.forms.tally.of(form.name),
      snippet: snippet(form.name),
    }))
    const main = formsPage({
      forms,
      base: parts.feeds.base(),
      mails: desk.mailer.configured,
      zone: c.get('viewer').zone,
      nowMs: desk.clock.nowMs(),
    })
    return answerPage(parts, c, { title: 'Web forms', at: '/people', main })
  })

  app.get('/forms/:name/snippet', (c) => {
    const name = c.req.param('name')
    const text = Object.hasOwn(desk.policy().forms, name) ? snippet(name) : null
    if (text === null) throw new DeskError('NOT_FOUND', { path: c.req.path.slice(0, 80) })
    return c.text(text)
  })

  return app
}
