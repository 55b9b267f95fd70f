import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { DeskError } from '#kernel/errors.ts'
import { assetsApp } from './assets.ts'
import { headersDoor } from './doors/headers.ts'
import { hostDoor } from './doors/host.ts'
import { originDoor } from './doors/origin.ts'
import { sessionDoor } from './doors/session.ts'
import { freshId } from './form.ts'
import { healthApp } from './health.ts'
import type { ConsoleParts, WebEnv } from './parts.ts'
import { answerProblem, notFound } from './problem.ts'
import { activityRoutes } from './routes/activity.ts'
import { apiRoutes } from './routes/api.ts'
import { calendarRoutes } from './routes/calendar.ts'
import { deskRoutes } from './routes/desk.ts'
import { flagRoutes } from './routes/flags.ts'
import { formsRoutes } from './routes/forms.ts'
import { IMPORT_PATH, importRoutes } from './routes/import.ts'
import { leadRoutes } from './routes/leads.ts'
import { mailRoutes } from './routes/mail.ts'
import { peopleRoutes } from './routes/people.ts'
import { recordRoutes } from './routes/records.ts'
import { rehearseRoutes } from './routes/rehearse.ts'
import { sessionRoutes, signInRoutes } from './routes/session.ts'
import { versionsRoutes } from './routes/versions.ts'

const MOST_BODY_KB = 256

/** The console with its API and health, behind its doors: host, size, origin, and, from the pages on, the session. */
export function consoleApp(parts: ConsoleParts): Hono<WebEnv> {
  const { random, log } = parts.desk.context
  const app = new Hono<WebEnv>()
  app.onError((error, c) => answerProblem(error, c, log, freshId(random.bytes(6))))
  app.notFound(notFound)
  app.use(headersDoor)
  app.use(hostDoor(parts.allowedHosts))
  const limit = bodyLimit({
    maxSize: MOST_BODY_KB * 1024,
    onError: () => {
      throw new DeskError('BODY_TOO_LARGE', { limit: MOST_BODY_KB })
    },
  })
  // Files have a limit of their own, behind the session.
  app.use((c, next) => (c.req.path === IMPORT_PATH ? next() : limit(c, next)))
  app.use(originDoor)
  app.route('/', healthApp(parts))
  app.route('/', assetsApp())
  app.route('/', signInRoutes(parts))
  app.use(sessionDoor(parts))
  app.route('/', deskRoutes(parts))
  app.route('/', flagRoutes(parts))
  app.route('/', activityRoutes(parts))
  app.route('/', calendarRoutes(parts))
  app.route('/', mailRoutes(parts))
  app.route('/', leadRoutes(parts))
  app.route('/', peopleRoutes(parts))
  app.route('/', recordRoutes(parts))
  app.route('/', importRoutes(parts))
  app.route('/', formsRoutes(parts))
  app.route('/', rehearseRoutes(parts))
  app.route('/', versionsRoutes(parts))
  app.route('/', sessionRoutes(parts))
  app.route('/', apiRoutes(parts))
  return app
}
