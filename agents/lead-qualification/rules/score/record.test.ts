import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LeadDraft as Lead, type LeadDraft } from '#kernel/lead.ts'
import { policy } from './fixture.ts'
import { type LeadKnown, NOTHING_KNOWN } from './known.ts'
import { factsOf, knownOf } from './record.ts'
import { scoreOf } from './score.ts'

const AT = '2026-11-20T03:04:00.000Z'
const lead = (some: object): LeadDraft => Lead.parse(some)
const KNOWN: LeadKnown = {
  ...NOTHING_KNOWN,
  headcount: { value: 40, span: '40 people' },
  role: { value: 'COO', span: "I'm the COO" },
  budget: { value: { amountMinor: 3_000_000, currency: 'EUR', period: null }, span: '~30k' },
  need: { value: true, span: 'new website' },
  authority: { value: false, span: 'my board decides' },
  timeline: { value: 'vague', span: 'later this year' },
  signals: { referral: 'Saw your talk' },
  penalties: { gibberish: 'asdf' },
}
const FIELDS = {
  person: { role: 'COO' },
  company: { size: 40 },
  amountMinor: 3_000_000,
  currency: 'EUR',
}

test('a lead on file knows what was known when it was written', () => {
  expect(knownOf(lead({ ...FIELDS, facts: factsOf(KNOWN, AT) }))).toEqual(KNOWN)
})

test('a field that nobody quoted is its own evidence, and a date of need is a date', () => {
  const known = knownOf(lead({ company: { size: 12, region: 'DE' }, needBy: '2026-12-31' }))
  expect(known).toEqual({
    ...NOTHING_KNOWN,
    headcount: { value: 12, span: '12' },
    region: { value: 'DE', span: 'DE' },
    timeline: { value: 'dated', span: '2026-12-31' },
  })
})

test('of two facts about one thing the newer counts', () => {
  const facts = [
    { field: 'need', value: 'yes', span: 'a shop', at: '2026-11-20T05:00:00.000Z' },
    { field: 'need', value: 'no', span: 'a car wash', at: AT },
  ]
  expect(knownOf(lead({ facts })).need).toEqual({ value: true, span: 'a shop' })
  expect(knownOf(lead({ facts: facts.toReversed() })).need).toEqual({ value: true, span: 'a shop' })
})

test('the order in which facts were written down does not matter', () => {
  const at = fc.constantFrom(AT, '2026-11-20T05:00:00.000Z')
  const fact = fc.record({
    field: fc.constantFrom('need', 'authority', 'timeline', 'asked', 'gibberish', 'budget', 'nonsense'),
    value: fc.constantFrom('yes', 'no', 'dated', 'vague', 'none', ''),
    span: fc.constantFrom('this', 'that'),
    at,
  })
  fc.assert(
    fc.property(fc.array(fact, { maxLength: 8 }), fc.nat(), (facts, seed) => {
      const turned = facts.map((_one, nth) => facts[(nth * 7 + seed) % facts.length] ?? facts[0])
      const others = turned.length === new Set(turned).size ? turned : facts.toReversed()
      const scores = [facts, others].map((some) => scoreOf(knownOf(lead({ facts: some })), policy))
      expect(scores[1]).toEqual(scores[0])
    }),
  )
})
