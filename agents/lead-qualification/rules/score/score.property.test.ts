import fc from 'fast-check'
import { expect, test } from 'vitest'
import { worthAsking } from './ask-next.ts'
import { ICP, policyWith, said } from './fixture.ts'
import type { LeadKnown } from './known.ts'
import { scoreOf } from './score.ts'

const weight = fc.integer({ min: 0, max: 100 })
const anyWants = fc
  .record({
    industry: weight,
    headcount: weight,
    region: weight,
    role: weight,
    budget: weight,
    authority: weight,
    need: weight,
    timeline: weight,
    silent: fc.boolean(),
    minimum: fc.boolean(),
    cold: fc.integer({ min: 1, max: 30 }),
  })
  .map(({ silent, minimum, cold, ...one }) => ({
    icp: {
      industries: { weight: one.industry, ...(silent ? {} : ICP.industries) },
      headcount: { weight: one.headcount },
      regions: { weight: one.region, ...(silent ? {} : ICP.regions) },
      roles: { weight: one.role, ...ICP.roles },
    },
    bant: { budget: one.budget, authority: one.authority, need: one.need, timeline: one.timeline },
    bands: { cold, warm: cold + 25, hot: cold + 50 },
    ...(minimum && { minimum_budget: '3000 EUR' }),
  }))

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary.map((value) => said(value)))
/** From the worst to the best answer, one step at a time. */
const LADDERS = {
  industry: ['bakery', 'saas'],
  headcount: [1, 6, 50],
  region: ['NZ', 'DE'],
  role: ['summer intern', 'ceo'],
  need: [false, true],
  authority: [false, true],
  timeline: ['none', 'vague', 'dated'],
  budget: [0, 50, 5000, 900_000].map((amount) => ({ amountMinor: amount * 100, currency: 'EUR', period: null })),
} as const
const rung = (name: keyof typeof LADDERS) =>
  maybe(fc.constantFrom<unknown>(...LADDERS[name], ...(name === 'industry' ? ['casino gambling'] : [])))
const anyLead = fc.record({
  industry: rung('industry'),
  headcount: rung('headcount'),
  region: rung('region'),
  role: rung('role'),
  budget: rung('budget'),
  authority: rung('authority'),
  need: rung('need'),
  timeline: rung('timeline'),
  signals: fc
    .subarray(['asked', 'referral', 'pricing_page', 'quick_reply'])
    .map((some) => Object.fromEntries(some.map((one) => [one, 'so']))),
  penalties: fc
    .subarray(['enterprise_claim', 'gibberish', 'avoid_list'])
    .map((some) => Object.fromEntries(some.map((one) => [one, 'so']))),
}) as fc.Arbitrary<LeadKnown>

test('the score lies within its interval, and that within 0 and 100', () => {
  fc.assert(
    fc.property(anyLead, anyWants, (lead, wants) => {
      const policy = policyWith(wants)
      const { total, interval } = scoreOf(lead, policy)
      expect(0 <= interval.least && interval.least <= total && total <= interval.most && interval.most <= 100).toBe(
        true,
      )
    }),
  )
})

test('no factor has more points than its weight, nor fewer than none unless it is a penalty', () => {
  fc.assert(
    fc.property(anyLead, anyWants, (lead, wants) => {
      const policy = policyWith(wants)
      for (const { points, of } of scoreOf(lead, policy).factors) {
        expect(points).toBeLessThanOrEqual(of)
        if (of > 0) expect(points).toBeGreaterThanOrEqual(0)
      }
    }),
  )
})

test('a better answer never lowers a score, and an answer is never worse than the worst nor better than the best', () => {
  const name = fc.constantFrom(...(Object.keys(LADDERS) as (keyof typeof LADDERS)[]))
  fc.assert(
    fc.property(anyLead, anyWants, name, (lead, wants, name) => {
      const policy = policyWith(wants)
      // Who decides follows from the role where nobody says it.
      const alone = { ...(name === 'role' && { authority: said(true) }), ...(name === 'authority' && { role: null }) }
      const without = { ...lead, ...alone, [name]: null }
      const { interval } = scoreOf(without, policy)
      const totals = LADDERS[name].map((value) => scoreOf({ ...without, [name]: said(value) }, policy).total)
      expect(totals).toEqual([...totals].sort((a, b) => a - b))
      for (const total of totals) expect(interval.least <= total && total <= interval.most).toBe(true)
    }),
  )
})

test('a sign of intent never lowers a score, a penalty never lifts it', () => {
  fc.assert(
    fc.property(anyLead, anyWants, (lead, wants) => {
      const policy = policyWith(wants)
      const { total } = scoreOf(lead, policy)
      expect(scoreOf({ ...lead, signals: { ...lead.signals, asked: 'so' } }, policy).total).toBeGreaterThanOrEqual(
        total,
      )
      expect(scoreOf({ ...lead, penalties: { ...lead.penalties, gibberish: 'so' } }, policy).total).toBeLessThanOrEqual(
        total,
      )
    }),
  )
})

test('where something is worth asking the band can change, and where the band cannot change nothing is asked', () => {
  fc.assert(
    fc.property(anyLead, anyWants, (lead, wants) => {
      const policy = policyWith(wants)
      const { couldChangeBand } = scoreOf(lead, policy)
      expect(worthAsking(lead, policy).length > 0).toBe(couldChangeBand)
    }),
  )
})
