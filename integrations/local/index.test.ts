import { expect, test } from 'vitest'
import { localStore } from '#test/conformance/local-store.ts'
import { openLocal } from './index.ts'

const source = (text: string) =>
  async function* () {
    yield text
  }

test('what goes in comes out as records: sorted, bare addresses, dates for whole days, owners by address', async () => {
  const { sql, close } = await localStore()
  const local = openLocal({
    sql,
    ownerAddress: (owner) => (owner === 'sam' ? 'sam@atlas.com' : null),
    pipeline: () => ({ stages: ['lead', 'closed_won'], currency: 'EUR' }),
  })
  const lines = [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'UID:b',
    'DTSTART;TZID=Europe/London:20260701T090000',
    'DTEND;TZID=Europe/London:20260701T093000',
    'RRULE:FREQ=WEEKLY;BYDAY=WE',
    'SUMMARY:Stand-up',
    'ORGANIZER;CN=Sam:mailto:Sam@Atlas',
    'ATTENDEE;PARTSTAT=ACCEPTED:MAILTO:carlos@x.com',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'UID:b',
    'RECURRENCE-ID;TZID=Europe/London:20260708T090000',
    'DTSTART:20260708T100000Z',
    'DTEND:20260708T103000Z',
    'STATUS:CANCELLED',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'UID:a',
    'DTSTART;VALUE=DATE:20260701',
    'LOCATION:Leeds',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  const calendar = { file: 'c.ics', open: source(lines.join('\r\n')), zone: 'Etc/UTC' }
  expect(await local.importers.calendar(calendar)).toEqual({ added: 3, changed: 0, unchanged: 0 })
  const csv = 'id,name,owner,Plan\r\n2,Jo,lena@atlas.com,\r\n10,Al,sam,gold\r\n'
  await local.importers.contacts({ file: 'c.csv', open: source(csv), zone: 'Etc/UTC' })
  const deals =
    'id,name,stage,amount,currency,closeDate,owner,Region,nextStep\r\n1,Web,Closed Won,12.5,GBP,2026-03-31,sam,,legal\r\n'
  await local.importers.deals({ file: 'd.csv', open: source(deals), zone: 'Etc/UTC' })
  await local.importers.accounts({
    file: 'a.csv',
    open: source('id,name,domain\r\n1,Acme,a.example; b.example\r\n'),
    zone: 'Etc/UTC',
  })
  expect(await local.records()).toEqual({
    calendar: [
      {
        id: 'a',
        title: null,
        start: '2026-07-01',
        end: '2026-07-02',
        attendees: [],
        organizer: null,
        location: 'Leeds',
        status: 'confirmed',
        recurrence: null,
      },
      {
        id: 'b',
        title: 'Stand-up',
        start: '2026-07-01T08:00:00Z',
        end: '2026-07-01T08:30:00Z',
        attendees: ['carlos@x.com'],
        organizer: 'Sam@Atlas',
        location: null,
        status: 'confirmed',
        recurrence: 'FREQ=WEEKLY;BYDAY=WE',
      },
      {
        id: 'b#2026-07-08T08:00:00Z',
        title: null,
        start: '2026-07-08T10:00:00Z',
        end: '2026-07-08T10:30:00Z',
        attendees: [],
        organizer: null,
        location: null,
        status: 'cancelled',
        recurrence: null,
      },
    ],
    contacts: [
      { ...blank, id: '10', name: 'Al', owner: 'sam@atlas.com', custom: { Plan: 'gold' } },
      { ...blank, id: '2', name: 'Jo', owner: 'lena@atlas.com', custom: { Plan: '' } },
    ],
    accounts: [
      {
        id: '1',
        name: 'Acme',
        domains: ['a.example', 'b.example'],
        aliases: [],
        country: null,
        owner: null,
        notes: null,
        custom: {},
      },
    ],
    deals: [
      {
        id: '1',
        name: 'Web',
        contact: null,
        company: null,
        stage: 'closed_won',
        amountMinor: 1250,
        currency: 'GBP',
        closeDate: '2026-03-31',
        owner: 'sam@atlas.com',
        notes: null,
        custom: { nextStep: 'legal', Region: '' },
      },
    ],
    mail: [],
  })
  close()
})

const blank = { email: null, phone: null, company: null, status: null, notes: null }
