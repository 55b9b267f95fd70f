import { expect, test } from 'vitest'
import type { Change, Value } from '../request/write.ts'
import { READING } from './set.fixture.ts'
import { readSet } from './set.ts'

function said(value: Value): string {
  switch (value.type) {
    case 'text':
      return value.text
    case 'outcome':
      return value.outcome
    case 'date':
      return String(value.date)
    case 'money':
      return `${value.amount}${value.upTo === null ? '' : `-${value.upTo}`}${value.currency ?? ''}`
  }
}

const short = ({ field, value, doubt }: Change): string => `${field}=${said(value)}${doubt ? ` (${doubt})` : ''}`
const read = (text: string): string[] =>
  readSet(text, READING).map(({ subject, changes }) => `${subject.words}: ${changes.map(short).join(', ')}`)

test.each([
  ['globex → proposal', ['globex: stage=proposal']],
  ['globx -> proposal', ['globx: stage=proposal']],
  ['acme 24→28k', ['acme: amount=28000']],
  ['move globex from lead to qualified', ['globex: stage=qualified']],
  ['acme → proposal, globex → negotiation', ['acme: stage=proposal', 'globex: stage=negotiation']],
  ['assign acme and globex to sam', ['acme: owner=sam', 'globex: owner=sam']],
  ['priya takes over globex', ['globex: owner=priya']],
  ['mark acme won and globex lost, price', ['acme: stage=won', 'globex: stage=lost, lostReason=price']],
  [
    'globex stage: negotiation, close date: 15 Jan, owner: priya',
    ['globex: stage=negotiation, closeDate=2027-01-15, owner=priya'],
  ],
  ['rename the globex deal to Globex phase 2', ['globex: name=Globex phase 2']],
  ['acme is also called the big one', ['acme: alias=the big one']],
  ["change Kerry Brown's product interest to hardware", ['Kerry Brown: custom.product_interest=hardware']],
  ['set the follow up date for Kerry Brown to 2026-12-15', ['Kerry Brown: custom.follow_up_by=2026-12-15']],
  ["jo's email is now jo@initech.example", ['jo: email=jo@initech.example']],
  ['globex 10-12k', ['globex: amount=10000-12000']],
  ['set region of acme to EMEA', ['acme: unknown.region=region: EMEA']],
  ['set acme to 7k, no wait, 9k', ['acme: amount=9000']],
  ['mark acme won, sorry not acme, globex', ['globex: stage=won']],
])('%s', (text, steps) => {
  expect(read(text)).toEqual(steps)
})

test.each([
  ['globex might go to negotiation', ['globex: stage=negotiation (hedged)']],
  ['i think globex is around 9k', ['globex: amount=9000 (hedged)']],
  ['globex → proposal, maybe 9k?', ['globex: amount=9000 (hedged), stage=proposal']],
  ['sam says globex is 9k', ['globex: amount=9000 (quoted)']],
  ['jo said "mark globex as proposal"', ['globex: stage=proposal (quoted)']],
])('what is unsure or passed on is in doubt: %s', (text, steps) => {
  expect(read(text)).toEqual(steps)
})

test.each(["acme won't sign this year", 'globex is not signed', "don't move globex to proposal"])(
  'what is denied changes nothing: %s',
  (text) => {
    expect(readSet(text, READING).flatMap(({ changes }) => changes)).toEqual([])
  },
)

test('what is dictated by a text from outside reads no faster than it is long', () => {
  expect(read('acme '.repeat(2000)).length).toBeLessThan(5)
})
