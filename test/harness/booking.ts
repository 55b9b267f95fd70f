import { onTestFinished } from 'vitest'
import { bookingWeb } from '#app/booking-web.ts'
import { type Composition, compose } from '#app/compose.ts'
import { formsWeb } from '#app/forms-web.ts'
import { openHome } from '#app/home.ts'
import { quietChannel } from '#app/quiet-channel.ts'
import { SetClock, systemRandom } from '#app/system.ts'
import { Hub } from '#desk/views/hub.ts'
import { parsePolicy } from '#policy/policy.ts'
import type { Channel, Delivery } from '#ports/channel.ts'
import { silentLog } from '#ports/log.ts'
import { noMailer } from '#ports/mailer.ts'
import { openFlags } from '#store/flags/flag-rows.ts'
import { publicApp } from '#web/public-app.ts'
import { tempFolder } from './home.ts'

/** A Monday morning in London. */
export const NOW = '2026-11-23T09:00:00Z'
const HOST = 'book.example'
export const ORIGIN = `https://${HOST}`

/** Mia and Sam in London, with pages of one kind, of several, and of two people. */
export const POLICY = `version: 1
company: {name: Northwind Studio, timezone: Europe/London}
people:
  - {id: mia, name: Mia Chen, email: mia@northwind.example, roles: [founder, approver], working_hours: {mon-fri: "09:00-17:00"}, lunch: "12:30-13:30", energy: {deep: [{days: tue, from: "09:00", to: "12:00"}]}}
  - {id: sam, name: Sam Reed, email: sam@northwind.example, working_hours: {mon-fri: "09:00-17:00"}}
booking:
  pages:
    mia: {people: [mia], types: [discovery]}
    team: {people: [mia, sam], types: [discovery, one_on_one], title: Meet the team}
    plain: {people: [sam]}
`

export interface Ask {
  form?: Record<string, string>
  /** In the place of what a browser would send; an empty value leaves the header out. */
  headers?: Record<string, string>
  method?: string
}

/** One visitor's browser: it keeps its cookie. */
export interface Visitor {
  ask(path: string, ask?: Ask): Promise<Response>
  text(path: string): Promise<string>
}

/** Booking pages over a whole desk in a home of its own. */
export interface BookingDesk {
  made: Composition
  clock: SetClock
  /** Mail that was sent, where the desk has a mail channel. */
  mail: Delivery[]
  visitor(address?: string): Visitor
  adopt(policy: string): void
  /** A member says something in the console. */
  say(text: string): Promise<void>
  events(): Promise<{ title: string | null; start: string; status: string }[]>
  flags(): ReturnType<typeof readFlags>
  decide(verb: 'approve' | 'decline' | 'take_over'): Promise<void>
}

const readFlags = (made: Composition) => made.sql.read(openFlags)

export async function bookingDesk(
  options: { mail?: boolean; policy?: string; at?: string } = {},
): Promise<BookingDesk> {
  const folder = tempFolder('memory')
  let policy = parsePolicy(options.policy ?? POLICY, { file: 'policy.yaml' })
  const clock = new SetClock(Date.parse(options.at ?? NOW))
  const hub = new Hub()
  const mail: Delivery[] = []
  const sender: Channel = {
    ...quietChannel('email'),
    async send(delivery) {
      mail.push(delivery)
      return { providerId: null }
    },
  }
  const made = await compose({
    home: openHome(folder),
    clock,
    random: systemRandom,
    log: silentLog,
    policy: () => policy,
    channels: [quietChannel('console'), ...(options.mail ? [sender] : [])],
    ...(options.mail && { mailer: { ...noMailer, configured: true } }),
    alarms: false,
    changed: hub.tell,
  })
  let nth = 0
  const web = bookingWeb(made, hub, () => ORIGIN)
  const app = publicApp({
    feed: async () => null,
    booking: { ...web, addressOf: (c) => c.req.header('x-peer') ?? '' },
    forms: formsWeb(made, { hub, base: () => ORIGIN }),
  })
  const receive = async (event: object) => {
    const base = { id: `t${++nth}`, channel: 'console', conversation: 'console:mia', atMs: clock.nowMs() }
    await made.desk.receive({ ...base, kind: 'message', from: { kind: 'member', id: 'mia' }, ...event })
    await made.desk.drain()
  }
  onTestFinished(() => made.close())
  return {
    made,
    clock,
    mail,
    visitor(address = '203.0.113.7') {
      let cookie = ''
      const ask = async (path: string, { form, headers, method }: Ask = {}) => {
        const given: Record<string, string> = {
          host: HOST,
          ...(form && { origin: ORIGIN }),
          cookie,
          'x-peer': address,
          ...headers,
        }
        const request = new Request(`${ORIGIN}${path}`, {
          method: method ?? (form ? 'POST' : 'GET'),
          headers: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')),
          ...(form && { body: new URLSearchParams(form) }),
        })
        const answer = await app.request(request)
        cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie
        return answer
      }
      return { ask, text: async (path) => (await ask(path)).text() }
    },
    adopt(text) {
      policy = parsePolicy(text, { file: 'policy.yaml' })
    },
    say: (text) => receive({ text }),
    events: async () => (await made.local.records()).calendar,
    flags: () => readFlags(made),
    async decide(verb) {
      const [flag] = await readFlags(made)
      await receive({ kind: 'decision', decision: { flag: flag?.id ?? '', verb } })
    },
  }
}

/** The starts a page offers, as its buttons send them. */
export const startsIn = (page: string): string[] =>
  [...page.matchAll(/name="start" value="([^"]+)"/g)].map((found) => found[1] ?? '')

/** The secret a page was drawn for. */
export const visitIn = (page: string): string => /name="visit" value="([^"]+)"/.exec(page)?.[1] ?? ''

/** Chooses a time as a visitor does, and answers the path of the booking's page. */
export async function take(visitor: Visitor, path: string, start: string): Promise<string> {
  const visit = visitIn(await visitor.text(path))
  const answer = await visitor.ask(path, { form: { start, visit } })
  return answer.headers.get('location') ?? ''
}

export const JO = { name: 'Jo Park', email: 'jo@acme.example', note: 'About <b>pricing</b>', fax: '' }
