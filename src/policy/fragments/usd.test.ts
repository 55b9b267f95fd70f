import { expect, test } from 'vitest'
import { usdMicros } from './usd.ts'

const euros = { currency: 'EUR', rates: { USD: 0.8 } }

test.each([
  ['0.075 USD', euros, 75_000],
  ['1 EUR', euros, 1_250_000],
  ['8 GBP', { currency: 'EUR', rates: { USD: 0.8, GBP: 1.2 } }, 12_000_000],
  ['1 EUR', { currency: 'USD', rates: { EUR: 1.1 } }, 1_100_000],
])('%s is worth so many millionths of a dollar', (written, exchange, micros) => {
  expect(usdMicros(written, exchange)).toBe(micros)
})

test('without a rate a unit counts as a dollar', () => {
  expect(usdMicros('5 EUR', { currency: 'EUR', rates: {} })).toBe(5_000_000)
  expect(usdMicros('5 CHF', euros)).toBe(5_000_000)
})
