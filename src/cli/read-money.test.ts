import { expect, test } from 'vitest'
import { readMoneyLine } from './read-money.ts'

test('the answer bears the id and decimal amounts in main units', () => {
  expect(readMoneyLine({ id: '7', text: 'up to $1.2k a month, plus ten cents' })).toEqual({
    id: '7',
    found: [
      {
        text: '$1.2k a month',
        amount: '1200',
        currency: 'USD',
        per: 'month',
        each: null,
        bound: 'atMost',
        role: null,
        tax: null,
        ambiguous: false,
      },
      {
        text: 'ten cents',
        amount: '0.10',
        currency: null,
        per: null,
        each: null,
        bound: null,
        role: null,
        tax: null,
        ambiguous: false,
      },
    ],
  })
})

test('locale and currency of the row decide signs that countries share; bare numbers are nobody’s', () => {
  const currency = (row: { locale?: string; currency?: string }): unknown =>
    readMoneyLine({ id: '1', text: '$20', ...row }).found[0]?.currency
  expect([currency({}), currency({ locale: 'en-CA' }), currency({ currency: 'AUD' })]).toEqual(['USD', 'CAD', 'AUD'])
  expect(readMoneyLine({ id: '1', text: '24k for 12 seats' }).found).toEqual([])
})
