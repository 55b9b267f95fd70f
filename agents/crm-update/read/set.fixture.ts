import type { Contact } from '#kernel/contact.ts'
import type { Reading } from './reading.ts'

const record = { version: '1', owner: null, notes: null, custom: {} }
const contact = (id: string, name: string, company: string | null): Contact => ({
  ...record,
  id,
  name,
  emails: [],
  phones: [],
  company,
  status: 'Lead',
  custom: { product_interest: 'Software', follow_up_by: '2026-12-01' },
})
const account = (id: string, name: string) => ({ ...record, id, name, domains: [], aliases: [], country: null })

/** A small team in London on a Monday, with two accounts and two people on file. */
export const READING: Reading = {
  nowMs: Date.parse('2026-11-23T09:00:00Z'),
  zone: 'Europe/London',
  locale: 'en',
  dateOrder: 'dmy',
  weekStarts: 1,
  fiscalYearStartMonth: 1,
  currency: 'EUR',
  stages: ['lead', 'qualified', 'proposal', 'negotiation', 'closed_won', 'closed_lost'],
  members: [
    { id: 'sam', name: 'Sam Ortiz' },
    { id: 'priya', name: 'Priya Shah' },
  ],
  book: {
    accounts: [account('a1', 'Acme Ltd'), account('a2', 'Globex Corporation')],
    contacts: [contact('c1', 'Kerry Brown', null), contact('c2', 'Jo Park', 'Acme Ltd')],
    deals: [],
    fields: { account: [], contact: ['product_interest', 'follow_up_by'], deal: [] },
  },
}
