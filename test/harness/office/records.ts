import type { Composition } from '#app/compose.ts'
import { SHELVES } from '#integrations/local/crm/shelf.ts'
import { EventDraft } from '#kernel/event.ts'
import { checkedFields } from '#kernel/field-ops.ts'

const MIA = 'mia@northwind.example'
const RECORDS = {
  account: [
    { id: 'a1', name: 'Acme Ltd', domains: ['acme.example'], owner: MIA, country: 'GB' },
    { id: 'a2', name: 'Globex', owner: MIA },
    { id: 'a3', name: 'Initech', owner: MIA },
    { id: 'a4', name: 'Initech Labs', owner: MIA },
  ],
  contact: [
    {
      id: 'c1',
      name: 'Pia Lund',
      emails: ['pia@acme.example'],
      phones: ['+447700900123'],
      company: 'Acme Ltd',
      owner: MIA,
      status: 'client',
    },
  ],
  deal: [
    {
      id: 'd1',
      name: 'Globex website',
      account: 'a2',
      company: 'Globex',
      stage: 'qualified',
      amountMinor: 800_000,
      currency: 'EUR',
      owner: MIA,
    },
  ],
  lead: [{ id: 'l1', person: { name: 'Tom Berg', email: 'tom@hooli.example' }, company: { name: 'Hooli' } }],
} as const

/** Title, start and attendee of meetings of Mia's, half an hour each. */
const MEETINGS = [
  ['Budget', '2026-11-25T11:00:00Z', 'sam@northwind.example'],
  ['Roadmap', '2026-11-25T14:00:00Z', 'sam@northwind.example'],
  ['Kickoff', '2026-11-20T11:00:00Z', 'pia@acme.example'],
] as const

/** Puts a few clients, deals and meetings on file. */
export async function furnish({ sql, context }: Composition): Promise<void> {
  await sql.write(function* () {
    for (const kind of ['account', 'contact', 'deal', 'lead'] as const)
      for (const { id, ...fields } of RECORDS[kind]) yield* SHELVES[kind].add(id, checkedFields(kind, fields))
  })
  for (const [title, start, who] of MEETINGS) {
    const end = new Date(Date.parse(start) + 30 * 60_000).toISOString().replace('.000', '')
    const attendees = [{ address: who, name: null, reply: 'accepted' as const }]
    const event = EventDraft.parse({
      title,
      start,
      end,
      zone: 'Europe/London',
      organizer: MIA,
      attendees,
      shows: 'busy',
    })
    await context.calendar.create(event, `seed-${title}`)
  }
}
