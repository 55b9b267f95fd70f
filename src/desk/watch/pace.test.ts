import { expect, test } from 'vitest'
import type { Contact } from '#kernel/contact.ts'
import { DAY_MS, HOUR_MS } from '#kernel/units.ts'
import { parsePolicy } from '#policy/policy.ts'
import { companyOf, firstMoment, type Sent } from './pace.ts'

const NOW = Date.parse('2026-11-23T10:00:00Z')
const policy = parsePolicy(
  `version: 1
company: {name: N, timezone: Europe/London}
people: [{id: mia, name: Mia Chen}]
outreach: {limits: {per_person_30d: 2, per_domain_day: 3, per_mailbox_day: 4}}
`,
  { file: 'p' },
)
const contact = { id: 'c1', name: 'Pia', emails: ['pia@acme.example'], phones: [], company: null } as unknown as Contact
const sent = (some: Partial<Sent>): Sent => ({
  ...{ contact: 'c2', company: 'other.example', conversation: 'x', isMail: false, atMs: NOW - HOUR_MS },
  ...some,
})
const first = (all: readonly Sent[], toMail = false) =>
  firstMoment(policy, { contact, zones: ['Europe/London'], sent: all, toMail, nowMs: NOW })

test('below the limits it goes now', () => {
  expect(first([sent({ contact: 'c1', atMs: NOW - DAY_MS })])).toEqual({ atMs: NOW, waits: null })
})

test('a person who had enough in thirty days waits until the oldest of them is that old, at an hour that suits', () => {
  const two = [sent({ contact: 'c1', atMs: NOW - 5 * DAY_MS }), sent({ contact: 'c1', atMs: NOW - 29 * DAY_MS })]
  expect(first(two)).toEqual({ atMs: NOW + DAY_MS, waits: 'person_limit' })
  expect(first([...two, sent({ contact: 'c1', atMs: NOW - 31 * DAY_MS })]).atMs).toBe(NOW + DAY_MS)
})

test('a company, and the mailbox, have their day', () => {
  const three = [1, 2, 3].map((hours) => sent({ company: 'acme.example', atMs: NOW - hours * HOUR_MS }))
  expect(first(three)).toEqual({ atMs: NOW + 22.5 * HOUR_MS, waits: 'company_limit' })
  const four = [1, 2, 3, 1.5].map((hours) => sent({ isMail: true, atMs: NOW - hours * HOUR_MS }))
  expect(first(four, true).waits).toBe('mailbox_limit')
  expect(first(four)).toEqual({ atMs: NOW, waits: null })
})

test('a company is counted by its name, else by the domain of its mail', () => {
  expect(companyOf({ company: ' Acme Ltd ', emails: ['a@b.example'] })).toBe('acme ltd')
  expect(companyOf({ company: null, emails: ['a@B.example'] })).toBe('b.example')
  expect(companyOf({ company: null, emails: [] })).toBeNull()
})
