import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMoney } from '../money.ts'

const PIECES = [
  '$',
  '€',
  ' ',
  '-',
  '1',
  '2.5',
  '1,000',
  'k',
  'm',
  'USD',
  'dollars',
  'and',
  'to',
  '(',
  ')',
  'half',
  'a',
  '/',
  'million',
  '.',
  'p',
  'kr',
  'zwei',
  'mil',
  'de',
  '→',
  '%',
]
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join('')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join(' ')),
)

test('any text, locale and currency gives finds that lie in it, in order', () => {
  fc.assert(
    fc.property(
      anyText,
      fc.constantFrom('en', 'de-CH', 'fr', 'es-MX', 'xx-invalid-', ''),
      fc.boolean(),
      (text, locale, bare) => {
        let last = 0
        for (const one of readMoney(text, { locale, bare })) {
          expect(text.slice(...one.span)).toBe(one.text)
          expect(one.amount).toMatch(/^-?\d+(?:\.\d+)?$/)
          expect(one.span[0]).toBeGreaterThanOrEqual(last)
          last = one.role === 'low' || one.role === 'old' ? one.span[0] : Math.max(one.span[0], last)
          if (one.money) expect(Number.isSafeInteger(one.money.amountMinor)).toBe(true)
        }
      },
    ),
    { numRuns: 2000 },
  )
})

test('what the runtime writes as money is read back, in every locale and to the coin', () => {
  const cases = fc.record({
    minor: fc.integer({ min: 1, max: 999_999_999 }),
    locale: fc.constantFrom('en-US', 'en-GB', 'en-IN', 'de-DE', 'de-CH', 'fr-FR', 'es-ES', 'es-MX'),
    currency: fc.constantFrom('USD', 'EUR', 'GBP', 'CHF', 'INR', 'AUD', 'CAD', 'SEK'),
    display: fc.constantFrom('symbol' as const, 'code' as const, 'name' as const),
  })
  fc.assert(
    fc.property(cases, ({ minor, locale, currency, display }) => {
      const text = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: display }).format(
        minor / 100,
      )
      const [found, ...more] = readMoney(`${text}`, { locale, currency })
      expect(more, text).toEqual([])
      expect(found?.money, `${locale} ${text}`).toEqual({ amountMinor: minor, currency })
    }),
    { numRuns: 2000 },
  )
})
