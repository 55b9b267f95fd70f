import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type MoneyFinding, type MoneyOptions, readMoney } from './money.ts'

/** `1200 USD/month atMost net`, alternatives after `|`, several finds parted by `, `. */
function say(text: string, options: MoneyOptions): string {
  return readMoney(text, options).map(brief).join(', ')
}

function brief({ amount, currency, per, each, bound, role, tax, alternatives }: MoneyFinding): string {
  const rate = `${per ? `/${per}` : ''}${each ? `/${each}` : ''}`
  const rest = [bound, role, tax].filter(Boolean).map((word) => ` ${word}`)
  return `${amount} ${currency}${rate}${rest.join('')}${alternatives.map((other) => ` | ${other.amount}`).join('')}`
}

type Rows = readonly (readonly [text: string, read: string])[]

function table(name: string, options: MoneyOptions, rows: Rows): void {
  describe(name, () => {
    test.each(rows)('%s', (text, read) => expect(say(text, options)).toBe(read))
  })
}

table('signs, codes and words', { locale: 'en' }, [
  ['$45', '45 USD'],
  ['$ 45.50', '45.50 USD'],
  ['45$', '45 USD'],
  ['€80', '80 EUR'],
  ['80 €', '80 EUR'],
  ['£7.99', '7.99 GBP'],
  ['¥5,000', '5000 JPY'],
  ['₹499', '499 INR'],
  ['₩20,000', '20000 KRW'],
  ['300 ₽', '300 RUB'],
  ['US$ 60', '60 USD'],
  ['60 US$', '60 USD'],
  ['A$75 or C$80', '75 AUD, 80 CAD'],
  ['HK$ 900, NZ$5, R$ 30', '900 HKD, 5 NZD, 30 BRL'],
  ['AUD$ 12', '12 AUD'],
  ['exceeds a $ 4 fee', '4 USD'],
  ['EUR 66', '66 EUR'],
  ['66EUR', '66 EUR'],
  ['66 eur', '66 EUR'],
  ['USD66.10', '66.10 USD'],
  ['CHF 500.-', '500 CHF'],
  ['Rs. 250', '250 INR'],
  ['250Rs', '250 INR'],
  ['Rs500/-', '500 INR'],
  ['RM 88', '88 MYR'],
  ['500 kr', '500 null'],
  ['120 zł and 90 Kč', '120 PLN, 90 CZK'],
  ['6 dollars', '6 USD'],
  ['6 bucks', '6 USD'],
  ['9 quid', '9 GBP'],
  ['a tenner', '10 GBP'],
  ['70 Canadian dollars', '70 CAD'],
  ['70 U.S. dollars', '70 USD'],
  ['70 Hong Kong dollars', '70 HKD'],
  ['15 Egyptian pounds', '15 EGP'],
  ['15 pounds sterling', '15 GBP'],
  ['200 swedish kronor', '200 SEK'],
  ['900 thai baht', '900 THB'],
  ['ringgit 30', '30 MYR'],
  ['30 dinars', '30 null'],
  ['30 kuwaiti dinars', '30 KWD'],
  ['40 dutch guilders', '40 NLG'],
  ['0.25 bitcoin', '0.25 BTC'],
  ['$50 USD', '50 USD'],
  ['$1,500 AUD', '1500 AUD'],
  ['a 50-dollar voucher', '50 USD'],
  ['5 cents', '0.05 null'],
  ['80 pence', '0.80 GBP'],
  ['99p', '0.99 GBP'],
  ['30¢', '0.30 null'],
  ['8 dollars 25 cents', '8.25 USD'],
  ['8 dollars and 25', '8.25 USD'],
  ['$8 25', '8.25 USD'],
  ['3 euros 5 cents', '3.05 EUR'],
])

