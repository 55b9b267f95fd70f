import { expect, test } from 'vitest'
import { parsePolicy } from '#policy/policy.ts'
import { worthAsking } from './ask-next.ts'
import { eur, ICP, policy, policyWith, said } from './fixture.ts'
import { type LeadKnown, NOTHING_KNOWN } from './known.ts'
import { type Scored, scoreOf } from './score.ts'
import { isTitle } from './titles.ts'
import { wouldChange } from './would-change.ts'

const factor = (score: Scored, rule: string) => score.factors.find((one) => one.rule === rule)
const known = (some: Partial<LeadKnown>): LeadKnown => ({ ...NOTHING_KNOWN, ...some })

test('nothing known is half of everything, and nothing is complete', () => {
  const score = scoreOf(NOTHING_KNOWN, policy)
  expect(score).toMatchObject({ total: 50, band: 'warm', completeness: 0, interval: { least: 0, most: 100 } })
  expect(score.factors.every(({ evidence, points, of }) => evidence === null && points === of / 2)).toBe(true)
})

test('every factor says what it is from', () => {
  const score = scoreOf(
    known({
      industry: said('B2B SaaS'),
      headcount: said(40, '40 people'),
      region: said('DE', 'Berlin'),
      role: said('COO'),
      budget: eur(30_000),
      need: said(true, 'new website'),
      timeline: said('dated', 'before Q1'),
      signals: { referral: 'Saw your talk' },
    }),
    policy,
  )
  expect(score).toMatchObject({
    total: 100,
    band: 'hot',
    completeness: 1,
    fit: 70,
    couldChangeBand: false,
    decline: null,
  })
  expect(score.factors.map(({ rule, points, evidence }) => [rule, points, evidence])).toEqual([
    ['need', 10, 'new website'],
    ['timeline', 5, 'before Q1'],
    ['budget', 10, '30000'],
    ['authority', 5, 'COO'],
    ['headcount', 20, '40 people'],
    ['role', 15, 'COO'],
    ['industry', 25, 'B2B SaaS'],
    ['region', 10, 'Berlin'],
    ['referral', 10, 'Saw your talk'],
    ['deadline', 5, 'before Q1'],
  ])
})

test('what the policy says nothing about judges nobody and is never asked', () => {
  const silent = policyWith({})
  const { factors, interval } = scoreOf(known({ industry: said('clinic'), region: said('FR') }), silent)
  expect(factors.find(({ rule }) => rule === 'industry')).toEqual({
    rule: 'industry',
    points: 12.5,
    of: 25,
    evidence: null,
  })
  expect(interval).toEqual({ least: 25, most: 80 })
  const asked = worthAsking(NOTHING_KNOWN, silent).map(({ criterion }) => criterion)
  expect(asked).not.toContain('industry')
  expect(asked.length).toBeGreaterThan(0)
})

test('an industry to avoid costs more than any sign brings, and is declined', () => {
  const score = scoreOf(known({ industry: said('online gambling'), signals: { asked: 'how much?' } }), policy)
  expect(factor(score, 'avoid_list')).toEqual({ rule: 'avoid_list', points: -50, of: 0, evidence: 'online gambling' })
  expect(score).toMatchObject({ total: 0, band: 'out', decline: 'avoid_list' })
})

test.each([
  [eur(2_999), 'minimum_budget'],
  [eur(3_000), null],
  [eur(300, 'month'), null],
  [eur(249, 'month'), 'minimum_budget'],
  [eur(100, 'day'), null],
  [eur(0), 'minimum_budget'],
  [said({ amountMinor: 100, currency: 'USD', period: null }), null],
])('the minimum budget: %j', (budget, decline) => {
  expect(scoreOf(known({ budget }), policy).decline).toBe(decline)
})

test('an amount in another currency cannot be told, with a rate it can', () => {
  const usd = known({ budget: said({ amountMinor: 10_000, currency: 'USD', period: null }, '$100') })
  expect(factor(scoreOf(usd, policy), 'budget')).toMatchObject({ points: 5, evidence: null })
  const rated = parsePolicy(JSON.stringify({ ...policy.file, rates: { USD: 0.9 } }), { file: 'policy.yaml' })
  expect(factor(scoreOf(usd, rated), 'budget')).toMatchObject({ points: 0, evidence: '$100' })
})

