import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Composition, compose } from '#app/compose.ts'
import { openHome } from '#app/home.ts'
import { importWeb } from '#app/import-web.ts'
import { SetClock, systemRandom } from '#app/system.ts'
import { Hub } from '#desk/views/hub.ts'
import { signInPath } from '#desk/views/sessions.ts'
import { consoleChannel } from '#integrations/console/channel.ts'
import type { Contact } from '#kernel/contact.ts'
import { MailDraft } from '#kernel/mail.ts'
import { parsePolicy } from '#policy/policy.ts'
import { silentLog } from '#ports/log.ts'
import { consoleApp } from '#web/console-app.ts'
import { FormTally } from '#web/hooks/tally.ts'
import type { ConsoleParts, Setup } from '#web/parts.ts'

/** A Tuesday morning in London. */
export const NOW_MS = Date.UTC(2026, 10, 24, 9, 31)

const POLICY = `version: 1
company:
  name: Northwind Studio
  timezone: Europe/London
people:
  - {id: mia, name: Mia Chen, email: mia@northwind.example, roles: [founder, approver], backup: sam}
  - {id: sam, name: Sam Reed, email: sam@northwind.example}
  - {id: jo, name: Jo Adeyemi, email: jo@northwind.example}
scheduling:
  autonomy:
    external_existing_client: act_with_approval
`

const DEMO_POLICY = `version: 1
company: {name: Demo Ltd, timezone: Europe/London}
people:
  - {id: mia, name: Mia Chen}
  - {id: ada, name: Ada Byron, roles: [approver]}
`

const CONTACTS = `id,name,email,company,status
c1,Dana Field,dana@acme.example,Acme,client
c2,"<script>alert('x')</script> Ames",ames@evil.example,"<b>Bold</b> & Co",lead
`

const MAIL = MailDraft.parse({
  from: 'a.very.long.address.of.somebody.nobody.knows@a-very-long-name-of-a-company-in-the-kitchen-trade.example',
  to: ['mia@northwind.example'],
  subject: 'Averylongwordthathasnoblankinitandgoesonforsuchalongtimethatnophonecanshowit and more',
  body: `Hello\n\n${'x'.repeat(300)}\n`,
  sentAt: '2026-11-24T08:00:00Z',
  attachments: ['offer.pdf'],
})

const LEAD = {
  person: {
    name: "<script>alert('x')</script> Averylongnamethathasnoblankinitandgoesonforalongtime",
    email: 'pia@kite.example',
  },
  company: { name: '<b>Kite</b> & Co', size: 40 },
  ask: `"><img src=x onerror=alert(1)> ${'x'.repeat(200)}`,
  facts: [{ field: 'headcount', value: '40', span: '<i>40 people</i>', at: '2026-11-24T03:04:00.000Z' }],
  score: {
    fit: 40,
    intent: 42,
    total: 82,
    band: 'hot' as const,
    completeness: 0.5,
    factors: [
      { rule: 'headcount', points: 20, of: 20, evidence: '<i>40 people</i>' },
      { rule: 'region', points: 5, of: 10, evidence: null },
      { rule: 'gibberish', points: -30, of: 0, evidence: 'asdf' },
    ],
  },
  override: { band: 'warm' as const, reason: 'I <b>know</b> them', by: 'sam', at: '2026-11-24T09:00:00.000Z' },
  status: 'routed' as const,
  owner: 'sam',
  firstTouchAt: '2026-11-24T03:04:00.000Z',
}

/** A console over a real desk in a home of its own. */
export interface Harness {
  parts: ConsoleParts
  app: ReturnType<typeof consoleApp>
  made: Composition
  clock: SetClock
  setup: { now: Setup; calls: string[] }
  /** Puts another policy in force, as an edited file would. */
  adopt(text: string): void
  /** Path of a fresh sign-in link. */
  link(member?: string): Promise<string>
  close(): Promise<void>
}

/** @param prepare puts files into the home before the desk opens it */
export async function harness(prepare: (folder: string) => void = () => undefined): Promise<Harness> {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-web-'))
  const home = openHome(folder)
  prepare(folder)
  let policy = parsePolicy(POLICY, { file: 'policy.yaml' })
  const clock = new SetClock(NOW_MS)
  const hub = new Hub()
  const channel = consoleChannel(({ conversation }) => hub.tell({ topic: 'conversation', id: conversation }))
  const made = await compose({
    home,
    clock,
    random: systemRandom,
    log: silentLog,
    policy: () => policy,
    channels: [channel],
    alarms: false,
    changed: hub.tell,
  })
  await made.local.importers.contacts({
    file: 'contacts.csv',
    zone: 'Europe/London',
    async *open() {
      yield CONTACTS
    },
  })
  await made.local.mailbox.add(MAIL, { id: '1@kitchen.example', folder: 'inbox' })
  await made.context.crm.create('lead', LEAD, 'kitchen')
  const setup: Harness['setup'] = { now: 'real', calls: [] }
  const parts: ConsoleParts = {
    ...consoleParts(made, hub),
    setup: () => setup.now,
    async startDemo() {
      policy = parsePolicy(DEMO_POLICY, { file: 'policy.yaml' })
      setup.calls.push('demo')
      setup.now = 'demo'
    },
    async startReal() {
      setup.calls.push('real')
      setup.now = 'real'
    },
  }
  return {
    parts,
    app: consoleApp(parts),
    made,
    clock,
    setup,
    adopt(text) {
      policy = parsePolicy(text, { file: 'policy.yaml' })
    },
    link: (member = 'mia') => signInPath(made.context, member),
    async close() {
      await made.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What a console over a composition is built of; its home is set up already. */
export const consoleParts = (made: Composition, hub: Hub): ConsoleParts => ({
  desk: made.desk,
  hub,
  allowedHosts: ['desk.lan'],
  contacts: (limit) => firstContacts(made, limit),
  feeds: feedLinks(made),
  forms: { tally: new FormTally(), signed: () => false },
  importRecords: importWeb(made),
  calendarFile: () => made.local.exporters.calendar(made.context.clock.nowMs()),
  versions: made.versions,
  setup: () => 'real',
  startDemo: async () => undefined,
  startReal: async () => undefined,
  startedMs: made.context.clock.nowMs() - 90_000,
  flushes: () => made.sql.flushes,
})

async function firstContacts(made: Composition, limit: number): Promise<Contact[]> {
  const found = await Promise.all(['c1', 'c2'].map((id) => made.local.crm.get('contact', id)))
  return found.flatMap((one) => one ?? []).slice(0, limit)
}

/** The feeds of a composition, reached at an address that no request ever goes to. */
function feedLinks({ local, context }: Composition): ConsoleParts['feeds'] {
  return {
    base: () => 'https://desk.example',
    create: async (person, mode) => (await local.feeds.create(person, mode, systemRandom, context.clock.nowMs())).token,
    list: (person) => local.feeds.ofPerson(person),
    revoke: (hash, person) => local.feeds.revoke(hash, person),
  }
}