table('numbers and magnitudes', { locale: 'en' }, [
  ['$1,250', '1250 USD'],
  ['$1,250.75', '1250.75 USD'],
  ['$1,250,000', '1250000 USD'],
  ['1.250,75 €', '1250.75 EUR'],
  ["1'250.50 CHF", '1250.50 CHF'],
  ['2 500 €', '2500 EUR'],
  ['2\u202f500\u00a0€', '2500 EUR'],
  ['₹3,00,000', '300000 INR'],
  ['INR 12,34,567.50', '1234567.50 INR'],
  ['$.75', '0.75 USD'],
  ['$7k', '7000 USD'],
  ['$7.5K', '7500 USD'],
  ['€3m', '3000000 EUR'],
  ['€3 mn', '3000000 EUR'],
  ['3 m €', '3000000 EUR'],
  ['£2bn', '2000000000 GBP'],
  ['$1.1 trillion', '1100000000000 USD'],
  ['6 million dollars', '6000000 USD'],
  ['6 USD million', '6000000 USD'],
  ['6 MUSD', '6000000 USD'],
  ['MEUR 6', '6000000 EUR'],
  ['T€ 250', '250000 EUR'],
  ['250 k€', '250000 EUR'],
  ['8 lakh rupees', '800000 INR'],
  ['2.5 crore INR', '25000000 INR'],
  ['₹4L', '400000 INR'],
  ['4 hundred thousand dollars', '400000 USD'],
  ['5 grand', '5000 null'],
  ['twelve dollars', '12 USD'],
  ['thirty-five thousand euros', '35000 EUR'],
  ['four hundred and twenty pounds', '420 GBP'],
  ['one and a half million dollars', '1500000 USD'],
  ['half a million euros', '500000 EUR'],
  ['quarter million dollars', '250000 USD'],
  ['three quarters of a million dollars', '750000 USD'],
  ['a hundred bucks', '100 USD'],
  ['a couple of thousand euros', '2000 EUR'],
  ['two point five million dollars', '2500000 USD'],
  ['2 and a half million dollars', '2500000 USD'],
  ['nine dollars ninety-nine cents', '9.99 USD'],
  ['-$40', '-40 USD'],
  ['$-40', '-40 USD'],
  ['−40 €', '-40 EUR'],
  ['minus forty euros', '-40 EUR'],
  ['(1,200.00 USD)', '-1200 USD'],
  ['result: ($1,200)', '-1200 USD'],
  ['the fee ($1,200) is due', '1200 USD'],
  ['- $40 for lunch', '40 USD'],
])

table('decimals and thousands in doubt', { locale: 'en' }, [
  ['$1.500', '1.50 USD | 1500'],
  ['1.500 €', '1500 EUR | 1.50'],
  ['1.500 KWD', '1.500 KWD'],
  ['1.500 yen', '1500 JPY | 1.5'],
  ['$0.125', '0.125 USD'],
  ['$1.500 million', '1500000 USD'],
  ['5 mil dollars', '5000000 USD | 5000'],
])

table('around an amount', { locale: 'en' }, [
  ['around $30k', '30000 USD about'],
  ['~€30k', '30000 EUR about'],
  ['up to 500 dollars', '500 USD atMost'],
  ['no more than £20', '20 GBP atMost'],
  ['under $5', '5 USD under'],
  ['less than 9 EUR', '9 EUR under'],
  ['at least €5,000', '5000 EUR atLeast'],
  ['over 2 million dollars', '2000000 USD over'],
  ['$10k+', '10000 USD atLeast'],
  ['$10k or so', '10000 USD about'],
  ['$200 max', '200 USD atMost'],
  ['$12 a month', '12 USD/month'],
  ['$12/mo', '12 USD/month'],
  ['$90 an hour', '90 USD/hour'],
  ['€700 per day', '700 EUR/day'],
  ['$48k/yr', '48000 USD/year'],
  ['$48k p.a.', '48000 USD/year'],
  ['$9 per seat', '9 USD/seat'],
  ['$9 per user per month', '9 USD/month/user'],
  ['$70 - a - share offer', '70 USD/share'],
  ['a dollar a day', '1 USD/day'],
  ['$500 a day ago', '500 USD'],
  ['€400 net', '400 EUR net'],
  ['€400 plus VAT', '400 EUR net'],
  ['£400 incl. VAT', '400 GBP gross'],
  ['$10-12k', '10000 USD low, 12000 USD high'],
  ['between 5k and 8k euros', '5000 EUR low, 8000 EUR high'],
  ['€2-3k/mo', '2000 EUR/month low, 3000 EUR/month high'],
  ['from 3 to 4 dollars', '3 USD low, 4 USD high'],
  ['$500 to $1 million', '500 USD low, 1000000 USD high'],
  ['between one hundred and two hundred euros', '100 EUR low, 200 EUR high'],
  ['€24→28k', '24000 EUR old, 28000 EUR new'],
  ['2 or 3 million dollars', '2000000 USD, 3000000 USD'],
  ['$10 to 20 people', '10 USD'],
  ['10 $ 30 $', '10 USD, 30 USD'],
  ['$ 10.00 $ 30.00', '10 USD, 30 USD'],
  ['in 2026 $500', '500 USD'],
  ['eur 10 usd 20', '10 EUR, 20 USD'],
  ['3 USD50 cards', '50 USD'],
])

