import { expect, test } from 'vitest'
import { readBulk } from './bulk.ts'
import { reading } from './fixture.ts'

const changeOf = (text: string) => {
  const bulk = readBulk(text, reading)
  return bulk && [bulk.change, bulk.set.of, bulk.set.tests.map((one) => one.test)]
}

test.each([
  ['move all stale deals to nurture', { to: 'stage', words: 'nurture' }, 'deal', ['state']],
  ["reassign all of Raj's deals to Mia", { to: 'owner', who: 'mia' }, 'deal', ['owner']],
  [
    "Mia is taking over all of Lena's leads. Can you reassign them in the crm?",
    { to: 'owner', who: 'mia' },
    'lead',
    ['owner'],
  ],
  [
    "We're moving all of Lena's leads to Sam. Can you make that change in the crm?",
    { to: 'owner', who: 'sam' },
    'lead',
    ['owner'],
  ],
  ['assign all unassigned leads to me', { to: 'owner', who: 'mia' }, 'lead', ['owner']],
  ['update all deals in proposal to negotiation', { to: 'stage', words: 'negotiation' }, 'deal', ['value']],
  ['mark all deals closing this month as won except acme', { to: 'stage', words: 'won' }, 'deal', ['date', 'with']],
  [
    'set the close date of all my deals to 31 december',
    { to: 'field', field: 'close date', words: '31 december' },
    'deal',
    ['owner'],
  ],
  [
    'set region to EMEA for all accounts in Germany',
    { to: 'field', field: 'region', words: 'EMEA' },
    'account',
    ['value'],
  ],
  [
    "We no longer need to keep all of Raj's customers. Can you delete them from the crm?",
    { to: 'archive' },
    'contact',
    ['owner'],
  ],
] as const)('"%s"', (text, change, of, tests) => {
  expect(changeOf(text)).toEqual([change, of, tests])
})

test.each(['move acme to proposal', 'globex → proposal', 'add note to jo: all deals are his', 'delete jo', ''])(
  '"%s" is about one record, or none',
  (text) => {
    expect(readBulk(text, reading)).toBeNull()
  },
)
