import { expect, test } from 'vitest'
import { reading } from './fixture.ts'
import { readQuery } from './query.ts'

test.each([
  ['who owns hooli?', { ask: 'owner', name: 'hooli' }],
  ['who is responsible for the acme deal', { ask: 'owner', name: 'acme', set: { of: 'deal' } }],
  ["who changed acme's amount?", { ask: 'history', name: 'acme', field: 'amount' }],
  ['who moved globex to proposal', { ask: 'history', name: 'globex' }],
  ['what changed on acme this week', { ask: 'history', name: 'acme' }],
  ['history of the acme renewal deal', { ask: 'history', name: 'acme renewal' }],
  ['what do we know about Jo Byrne?', { ask: 'about', name: 'Jo Byrne' }],
  ['last note on acme', { ask: 'notes', name: 'acme' }],
  ['when did we last speak to Pia', { ask: 'contacted', name: 'Pia' }],
  ["what's Maria's number", { ask: 'field', name: 'Maria', field: 'number' }],
  ['when does globex close', { ask: 'field', name: 'globex' }],
  ['top 5 by amount', { ask: 'list', limit: 5, sort: { by: 'amount', desc: true }, set: { of: 'deal' } }],
  [
    'how many open deals has Sam',
    {
      ask: 'count',
      set: {
        tests: [
          { test: 'owner', who: 'sam' },
          { test: 'state', is: 'open' },
        ],
      },
    },
  ],
  ['total value of open deals', { ask: 'sum' }],
  ["what is in sam's pipeline", { ask: 'list', set: { of: 'deal', tests: [{ test: 'owner', who: 'sam' }] } }],
  ["what's closing this week", { ask: 'list', set: { of: 'deal' } }],
  [
    'give me a list of deals in negotiation',
    { ask: 'list', set: { tests: [{ test: 'value', words: 'negotiation' }] } },
  ],
  ['import this csv', { ask: 'import' }],
  ['find duplicates', { ask: 'duplicates' }],
  ['anything to tidy up in the crm?', { ask: 'tidy' }],
])('"%s"', (text, wanted) => {
  expect(readQuery(text, reading)).toMatchObject(wanted)
})

test('"Show more" asks the same again, further down', () => {
  const more = readQuery('more from 10: deals in negotiation', reading)
  expect(more).toMatchObject({ from: 10, words: 'deals in negotiation', ask: 'list', set: { of: 'deal' } })
})