table('Spanish', { locale: 'es-ES' }, [
  ['1.500 €', '1500 EUR'],
  ['1.500,50 euros', '1500.50 EUR'],
  ['1,5 millones de euros', '1500000 EUR'],
  ['veinticinco mil dólares al año', '25000 USD/year'],
  ['treinta y cinco euros', '35 EUR'],
  ['doscientas libras', '200 GBP'],
  ['medio millón de euros', '500000 EUR'],
  ['un millón y medio de dólares', '1500000 USD'],
  ['5 mil euros', '5000 EUR'],
  ['entre 5 y 8 mil euros', '5000 EUR low, 8000 EUR high'],
  ['hasta 300 € más IVA', '300 EUR atMost net'],
  ['20 euros con 50 céntimos por persona', '20 EUR, 0.50 null/person'],
  ['99 € al mes', '99 EUR/month'],
  ['200 pesos mexicanos', '200 MXN'],
])

table('French', { locale: 'fr-FR' }, [
  ['1 500,50 €', '1500.50 EUR'],
  ['1,500 €', '1500 EUR | 1.50'],
  ["un million d'euros", '1000000 EUR'],
  ['deux cents euros', '200 EUR'],
  ['quatre-vingt-dix-sept euros', '97 EUR'],
  ['soixante et onze euros', '71 EUR'],
  ['2,5 milliards d’euros', '2500000000 EUR'],
  ['environ 25 k€ HT', '25000 EUR about net'],
  ['30 € TTC par mois et par utilisateur', '30 EUR gross'],
  ['30 € par mois et par utilisateur', '30 EUR/month/user'],
  ['entre 10 et 20 euros', '10 EUR low, 20 EUR high'],
  ['70 dollars canadiens', '70 CAD'],
  ['90 francs suisses', '90 CHF'],
  ['moins de 40 €', '40 EUR under'],
])

table('German', { locale: 'de-DE' }, [
  ['1.500 €', '1500 EUR'],
  ['1.500,50 Euro', '1500.50 EUR'],
  ['1,500 €', '1500 EUR | 1.50'],
  ['500,- €', '500 EUR'],
  ['1,5 Mio. Euro', '1500000 EUR'],
  ['2 Mrd. €', '2000000000 EUR'],
  ['500 TEUR', '500000 EUR'],
  ['fünfundzwanzigtausend Euro', '25000 EUR'],
  ['zweihundertdreißig Pfund', '230 GBP'],
  ['anderthalb Millionen Dollar', '1500000 USD'],
  ['eine halbe Million Euro', '500000 EUR'],
  ['rund 30 Tsd. Euro netto pro Jahr', '30000 EUR about net'],
  ['30.000 Euro pro Jahr netto', '30000 EUR/year net'],
  ['höchstens 50 € die Stunde', '50 EUR/hour atMost'],
  ['zwischen 5 und 8 Euro', '5 EUR low, 8 EUR high'],
  ['500 Schweizer Franken', '500 CHF'],
  ['20 Euro 50', '20.50 EUR'],
  ['30 Pfennig', '0.30 DEM'],
  ['12 € pro Nutzer und Monat', '12 EUR/month/user'],
])

