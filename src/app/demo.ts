import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { isoDay, toIso, wallDay } from '#kernel/time.ts'
import { DAY_MS, MINUTE_MS } from '#kernel/units.ts'
import { writePolicy } from '#policy/policy.ts'
import { dropSetting, getSetting, putSetting } from '#store/settings.ts'
import type { Composition } from './compose.ts'
import type { PolicySource } from './policy-source.ts'

const SETTING = 'demo'

/** The made-up team: two members, two clients on file, a deal with each. All addresses are of a domain that can never be real (RFC 2606). */
const TEAM = {
  company: { name: 'Northwind Studio (demo)', currency: 'EUR' },
  people: [
    {
      id: 'mia',
      name: 'Mia Chen',
      roles: ['founder' as const, 'approver' as const],
      email: 'mia@northwind.example',
      backup: 'sam',
      lunch: '12:30-13:30',
    },
    { id: 'sam', name: 'Sam Reed', roles: ['sales' as const], email: 'sam@northwind.example' },
  ],
  booking: { pages: { mia: { people: ['mia'], types: ['discovery'] } } },
}
const CONTACTS = [
  'id,name,email,phone,company,owner,status',
  'ada,Ada Quist,ada@quist.example,+447700900101,Quist Interiors,mia@northwind.example,client',
  'ben,Ben Hollis,ben@hollis.example,+447700900102,Hollis Bakery,sam@northwind.example,client',
]
const ACCOUNTS = [
  'id,name,domains,owner',
  'demo-quist,Quist Interiors,quist.example,mia@northwind.example',
  'demo-hollis,Hollis Bakery,hollis.example,sam@northwind.example',
]
/** Without the day each is to close, which lies as many days ahead as is said. */
const DEALS: readonly [string, number][] = [
  ['demo-kitchen,Quist kitchen,demo-quist,ada,proposal,18000,mia@northwind.example', 21],
  ['demo-front,Hollis shop front,demo-hollis,ben,lead,6500,sam@northwind.example', 45],
]

/** A working week as such a team has it: ISO weekday, start and length in minutes of the day, title, who. */
const WEEK: readonly [number, number, number, string, readonly ('mia' | 'sam' | 'ada')[]][] = [
  [1, 10 * 60, 30, 'Week plan', ['mia', 'sam']],
  [1, 14 * 60, 45, 'Quist kitchen: sketches', ['mia', 'ada']],
  [2, 11 * 60, 60, 'Pipeline review', ['sam', 'mia']],
  [2, 15 * 60, 30, 'Invoice run', ['sam']],
  [3, 10 * 60 + 30, 30, 'One on one', ['mia', 'sam']],
  [3, 16 * 60, 60, 'Portfolio shoot', ['mia']],
  [4, 11 * 60, 45, 'Quist: materials', ['sam', 'ada']],
  [4, 14 * 60 + 30, 30, 'Supplier call', ['sam']],
  [5, 10 * 60, 60, 'Open studio', ['mia', 'sam']],
]

type Setup = 'empty' | 'demo' | 'real'

/** Sets a home up as the made-up team, or clears that away for a real one. Everything of the demo is marked as such. */
export class Demo {
  readonly #composition: Composition
  readonly #policy: PolicySource
  #setup: Setup = 'empty'

  private constructor(composition: Composition, policy: PolicySource) {
    this.#composition = composition
    this.#policy = policy
  }

  static async open(composition: Composition, policy: PolicySource): Promise<Demo> {
    const demo = new Demo(composition, policy)
    const marked = await composition.sql.read(() => getSetting(SETTING))
    demo.#setup = marked ? 'demo' : existsSync(policy.file) ? 'real' : 'empty'
    return demo
  }

