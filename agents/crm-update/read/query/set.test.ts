import { expect, test } from 'vitest'
import { reading } from './fixture.ts'
import { readSet } from './set.ts'

const owner = (who: string | null) => ({ test: 'owner', who, not: false })
const value = (words: string, field: string | null = null) => ({ test: 'value', words, field, not: false })
const state = (is: string) => ({ test: 'state', is, not: false })

test.each([
  [
    'whats in pipeline > 10k closing this month',
    'deal',
    [
      { test: 'date', of: 'close', from: '2026-11-01', to: '2026-12-01', not: false },
      { test: 'amount', is: 'over', amount: 10_000, currency: null },
      state('open'),
    ],
  ],
  [
    "all of Raj's customers that are in the lost stage and interested in software",
    'contact',
    [owner('raj'), value('lost', 'stage'), value('software', 'interest')],
  ],
  ['every lead customer not contacted for 6 weeks', 'contact', [{ test: 'quiet', since: '2026-10-09' }, value('lead')]],
  ["customers we haven't spoken to in the past month", 'contact', [{ test: 'quiet', since: '2026-10-21' }]],
  ['deals untouched since october', 'deal', [{ test: 'quiet', since: '2026-10-01' }]],
  [
    'deals between 10k and 20k',
    'deal',
    [
      { test: 'amount', is: 'atLeast', amount: 10_000, currency: null },
      { test: 'amount', is: 'atMost', amount: 20_000, currency: null },
    ],
  ],
  ['deals of at least $5k', 'deal', [{ test: 'amount', is: 'atLeast', amount: 5000, currency: 'USD' }]],
  ["nobody's deals", 'deal', [owner(null)]],
  ['all deals except acme', 'deal', [{ test: 'with', words: 'acme', not: true }]],
  ['contacts without an email', 'contact', [{ test: 'missing', field: 'email', not: false }]],
  [
    'customers whose follow-up is before 1 december',
    'contact',
    [{ test: 'date', of: 'follow-up', from: null, to: '2026-12-01', not: false }],
  ],
  ['all stale deals', 'deal', [state('stale')]],
] as const)('"%s"', (text, of, tests) => {
  expect(readSet(text, reading, 'record')).toEqual({ of, tests, unread: [] })
})

test('what is not understood is kept, so that nothing is changed by half a condition', () => {
  expect(readSet('deals unless they winked', reading, 'deal').unread).toEqual(['unless', 'winked'])
})
