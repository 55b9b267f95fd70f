import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Hub } from '#desk/views/hub.ts'
import { signInPath } from '#desk/views/sessions.ts'
import { currentHead } from '#desk/watch/audit.ts'
import { consoleChannel } from '#integrations/console/channel.ts'
import { mailerFrom } from '#integrations/smtp/index.ts'
import type { Contact } from '#kernel/contact.ts'
import { DeskError } from '#kernel/errors.ts'
import { toIso } from '#kernel/time.ts'
import { DAY_MS } from '#kernel/units.ts'
import { addressOf, approversOf } from '#policy/people.ts'
import { consoleApp } from '#web/console-app.ts'
import { FormTally } from '#web/hooks/tally.ts'
import { publicApp } from '#web/public-app.ts'
import { serve } from '#web/serve.ts'
import { bookingWeb } from './booking-web.ts'
import { openChannels, startChannels } from './channels.ts'
import { type Composition, compose } from './compose.ts'
import { type Config, readConfig } from './config.ts'
import { Demo } from './demo.ts'
import { formsWeb } from './forms-web.ts'
import { type Home, lockHome, openHome, writeHead } from './home.ts'
import { importWeb } from './import-web.ts'
import { tripOf } from './kill.ts'
import { pinoLog } from './log.ts'
import { openProvider } from './models.ts'
import { PolicySource } from './policy-source.ts'
import { publicBaseOf, shownHost } from './public-base.ts'
import { systemClock, systemRandom } from './system.ts'

/** Starts the desk of a home and resolves when it serves. The returned function stops it. */
async function start(config: Config): Promise<() => Promise<void>> {
  const startedMs = systemClock.nowMs()
  const home = openHome(config.NIGHTDESK_HOME)
  const unlock = lockHome(home, toIso(startedMs))
  process.once('exit', unlock)
  const log = pinoLog(config.LOG_LEVEL)
  const hub = new Hub()
  const policy = new PolicySource({
    file: config.NIGHTDESK_POLICY ?? home.policy,
    zone: config.TZ_DEFAULT ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    log,
    changed: () => hub.tell({ topic: 'desk', id: 'policy' }),
  })
  const console = consoleChannel((delivery) => hub.tell({ topic: 'conversation', id: delivery.conversation }))
  const installed = await openChannels(config.channels, { clock: systemClock, log, policy: policy.current })
  let publicBase: string | null = null
  const composition = await compose({
    home,
    clock: systemClock,
    random: systemRandom,
    log,
    policy: policy.current,
    channels: [console, ...installed],
    mailer: mailerFrom(config),
    provider: await openProvider(config.models),
    alarms: true,
    trip: tripOf(process.env),
    changed: hub.tell,
    publicBase: () => publicBase,
  })
  const { desk, context, local, sql } = composition
  await desk.start()
  const demo = await Demo.open(composition, policy)
  const tally = new FormTally()
  const app = consoleApp({
    desk,
    hub,
    forms: { tally, signed: (form) => config.FORM_SECRETS.some((one) => one.form === form) },
    allowedHosts: config.ALLOWED_HOSTS,
    contacts: async (limit) => (await local.crm.list('contact')).toSorted(byName).slice(0, limit),
    importRecords: importWeb(composition),
    calendarFile: () => local.exporters.calendar(systemClock.nowMs()),
    feeds: {
      base: () => publicBase,
      create: async (person, mode) => (await local.feeds.create(person, mode, systemRandom, systemClock.nowMs())).token,
      list: (person) => local.feeds.ofPerson(person),
      revoke: (hash, person) => local.feeds.revoke(hash, person),
    },
    versions: composition.versions,
    setup: demo.setup,
    startDemo: demo.startDemo,
    startReal: demo.startReal,
    startedMs,
    flushes: () => sql.flushes,
  })
  const served = [await serve(app, { host: config.HOST, port: config.PORT, setting: 'PORT' })]
  if (config.PUBLIC_PORT !== undefined) {
    const port = config.PUBLIC_PORT
    const feed = (token: string) => feedOf(composition, token)
    const base = () => publicBase ?? publicBaseOf(config, port)
    const booking = bookingWeb(composition, hub, base)
    const forms = formsWeb(composition, { hub, base, secrets: config.FORM_SECRETS, tally })
    const reached = await serve(publicApp({ feed, booking, forms, channels: installed }), {
      host: config.HOST,
      port,
      setting: 'PUBLIC_PORT',
    })
    served.push(reached)
    publicBase = publicBaseOf(config, reached.port)
  }
  const stopChannels = startChannels(installed, composition.desk, log)
  const [owner] = approversOf(policy.current())
  const path = await signInPath(context, owner?.id ?? '')
  process.stdout.write(
    `Nightdesk is open. Sign in as ${owner?.name ?? 'the owner'} (this link works once):\n  http://${shownHost(config.HOST)}:${served[0]?.port ?? config.PORT}${path}\n`,
  )

  const pages = publicBase === null ? [] : Object.keys(policy.current().booking.pages)
  if (pages.length > 0)
    process.stdout.write(`Booking pages:\n${pages.map((slug) => `  ${publicBase}/book/${slug}\n`).join('')}`)
  const forms = publicBase === null ? [] : Object.keys(policy.current().forms)
  if (forms.length > 0)
    process.stdout.write(`Forms:\n${forms.map((name) => `  ${publicBase}/hooks/form/${name}\n`).join('')}`)

  await noteHead(composition, home)
  const daily = setInterval(() => void noteHead(composition, home), DAY_MS)
  return async () => {
    clearInterval(daily)
    policy.stop()
    await stopChannels()
    for (const one of served) await one.close()
    await noteHead(composition, home)
    await composition.close()
    unlock()
  }
}

const byName = (a: Contact, b: Contact): number => (a.name ?? '').localeCompare(b.name ?? '')

/** The head of the audit chain, written down outside the database once a day, at start and at stop. */
async function noteHead({ sql, context }: Composition, home: Home): Promise<void> {
  const head = await currentHead(sql)
  if (head) writeHead(home, head, toIso(context.clock.nowMs()))
}

/** The calendar behind a feed's secret: busy spans, or everything where its owner chose so. */
async function feedOf({ local, context }: Composition, token: string): Promise<string | null> {
  const feed = await local.feeds.byToken(token)
  const person = feed && context.policy().people.find((one) => one.id === feed.person)
  if (!feed || !person) return null
  return local.feedText({ feed, address: addressOf(person), nowMs: context.clock.nowMs() })
}

function readEnvironment(): Config {
  const file = join(process.cwd(), '.env')
  if (existsSync(file)) process.loadEnvFile(file)
  return readConfig(process.env)
}

try {
  const stop = await start(readEnvironment())
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stop().then(() => process.exit(0)))
  }
} catch (error) {
  process.stderr.write(
    `${error instanceof DeskError ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  )
  process.exit(1)
}