  readonly setup = (): Setup => (this.#setup === 'empty' && existsSync(this.#policy.file) ? 'real' : this.#setup)

  /** Writes the demo policy, its clients, their deals, and this week and the next. */
  readonly startDemo = async (): Promise<void> => {
    if (this.setup() !== 'empty') return
    const { context, local, sql } = this.#composition
    const zone = context.policy().company.timezone
    await sql.write(() => putSetting(SETTING, 'yes'))
    writeFileSync(this.#policy.file, writePolicy({ ...TEAM, company: { ...TEAM.company, timezone: zone } }))
    this.#policy.reload()
    await local.importers.contacts({ file: 'demo contacts', zone, open: () => once(lines(CONTACTS)) })
    await local.importers.accounts({ file: 'demo accounts', zone, open: () => once(lines(ACCOUNTS)) })
    await local.importers.deals({ file: 'demo deals', zone, open: () => once(lines(this.#deals(zone))) })
    await local.importers.calendar({ file: 'demo week', zone, open: () => once(this.#weeks(zone)) })
    this.#setup = 'demo'
    context.changed({ topic: 'desk', id: 'setup' })
  }

  /** Takes the demo away: its policy, its meetings, its clients and their deals. What was tried out stays in the audit trail. */
  readonly startReal = async (): Promise<void> => {
    const { context, local, sql } = this.#composition
    if (this.setup() === 'demo') {
      rmSync(this.#policy.file, { force: true })
      const all = await context.calendar.list({ fromMs: 0, toMs: Number.MAX_SAFE_INTEGER / 2, cancelled: true })
      for (const event of all) await context.calendar.remove(event.id, event.version)
      for (const kind of ['deal', 'account'] as const)
        for (const { id, version } of await local.crm.list(kind))
          if (id.startsWith('demo-')) await local.crm.archive(kind, id, version)
      for (const [id = ''] of CONTACTS.slice(1).map((row) => row.split(','))) await local.crm.forgetContact(id)
      await sql.write(() => dropSetting(SETTING))
      this.#policy.reload()
    }
    this.#setup = 'real'
    context.changed({ topic: 'desk', id: 'setup' })
  }

  /** Deals with the day they are to close, as a file has them. */
  #deals(zone: string): string[] {
    const today = wallDay(this.#composition.context.clock.nowMs(), zone, 0)
    const rows = DEALS.map(([row, days]) => `${row},${isoDay(today.atMinute(0) + days * DAY_MS, zone)}`)
    return ['id,name,account,contact,stage,amount,owner,closeDate', ...rows]
  }

  /** This week and the next as an iCalendar file: what people made, not what the desk did. */
  #weeks(zone: string): string {
    const { context } = this.#composition
    const nowMs = context.clock.nowMs()
    const people = context.policy().people
    const events = [0, 1].flatMap((week) =>
      WEEK.flatMap(([weekday, startMinute, minutes, title, who]) => {
        const startMs = wallDay(nowMs, zone, weekday - wallDay(nowMs, zone).weekday + 7 * week).atMinute(startMinute)
        const [organizer = '', ...guests] = who.map(
          (id) => people.find((person) => person.id === id)?.email ?? `${id}@quist.example`,
        )
        return [
          'BEGIN:VEVENT',
          `UID:demo-${week}-${weekday}-${startMinute}-${who[0]}`,
          `DTSTAMP:${stamp(nowMs)}`,
          `DTSTART:${stamp(startMs)}`,
          `DTEND:${stamp(startMs + minutes * MINUTE_MS)}`,
          `SUMMARY:${title}`,
          `ORGANIZER:mailto:${organizer}`,
          ...guests.map((address) => `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${address}`),
          'END:VEVENT',
        ]
      }),
    )
    return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Nightdesk//demo//EN', ...events, 'END:VCALENDAR', ''].join(
      '\r\n',
    )
  }
}

const lines = (rows: readonly string[]): string => `${rows.join('\r\n')}\r\n`

/** An instant as iCalendar writes it, in UTC. */
const stamp = (ms: number): string => toIso(ms).replace(/[-:]/g, '')

async function* once(text: string): AsyncGenerator<string> {
  yield text
}
