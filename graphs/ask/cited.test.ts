import fc from 'fast-check'
import { expect, test } from 'vitest'
import { citedIn } from './cited.ts'

const row = (id: string, text: string) => ({ id, atMs: 0, text })
const seen = new Map(
  [
    row('t1.0', 'Booked "Budget" with Jo Park (jo@acme.io), Thu 26 Nov, 15:00-15:30 (Europe/London)'),
    row('t2.0', "Set Web shop's stage to proposal (was lead), amount 24,000 EUR"),
  ].map((one) => [one.id, one]),
)
const said = (text: string, ...rows: string[]) => citedIn([{ text, rows }], seen)

test('a sentence is said with the rows it cites', () => {
  expect(said('You booked "Budget" with Jo Park on Thu 26 Nov.', 't1.0')).toEqual([
    'You booked "Budget" with Jo Park on Thu 26 Nov. [t1.0]',
  ])
  expect(said("The shop's amount is 24,000 EUR, and Jo comes.", 't1.0', 't2.0')).toHaveLength(1)
})

test.each([
  ['no row', 'You booked it.', []],
  ['a row that was never looked up', 'You booked it.', ['t9.0']],
  ['one real row and one that is not', 'You booked it.', ['t1.0', 't9.0']],
  ['another day', 'It is on Fri 27 Nov.', ['t1.0']],
  ['an amount of its own', 'It is worth 42,000 EUR.', ['t2.0']],
  ['a part of an amount', 'It is worth 24 EUR.', ['t2.0']],
  ['an amount of another row', 'Budget is 24,000 EUR.', ['t1.0']],
  ['a name of its own', 'You booked it with Mallory.', ['t1.0']],
  ['an address of its own', 'Write to mallory@zzplant.example.', ['t1.0']],
  ['a link', 'See https://zz.example now.', ['t1.0']],
  ['markup', 'You <b>booked</b> it.', ['t1.0']],
  ['a fraction', 'It was ½ done.', ['t1.0']],
  ['nothing', '   ', ['t1.0']],
])('a sentence with %s is dropped', (_what, text, rows) => {
  expect(said(text, ...rows)).toEqual([])
})

test('whatever a model says, each number that is said stands in a row', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.subarray(['t1.0', 't2.0', 't3.0']), (text, rows) => {
      for (const sentence of said(text, ...rows)) {
        const words = sentence.replace(/ \[[^[\]]*\]$/, '').match(/\p{N}+/gu) ?? []
        const known = rows
          .map((id) => seen.get(id)?.text ?? '')
          .join(' ')
          .normalize('NFKC')
        expect(words.filter((word) => !known.includes(word.normalize('NFKC')))).toEqual([])
      }
    }),
    { seed: 7, numRuns: 500 },
  )
})
