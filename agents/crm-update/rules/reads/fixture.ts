import { DRAFTS } from '#kernel/record.ts'
import type { QueryFacts } from './facts.ts'

const deal = (id: string, fields: object) => ({ ...DRAFTS.deal.parse(fields), id, version: '1' })
const contact = (id: string, fields: object) => ({ ...DRAFTS.contact.parse(fields), id, version: '1' })
const account = (id: string, fields: object) => ({ ...DRAFTS.account.parse(fields), id, version: '1' })
const activity = (id: string, fields: object) => ({ ...DRAFTS.activity.parse(fields), id, version: '1' })

export const make = { deal, contact, account, activity }

/** The records of a test; Mia asks on Monday 23 November 2026, in London. */
export function factsOf(onFile: Partial<QueryFacts['onFile']>, more: Partial<QueryFacts> = {}): QueryFacts {
  return {
    onFile: { accounts: [], contacts: [], deals: [], leads: [], activities: [], ...onFile },
    written: {},
    members: [
      { id: 'mia', name: 'Mia Chen', address: 'mia@northwind.example' },
      { id: 'sam', name: 'Sam Ortiz', address: 'sam@northwind.example' },
    ],
    self: 'mia',
    zone: 'Europe/London',
    nowMs: Date.parse('2026-11-23T10:00:00Z'),
    stages: ['lead', 'proposal', 'nurture', 'closed_won', 'closed_lost'],
    currency: 'EUR',
    rates: {},
    dateOrder: 'dmy',
    locale: 'en',
    staleMs: 21 * 86_400_000,
    match: { accept: 0.92, ask: 0.75 },
    alias: null,
    history: [],
    untidy: [],
    talk: null,
    ...more,
  }
}
