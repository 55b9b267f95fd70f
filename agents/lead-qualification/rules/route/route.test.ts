import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Policy, parsePolicy } from '#policy/policy.ts'
import type { Routable } from './facts.ts'
import { type Assigned, type Team, whoseTurn } from './round-robin.ts'
import { routeFor } from './route.ts'
import { wakeFor } from './wake.ts'

const PEOPLE = [
  { id: 'mia', name: 'Mia Chen', working_hours: { 'mon-fri': '09:30-18:00' } },
  { id: 'sam', name: 'Sam Ortiz', working_hours: { 'mon-fri': '09:00-17:00' } },
  { id: 'priya', name: 'Priya Shah', timezone: 'America/New_York', working_hours: { 'mon-fri': '09:00-17:00' } },
]
const policyWith = (leads: object = {}, more: object = {}): Policy =>
  parsePolicy(
    JSON.stringify({
      version: 1,
      company: { name: 'Northwind', timezone: 'Europe/London' },
      people: PEOPLE,
      leads,
      ...more,
    }),
    { file: 'policy.yaml' },
  )
const MONDAY_TEN = Date.parse('2026-11-23T10:00:00Z')
const MONDAY_THREE_AM = Date.parse('2026-11-23T03:04:00Z')
const on = (...ids: string[]): Team => ({
  now: PEOPLE.map(({ id }) => ({ id, working: ids.includes(id), leadsToday: 0 })),
  assigned: [],
})
const eur = (amount: number, currency = 'EUR') => ({ amountMinor: amount * 100, currency, period: null })
const lead = (some: Partial<Routable> = {}): Routable => ({ band: 'warm', region: null, budget: null, ...some })

const ROUTING = [{ if: 'region in [DE]', to: 'sam' }, { if: 'amount >= 25000 EUR', to: 'mia' }, { else: 'round_robin' }]
const policy = policyWith({ routing: ROUTING })

describe('the first line that holds', () => {
  test.each([
    [{ region: 'DE', budget: eur(90_000) }, 'sam', 'leads.routing: if region in [DE] -> sam'],
    [{ region: 'FR', budget: eur(25_000) }, 'mia', 'leads.routing: if amount >= 25000 EUR -> mia'],
    [{ budget: { ...eur(2_500), period: 'month' } }, 'mia', 'leads.routing: if amount >= 25000 EUR -> mia'],
    [{ region: 'FR' }, 'priya', 'leads.routing: else -> round_robin'],
  ])('%j goes to %s', (some, to, because) => {
    expect(routeFor(lead(some), null, policy, on('priya'), MONDAY_TEN)).toMatchObject({ to, because, unsure: null })
  })

  test('who has it keeps it, whatever the lines say', () => {
    const routing = routeFor(lead({ region: 'DE' }), 'mia', policy, on('mia', 'sam'), MONDAY_TEN)
    expect(routing).toEqual({
      to: 'mia',
      because: 'Mia Chen has it already',
      how: 'owner',
      fromMs: MONDAY_TEN,
      unsure: null,
    })
    expect(routeFor(lead({ region: 'DE' }), 'gone', policy, on('sam'), MONDAY_TEN).to).toBe('sam')
  })

  test('an amount that cannot be compared is asked about, with what the other lines say', () => {
    const dollars = lead({ budget: eur(90_000, 'USD') })
    expect(routeFor(dollars, null, policy, on('sam'), MONDAY_TEN)).toMatchObject({
      to: 'sam',
      unsure: 'amount >= 25000 EUR',
    })
    const rated = policyWith({ routing: ROUTING }, { rates: { USD: 0.9 } })
    expect(routeFor(dollars, null, rated, on('sam'), MONDAY_TEN)).toMatchObject({ to: 'mia', unsure: null })
  })

  test('a certain person who sleeps sees it when they work', () => {
    const { fromMs } = routeFor(lead({ region: 'DE' }), null, policy, on(), MONDAY_THREE_AM)
    expect(new Date(fromMs).toISOString()).toBe('2026-11-23T09:00:00.000Z')
  })
})

