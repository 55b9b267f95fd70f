import { expect, test } from 'vitest'
import type { Bulk } from '../../request/query.ts'
import { factsOf, make } from '../reads/fixture.ts'
import { planMerge } from './merge.ts'
import { planBulk } from './plan.ts'

const bulk = (set: Partial<Bulk['set']>, change: Bulk['change'], sure = false): Bulk => ({
  kind: 'bulk',
  set: { of: 'deal', tests: [], unread: [], ...set },
  change,
  sure,
  dropped: false,
})
const STALE = { tests: [{ test: 'state', is: 'stale', not: false }] } as const
const note = (id: string, about: string, at: string) =>
  make.activity(id, { kind: 'note', about: { kind: 'deal', id: about }, at, text: 'spoke' })

test('what nothing on file tells of is left out, and said', () => {
  const deals = ['d1', 'd2', 'd3'].map((id) => make.deal(id, { name: id, stage: 'proposal' }))
  const activities = [note('n1', 'd1', '2026-10-01T10:00:00Z'), note('n2', 'd2', '2026-11-20T10:00:00Z')]
  const ruling = planBulk(
    bulk({ ...STALE, tests: [...STALE.tests] }, { to: 'stage', words: 'nurture' }),
    factsOf({ deals, activities }),
  )
  expect(ruling).toMatchObject({
    type: 'propose',
    actions: [
      { kind: 'deal.update', args: { id: 'd1', ops: [{ path: 'stage', before: 'proposal', after: 'nurture' }] } },
    ],
  })
  expect(ruling.type === 'propose' && ruling.notes?.join(' ')).toMatch(/Of 1 deal nothing on file tells/)
})

test('a word that means nothing stops everything', () => {
  const facts = factsOf({ deals: [make.deal('d1', { name: 'd1', stage: 'proposal', owner: 'sam' })] })
  const tests = [{ test: 'value' as const, words: 'sparkly', field: null, not: false }]
  expect(planBulk(bulk({ tests }, { to: 'archive' }), facts)).toMatchObject({
    type: 'answer',
    text: expect.stringMatching(/"sparkly".*Nothing was changed/s),
  })
  expect(planBulk(bulk({ unread: ['unless'] }, { to: 'owner', who: 'mia' }), facts)).toMatchObject({ type: 'answer' })
  expect(planBulk(bulk({}, { to: 'stage', words: 'sparkly' }), facts)).toMatchObject({
    type: 'answer',
    text: expect.stringMatching(/no stage "sparkly"/),
  })
})

test('everything cannot be put away at once, and more than fifty cannot be changed', () => {
  const deals = Array.from({ length: 51 }, (_, at) => make.deal(`d${at}`, { name: `Deal ${at}`, stage: 'lead' }))
  expect(planBulk(bulk({}, { to: 'archive' }), factsOf({ deals }))).toMatchObject({ type: 'refuse' })
  expect(planBulk(bulk({}, { to: 'stage', words: 'proposal' }), factsOf({ deals }))).toMatchObject({
    type: 'answer',
    text: expect.stringMatching(/51 deals.*at the most/),
  })
})

test('what is so already is left', () => {
  const deals = [
    make.deal('d1', { name: 'd1', owner: 'mia' }),
    make.deal('d2', { name: 'd2', owner: 'Mia@northwind.example' }),
  ]
  expect(planBulk(bulk({}, { to: 'owner', who: 'mia' }), factsOf({ deals }))).toMatchObject({
    type: 'answer',
    text: expect.stringMatching(/All 2 are so already/),
  })
})

test('people are closed by a condition after one yes, and left after a no', () => {
  const contacts = [
    make.contact('c1', { name: 'Jo', status: 'Lead' }),
    make.contact('c2', { name: 'Al', status: 'Lost' }),
  ]
  const tests = [{ test: 'value' as const, words: 'lead', field: 'stage', not: false }]
  const wanted = bulk({ of: 'contact', tests }, { to: 'stage', words: 'lost' })
  expect(planBulk(wanted, factsOf({ contacts }))).toMatchObject({
    type: 'ask',
    question: { text: expect.stringMatching(/1 contact.*\n- Jo/s) },
  })
  expect(planBulk({ ...wanted, sure: true }, factsOf({ contacts }))).toMatchObject({
    type: 'propose',
    actions: [{ args: { id: 'c1', ops: [{ path: 'status', before: 'Lead', after: 'Lost' }] } }],
  })
  expect(planBulk({ ...wanted, dropped: true }, factsOf({ contacts }))).toMatchObject({ type: 'answer' })
})

test('of two records the one with more on it survives, unless another is named; what it lacks it takes', () => {
  const accounts = [
    make.account('a1', { name: 'Acme GmbH', domains: ['acme.example'], owner: 'sam' }),
    make.account('a2', {
      name: 'ACME GmbH',
      domains: ['acme.test'],
      country: 'DE',
      owner: 'mia',
      custom: { Tier: 'gold' },
    }),
  ]
  const deals = [make.deal('d1', { name: 'Shop', account: 'a2' })]
  const merge = { kind: 'merge', of: null, words: ['acme gmbhs'], into: false, records: [], dropped: false } as const
  const asked = (words: string[], into: boolean) =>
    planMerge({ ...merge, words, records: [], into }, factsOf({ accounts, deals }))
  expect(asked(['acme gmbhs'], false)).toMatchObject({
    type: 'propose',
    actions: [
      {
        kind: 'account.merge',
        args: {
          winner: { id: 'a2' },
          loser: { id: 'a1' },
          ops: [
            { path: 'domains', after: ['acme.test', 'acme.example'] },
            { path: 'aliases', after: ['Acme GmbH'] },
          ],
        },
      },
    ],
  })
  const twice = planMerge({ ...merge, words: ['x'], records: ['account:a1', 'account:a1'] }, factsOf({ accounts }))
  expect(twice.type).toBe('answer')
  expect(asked(['nobody'], false).type).toBe('answer')
})
