import { expect, test } from 'vitest'
import { sayCost, sayUsd } from './cost.ts'

test.each([
  [0, '$0'],
  [12, 'less than $0.0001'],
  [420, '$0.0004'],
  [4_200, '$0.0042'],
  [50_000, '$0.05'],
  [100_000, '$0.10'],
  [5_000_000, '$5.00'],
])('%s millionths are said %s', (micros, said) => {
  expect(sayUsd(micros)).toBe(said)
})

test('one call is one call', () => {
  expect(sayCost({ calls: 1, tokens: 4_210, usdMicros: 4_200 })).toBe('1 call, 4,210 tokens, $0.0042')
})
