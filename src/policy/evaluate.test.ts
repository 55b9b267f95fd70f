import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Facts } from '#kernel/actions/definition.ts'
import { parseCondition } from './condition.ts'
import { evaluate, type Rates } from './evaluate.ts'

const answer = (text: string, facts: Facts, rates?: Rates) => evaluate(parseCondition(text), facts, rates).answer
const rates = { currency: 'EUR', rates: { USD: 0.5 } }

test.each<[string, Facts, string]>([
  ['events > 5', { events: 6 }, 'yes'],
  ['events > 5', { events: 5 }, 'no'],
  ['events >= 5', { events: 5 }, 'yes'],
  ['amount_change > 25%', { amount_change: 0.26 }, 'yes'],
  ['amount_change > 25%', { amount_change: 0.25 }, 'no'],
  ['amount >= 10000 EUR', { amount: '10000 EUR' }, 'yes'],
  ['amount >= 10000 EUR', { amount: '9999.99 EUR' }, 'no'],
  ['stage in [closed_won, closed_lost]', { stage: 'Closed_Won' }, 'yes'],
  ['stage in [closed_won, closed_lost]', { stage: 'proposal' }, 'no'],
  ['stage != proposal', { stage: 'lead' }, 'yes'],
  ['verified == true', { verified: true }, 'yes'],
  ['verified == false', { verified: true }, 'no'],
  ['tags == vip', { tags: ['new', 'VIP'] }, 'yes'],
  ['tags != vip', { tags: ['new', 'vip'] }, 'no'],
  ['tags in [a, b]', { tags: ['b', 'c'] }, 'yes'],
  ['tags in [a, b]', { tags: [] }, 'no'],
  ['a == 1 and b == 1 or c == 1', { a: 1, b: 2, c: 1 }, 'yes'],
  ['a == 1 and (b == 1 or c == 1)', { a: 2, b: 1, c: 1 }, 'no'],
])('%s of %j', (text, facts, expected) => {
  expect(answer(text, facts)).toBe(expected)
})

test('a fact that the action does not have never holds, not even as "is not"', () => {
  expect(answer('amount > 0 EUR', {})).toBe('no')
  expect(answer('stage != proposal', {})).toBe('no')
  expect(answer('toString != x', {})).toBe('no')
  expect(evaluate(parseCondition('a > 1 or b > 1'), { b: 2, c: 3 }).read).toEqual({ b: 2 })
})

test('another currency: unknown without a rate, compared with one', () => {
  expect(answer('amount >= 10000 EUR', { amount: '90000 USD' })).toBe('unknown')
  expect(answer('amount >= 10000 EUR', { amount: '20000 USD' }, rates)).toBe('yes')
  expect(answer('amount >= 10000 EUR', { amount: '19999 USD' }, rates)).toBe('no')
  expect(answer('amount >= 10000 USD', { amount: '5000 EUR' }, rates)).toBe('yes')
  expect(answer('amount >= 10000 EUR', { amount: '20000 GBP' }, rates)).toBe('unknown')
  expect(answer('amount >= 10000 EUR', { amount: '900000 JPY' }, { currency: 'EUR', rates: { JPY: 0.006 } })).toBe('no')
  expect(answer('amount >= 10000 EUR', { amount: '1 EUR' }, { currency: 'EUR', rates: { toString: 5 } })).toBe('no')
})

test('what cannot be compared is unknown, and unknown gives way only to what decides', () => {
  expect(answer('amount >= 10000 EUR', { amount: 20000 })).toBe('unknown')
  expect(answer('events > 5', { events: 'many' })).toBe('unknown')
  expect(answer('stage > proposal', { stage: 'lead' })).toBe('unknown')
  expect(answer('events > 5', { events: Number.NaN })).toBe('unknown')
  expect(answer('amount > 5 USD and events > 5', { amount: '5 EUR', events: 1 })).toBe('no')
  expect(answer('amount > 5 USD and events > 5', { amount: '5 EUR', events: 9 })).toBe('unknown')
  expect(answer('amount > 5 USD or events > 5', { amount: '5 EUR', events: 9 })).toBe('yes')
  expect(answer('amount > 5 USD or events > 5', { amount: '5 EUR', events: 1 })).toBe('unknown')
})

test('and, or, and the comparators agree with arithmetic', () => {
  const number = fc.integer({ min: -5, max: 5 })
  fc.assert(
    fc.property(number, number, number, (a, b, limit) => {
      const facts = { a, b }
      expect(answer(`a < ${limit} and b >= ${limit}`, facts)).toBe(a < limit && b >= limit ? 'yes' : 'no')
      expect(answer(`a != ${limit} or b <= ${limit}`, facts)).toBe(a !== limit || b <= limit ? 'yes' : 'no')
      expect(answer(`a in [${limit}, ${b}]`, facts)).toBe(a === limit || a === b ? 'yes' : 'no')
    }),
  )
})