table('no money', { locale: 'en' }, [
  ['12 apples', ''],
  ['I have 3 calls, 2 of them on 24/7 support', ''],
  ['50% of 200', ''],
  ['on 03/04/2026 at 10:30, or 5pm', ''],
  ['call +1 541 754 3010 or 07700 900123', ''],
  ['k8s 1.29.3, PHP 8.2, AMD 7950, TOP 10', ''],
  ['1080p video, p 3, 3p tomorrow', ''],
  ['we won 3 deals and lost 2', ''],
  ['All 70 of us', ''],
  ['5 pounds of flour', ''],
  ['she weighs 60 pounds', ''],
  ['two grand pianos', ''],
  ['Euro 2024', ''],
  ['the dollar fell 3%', ''],
  ['millions of dollars', ''],
  ['try 3 times, cup 2, room 401k', ''],
  ['24k and 1,500', ''],
  ['XL, 42 cm, size 10', ''],
])

table('amounts without currency, where they are asked for', { locale: 'en', bare: true }, [
  ["they're in, 24k, closing end of month", '24000 null'],
  ['acme 24→28k', '24000 null old, 28000 null new'],
  ['kite, 8k/mo x 12', '8000 null/month'],
  ['pipeline > 10k closing this month', '10000 null over'],
  ['budget ~30k', '30000 null about'],
  ['1.2m deal', '1200000 null'],
  ['25 lakh', '2500000 null'],
  ['24,500 for acme', '24500 null'],
  ['30.000 for acme', '30000 null | 30'],
  ['10-12k', '10000 null low, 12000 null high'],
  ['half a million', '500000 null'],
  ['10k users, a 5k run, 1,500 apples, 2 million people', ''],
  ['back in 30m, 5m away, flat 2b', ''],
  ['they pay net 60, 45000 and 12', ''],
])

describe('whose dollar, crown or pound', () => {
  test.each([
    ['$20', { locale: 'en-CA' }, 'CAD', 'locale'],
    ['$20', { locale: 'en-CA', currency: 'USD' }, 'USD', 'company'],
    ['$20', { locale: 'de-DE', currency: 'EUR' }, 'USD', 'usual'],
    ['20 dollars', { locale: 'en-AU' }, 'AUD', 'locale'],
    ['200 kr', { locale: 'nb-NO' }, 'NOK', 'locale'],
    ['200 kr', { currency: 'DKK' }, 'DKK', 'company'],
    ['200 kr', {}, null, null],
    ['¥900', { locale: 'zh-CN' }, 'CNY', 'locale'],
    ['Rs 900', { locale: 'en-PK' }, 'PKR', 'locale'],
    ['50 cents', { currency: 'EUR' }, 'EUR', 'company'],
    ['R 900', { locale: 'en-ZA' }, 'ZAR', 'named'],
    ['R 900', { locale: 'en-GB' }, undefined, undefined],
    ['20 Australian dollars', { currency: 'USD' }, 'AUD', 'named'],
  ] as const)('%s for %j', (text, options, currency, source) => {
    const [found] = readMoney(text, options)
    expect([found?.currency, found?.currencySource]).toEqual([currency, source])
  })
})

test('amounts are whole coins of their currency', () => {
  const minor = (text: string): unknown => readMoney(text)[0]?.money
  expect(minor('$37,305.97')).toEqual({ amountMinor: 3_730_597, currency: 'USD' })
  expect(minor('€1.2m')).toEqual({ amountMinor: 120_000_000, currency: 'EUR' })
  expect(minor('5,000 yen')).toEqual({ amountMinor: 5000, currency: 'JPY' })
  expect(minor('2 KWD')).toEqual({ amountMinor: 2000, currency: 'KWD' })
  expect(minor('$1.005')).toEqual({ amountMinor: 101, currency: 'USD' })
  expect(minor('500 kr')).toBeNull()
  expect(minor('2 bitcoins')).toBeNull()
})

test('words and offsets are those of the text, the rate included', () => {
  const text = '🎉 acme: up to €2-3k/mo, or $9 a seat'
  const found = readMoney(text)
  expect(found.map((one) => one.text)).toEqual(['€2-3k/mo', '€2-3k/mo', '$9 a seat'])
  for (const one of found) expect(text.slice(...one.span)).toBe(one.text)
})

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