test('without a minimum any budget fits, and none is no reason to decline', () => {
  const free = policyWith({ icp: ICP })
  expect(scoreOf(known({ budget: eur(1) }), free)).toMatchObject({ decline: null })
  expect(factor(scoreOf(known({ budget: eur(0, null) }), free), 'budget')?.points).toBe(0)
  expect(scoreOf(known({ budget: eur(0) }), free).decline).toBeNull()
})

test('weights that come to more than 100 shrink alike; fewer stay as they are', () => {
  const heavy = policyWith({ icp: { ...ICP, industries: { ...ICP.industries, weight: 95 } }, bant: { need: 40 } })
  const score = scoreOf(NOTHING_KNOWN, heavy)
  const most = score.factors.reduce((total, { of }) => total + of, 0)
  expect(most).toBeLessThanOrEqual(100)
  expect(most).toBeGreaterThan(99)
  expect(factor(score, 'industry')?.of).toBe(47.5)
  const light = policyWith({ icp: { ...ICP, headcount: { weight: 0 } } })
  expect(scoreOf(NOTHING_KNOWN, light).interval.most).toBe(85)
})

test.each([
  ['COO', true],
  ['Chief Operating Officer', true],
  ['co-founder & CTO', true],
  ['Founder of Kite Ltd', true],
  ['Head of Growth Marketing', true],
  ['VP Sales', true],
  ['Vice President, Sales', true],
  ['Leiter der Technik', true],
  ['Geschäftsführerin', true],
  ['assistant to the CEO', false],
  ['former founder', false],
  ['ex-founder', false],
  ['marketing manager', false],
  ['headhunter', false],
  ['', false],
])('the title %j', (role, wanted) => {
  expect(isTitle(role, ICP.roles.want)).toBe(wanted)
})

test('who decides follows from a title, unless they say it themselves', () => {
  const points = (some: Partial<LeadKnown>) => factor(scoreOf(known(some), policy), 'authority')?.points
  expect(points({ role: said('managing director') })).toBe(5)
  expect(points({ role: said('summer intern') })).toBe(0)
  expect(points({ role: said('marketing manager') })).toBe(2.5)
  expect(points({ role: said('CEO'), authority: said(false, 'my board decides') })).toBe(0)
})

test('only what could change the band is asked, the most telling first, nothing twice', () => {
  const hot = known({
    industry: said('saas'),
    headcount: said(40),
    role: said('ceo'),
    region: said('GB'),
    signals: { asked: 'price?' },
  })
  expect(scoreOf(hot, policy)).toMatchObject({ band: 'hot', couldChangeBand: false })
  expect(worthAsking(hot, policy)).toEqual([])

  const open = known({ industry: said('saas'), headcount: said(40), region: said('GB') })
  const first = worthAsking(open, policy)
  expect(first[0]?.criterion).toBe('role')
  expect(worthAsking(open, policy, ['role']).map(({ criterion }) => criterion)).not.toContain('role')
  expect(first.map(({ bandChange }) => bandChange)).toEqual(
    first.map(({ bandChange }) => bandChange).sort((a, b) => b - a),
  )
})

test('a lead that cannot leave its band is not asked anything', () => {
  const bad = known({ industry: said('online gambling'), penalties: { gibberish: 'asdf' } })
  expect(scoreOf(bad, policy)).toMatchObject({ couldChangeBand: false, interval: { least: 0, most: 0 } })
  expect(worthAsking(bad, policy)).toEqual([])
})

test('what would change it: each by itself, with the band it would bring', () => {
  const score = scoreOf(known({ industry: said('bakery'), headcount: said(3) }), policy)
  const changes = wouldChange(known({ industry: said('bakery'), headcount: said(3) }), policy)
  expect(changes[0]).toEqual({ rule: 'industry', gain: 25, total: score.total + 25, band: 'warm' })
  expect(changes.find(({ rule }) => rule === 'timeline')?.gain).toBe(7.5)
  expect(changes.find(({ rule }) => rule === 'asked')).toMatchObject({ gain: 10 })
})
