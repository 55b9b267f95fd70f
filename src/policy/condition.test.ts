import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ConditionError, parseCondition } from './condition.ts'

const problem = (text: string): string => {
  try {
    parseCondition(text)
    return 'none'
  } catch (error) {
    return error instanceof ConditionError ? error.message : `threw ${error}`
  }
}

test('and binds closer than or, and parentheses bind closest', () => {
  const one = (fact: string) => ({
    type: 'compare',
    fact,
    comparator: '>',
    literals: [{ type: 'number', value: 1 }],
  })
  expect(parseCondition('a > 1 or b > 1 and c > 1').expression).toEqual({
    type: 'or',
    parts: [one('a'), { type: 'and', parts: [one('b'), one('c')] }],
  })
  expect(parseCondition('(a > 1 or b > 1) AND c > 1').expression).toEqual({
    type: 'and',
    parts: [{ type: 'or', parts: [one('a'), one('b')] }, one('c')],
  })
})

test.each([
  ['5', { type: 'number', value: 5 }],
  ['-0.5', { type: 'number', value: -0.5 }],
  ['25%', { type: 'number', value: 0.25 }],
  ['10000 EUR', { type: 'money', value: { amountMinor: 1_000_000, currency: 'EUR' } }],
  ['500 JPY', { type: 'money', value: { amountMinor: 500, currency: 'JPY' } }],
  ['true', { type: 'boolean', value: true }],
  ['closed_won', { type: 'word', value: 'closed_won' }],
  ['lead-qualification', { type: 'word', value: 'lead-qualification' }],
  ['calendar.move', { type: 'word', value: 'calendar.move' }],
  ['"Closed won"', { type: 'word', value: 'Closed won' }],
  ['"and"', { type: 'word', value: 'and' }],
])('the literal %s', (text, literal) => {
  const { expression } = parseCondition(`fact == ${text}`)
  expect(expression).toMatchObject({ literals: [literal] })
})

test('a number before AND is a number, not money', () => {
  expect(parseCondition('a > 5 AND b > 1').facts).toEqual(['a', 'b'])
})

test('a list, and the facts each once', () => {
  const condition = parseCondition('stage in [won, "Closed lost"] or stage == lead or owner == mia')
  expect(condition.facts).toEqual(['stage', 'owner'])
  expect(condition.text).toBe('stage in [won, "Closed lost"] or stage == lead or owner == mia')
})

test.each([
  ['', 'at column 1: expected the name of a fact, found the end'],
  ['amount', 'at column 7: expected >, >=, <, <=, ==, != or in, found the end'],
  [
    'amount > ',
    'at column 10: expected a number, a percentage, an amount such as 10000 EUR, a word, true or false, found the end',
  ],
  ['amount = 5', 'at column 8: write == where something must equal something'],
  ['amount >= 10,000 EUR', 'at column 11: write numbers without separators, such as 10000 or 0.5'],
  ['amount >= 10.000,00 EUR', 'at column 11: write numbers without separators, such as 10000 or 0.5'],
  ['amount >= €10000', 'at column 11: write money as 10000 EUR'],
  ['notice < 2h', 'at column 10: write a plain number, a percentage such as 25%, or money such as 10000 EUR'],
  ['a > 1 && b > 1', 'at column 7: write and, or, !='],
  ['a == "open', 'at column 6: this quotation mark is never closed'],
  ['a > 1 b > 1', 'at column 7: expected "and", "or" or the end, found "b"'],
  ['(a > 1', 'at column 7: expected ")", found the end'],
  ['a in won', 'at column 6: expected a list such as [a, b], found "won"'],
  [
    'a in []',
    'at column 7: expected a number, a percentage, an amount such as 10000 EUR, a word, true or false, found "]"',
  ],
  ['a in [b c]', 'at column 9: expected "," or "]", found "c"'],
  ['5 > a', 'at column 1: expected the name of a fact, found "5"'],
  ['and > 1', 'at column 1: expected the name of a fact, found "and"'],
  ['process.exit()', 'at column 13: expected >, >=, <, <=, ==, != or in, found "("'],
  ['a == 1; b', 'at column 7: ";" means nothing here'],
  [
    `${'('.repeat(11)}a > 1${')'.repeat(11)}`,
    'at column 12: expected at most 10 parentheses inside each other, found "a"',
  ],
])('%s: says where and what', (text, says) => {
  expect(problem(text)).toBe(says)
})

test('a text is read or refused with a column inside it, never anything else', () => {
  const part = fc.constantFrom(
    'a',
    'and',
    'or',
    'in',
    '(',
    ')',
    '[',
    ']',
    ',',
    '>',
    '==',
    '!',
    '5',
    '5%',
    '5 EUR',
    '"',
    'true',
    ' ',
    '.',
    '€',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(part).map((parts) => parts.join(' ')),
    fc.array(part).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(text, (anything) => {
      const says = problem(anything)
      const column = Number(/^at column (\d+): /.exec(says)?.[1] ?? 0)
      expect(says === 'none' || (column >= 1 && column <= Math.max(anything.length, 500) + 1)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})
