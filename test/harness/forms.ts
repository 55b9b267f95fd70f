import { onTestFinished } from 'vitest'
import { type Composition, compose } from '#app/compose.ts'
import { formsWeb } from '#app/forms-web.ts'
import { openHome } from '#app/home.ts'
import { quietChannel } from '#app/quiet-channel.ts'
import { SetClock, systemRandom } from '#app/system.ts'
import { Patience } from '#desk/forms/patience.ts'
import { Hub } from '#desk/views/hub.ts'
import type { Inbound } from '#kernel/inbound.ts'
import type { Principal } from '#kernel/principal.ts'
import { MINUTE_MS } from '#kernel/units.ts'
import { parsePolicy } from '#policy/policy.ts'
import { silentLog } from '#ports/log.ts'
import type { Mailer } from '#ports/mailer.ts'
import { hooksApp } from '#web/hooks/app.ts'
import { signatureOf } from '#web/hooks/doors/signature.ts'
import type { FormsWeb } from '#web/hooks/parts.ts'
import { tempFolder } from './home.ts'

/** A Monday morning in London. */
export const NOW = '2026-11-23T09:00:00Z'
export const BASE = 'https://desk.example'
/** Where the team's own form is. */
export const SITE = 'https://northwind.example'
export const SECRET = 'a-long-secret-of-the-shop-server'

export const POLICY = `version: 1
company: {name: Northwind Studio, timezone: Europe/London, language: en}
people:
  - {id: mia, name: Mia Chen, email: mia@northwind.example, roles: [founder, approver]}
forms:
  contact: {origins: [${SITE}], per_hour: 2000}
  shop: {origins: [${SITE}], thanks: ${SITE}/thanks, fields: {message: how_can_we_help}}
`

export interface FormSend {
  form?: string
  /** Fields of a form, or a body as it is. */
  body: Record<string, string> | string | FormData | Uint8Array
  /** In the place of what a browser on the team's page would send; an empty value leaves the header out. */
  headers?: Record<string, string>
  /** False: without the ticket that a page fetches first. */
  ticket?: boolean
  address?: string
}

/** The forms of a whole desk in a home of its own. */
export interface FormsDesk {
  made: Composition
  clock: SetClock
  web: FormsWeb
  ask(path: string, init?: RequestInit): Promise<Response>
  /** Fills in a form as a person does: opens it, takes ten seconds, sends it. */
  send(post: FormSend): Promise<Response>
  /** Posts as a server that knows the secret. */
  sign(body: string, options?: { form?: string; type?: string; atMs?: number; secret?: string }): Promise<Response>
  /** What was journaled, oldest first. */
  journal(): { event: Inbound; principal: Principal }[]
}

export async function formsDesk(
  options: { policy?: string; secrets?: boolean; mailer?: Mailer } = {},
): Promise<FormsDesk> {
  const policy = parsePolicy(options.policy ?? POLICY, { file: 'policy.yaml' })
  const clock = new SetClock(Date.parse(NOW))
  const hub = new Hub()
  const made = await compose({
    home: openHome(tempFolder('memory')),
    clock,
    random: systemRandom,
    log: silentLog,
    policy: () => policy,
    channels: [quietChannel('console')],
    ...(options.mailer && { mailer: options.mailer }),
    alarms: false,
    changed: hub.tell,
  })
  onTestFinished(() => made.close())
  const secrets = options.secrets === false ? [] : [{ form: 'contact', secret: SECRET }]
  const web: FormsWeb = {
    ...formsWeb(made, { hub, base: () => BASE, secrets }),
    addressOf: (c) => c.req.header('x-peer') ?? '203.0.113.7',
    // A busy machine may take its time.
    patience: new Patience(MINUTE_MS),
  }
  const app = hooksApp(web)
  const ask = async (path: string, init: RequestInit = {}) =>
    app.request(new Request(`${BASE}${path}`, { ...init, headers: { host: 'desk.example', ...init.headers } }))
  return {
    made,
    clock,
    web,
    ask,
    async send({ form = 'contact', body, headers = {}, ticket = true, address }) {
      let given = body
      if (ticket && typeof body === 'object' && !(body instanceof FormData) && !(body instanceof Uint8Array)) {
        const answer = await ask(`/hooks/form/${form}/ticket`, { headers: { origin: SITE } })
        const { ticket: nd_ticket } = (await answer.json()) as { ticket: string }
        clock.set(clock.nowMs() + 10_000)
        given = { ...body, nd_ticket }
      }
      const plain = typeof given === 'object' && !(given instanceof FormData) && !(given instanceof Uint8Array)
      const all = { origin: SITE, ...(address && { 'x-peer': address }), ...headers }
      return ask(`/hooks/form/${form}`, {
        method: 'POST',
        headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '')),
        body: plain ? new URLSearchParams(given as Record<string, string>) : (given as RequestInit['body'] & {}),
      })
    },
    async sign(body, { form = 'contact', type = 'application/json', atMs = clock.nowMs(), secret = SECRET } = {}) {
      const signature = signatureOf(Buffer.from(body), secret, Math.floor(atMs / 1000))
      const headers = { 'content-type': type, 'x-nightdesk-signature': signature }
      return ask(`/hooks/form/${form}`, { method: 'POST', headers, body })
    },
    journal: () =>
      made.sql.connection
        .prepare("SELECT body, principal FROM inbound WHERE kind = 'message' ORDER BY seq")
        .all()
        .map((row) => ({
          event: JSON.parse(String(row.body)) as Inbound,
          principal: JSON.parse(String(row.principal)) as Principal,
        })),
  }
}

/** A form as most people fill it in. */
export const JO = {
  name: 'Jo Park',
  email: 'Jo.Park@acme.example',
  message: 'We are 40 people in Berlin and need a new website before March.',
}