describe('round robin', () => {
  const assigned: Assigned[] = [
    { owner: 'mia', atMs: 3 },
    { owner: 'sam', atMs: 1 },
    { owner: 'mia', atMs: 2 },
    { owner: 'priya', atMs: 5 },
  ]

  test('is for whoever has waited longest among those who work', () => {
    expect(whoseTurn(policy, { ...on('mia', 'priya'), assigned }, MONDAY_TEN)).toEqual({
      to: 'mia',
      fromMs: MONDAY_TEN,
    })
    expect(whoseTurn(policy, { ...on('mia', 'sam', 'priya'), assigned }, MONDAY_TEN).to).toBe('sam')
    expect(whoseTurn(policy, on('priya', 'mia'), MONDAY_TEN).to).toBe('mia')
  })

  test('passes over who has had their share today', () => {
    const small = policyWith({ per_person_day: 2 })
    const team = {
      now: [
        { id: 'mia', working: true, leadsToday: 2 },
        { id: 'sam', working: true, leadsToday: 1 },
      ],
      assigned: [],
    }
    expect(whoseTurn(small, team, MONDAY_TEN).to).toBe('sam')
  })

  test('with nobody on is for whoever works first', () => {
    const { to, fromMs } = whoseTurn(policy, { ...on(), assigned: [{ owner: 'sam', atMs: 9 }] }, MONDAY_THREE_AM)
    expect([to, new Date(fromMs).toISOString()]).toEqual(['sam', '2026-11-23T09:00:00.000Z'])
  })

  test('with everybody full today begins again with the next working day', () => {
    const small = policyWith({ per_person_day: 1 })
    const full = { now: PEOPLE.map(({ id }) => ({ id, working: true, leadsToday: 1 })), assigned: [] }
    const { to, fromMs } = whoseTurn(small, full, MONDAY_TEN)
    expect([to, new Date(fromMs).toISOString()]).toEqual(['sam', '2026-11-24T09:00:00.000Z'])
  })

  test('is among sales where there is sales', () => {
    const people = PEOPLE.map((one) => ({ ...one, roles: one.id === 'priya' ? ['sales'] : [] }))
    const sales = policyWith({}, { people })
    expect(whoseTurn(sales, on('mia', 'sam', 'priya'), MONDAY_TEN).to).toBe('priya')
  })

  test('comes round to everybody alike, whatever the order in which the past is told', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8], { minLength: 9 }), (order) => {
        const past: Assigned[] = []
        for (let nth = 0; nth < 9; nth++) {
          const shuffled = order.flatMap((at) => past[at] ?? [])
          const { to } = whoseTurn(policy, { ...on('mia', 'sam', 'priya'), assigned: shuffled }, MONDAY_TEN)
          past.push({ owner: to, atMs: nth })
        }
        expect(past.map(({ owner }) => owner).join(' ')).toBe('mia sam priya '.repeat(3).trim())
      }),
    )
  })
})

describe('waking', () => {
  const wakes = policyWith({
    wake_someone: { if: 'band == hot and amount >= 20000 EUR', who: 'mia', how: ['slack', 'whatsapp'] },
  })

  test('only where the policy says so', () => {
    expect(wakeFor(lead({ band: 'hot', budget: eur(30_000) }), wakes)).toEqual({
      who: 'mia',
      how: ['slack', 'whatsapp'],
      because: 'leads.wake_someone: band == hot and amount >= 20000 EUR',
    })
    expect(wakeFor(lead({ band: 'hot', budget: eur(30_000) }), policyWith())).toBeNull()
  })

  test.each([
    { band: 'warm' as const, budget: eur(30_000) },
    { band: 'hot' as const, budget: eur(19_999) },
    { band: 'hot' as const, budget: null },
    { band: 'hot' as const, budget: eur(90_000, 'USD') },
  ])('%j wakes nobody', (some) => {
    expect(wakeFor(lead(some), wakes)).toBeNull()
  })
})
