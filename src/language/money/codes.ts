/** Codes that are gone but still stand in texts. */
const GONE = 'ATS BEF CYP DEM EEK ESP FIM FRF GRD IEP ITL LTL LUF LVL MTL NLG PTE SIT SKK'.split(' ')
/** What people write besides ISO 4217. */
const OTHER = ['BTC', 'RMB']

/** Currencies as the runtime's ICU data lists them, and those of old. Funds, metals and test codes are none. */
export const CODES: ReadonlySet<string> = new Set([
  ...Intl.supportedValuesOf('currency').filter((code) => !/^X(?!AF|OF|PF|CD)/.test(code)),
  ...GONE,
  ...OTHER,
])

/** Codes that are also words, names of things or abbreviations: capitals alone do not make them money. */
const WORDLIKE = new Set(
  'ALL AMD ANG BAM BOB CUP COP DOP ERN ESP GEL LAK MAD MOP MUR NAD PEN PHP RON SIT SOS TOP TRY WST'.split(' '),
)

/** Lower-case codes that nobody takes for a word. */
const PLAIN = new Set(
  'USD EUR GBP CHF JPY CNY RMB CAD AUD NZD INR SEK NOK DKK PLN CZK HUF ZAR BRL MXN SGD HKD KRW ILS AED SAR RUB THB TWD IDR MYR KWD QAR EGP NGN KES PKR BTC UAH BGN'.split(
    ' ',
  ),
)

/** How sure a word is a code: `weak` ones want a number that is written like an amount. */
export function codeOf(raw: string): { code: string; weak: boolean } | null {
  const upper = raw.toUpperCase()
  if (!CODES.has(upper)) return null
  const code = upper === 'RMB' ? 'CNY' : upper
  if (raw === upper) return { code, weak: WORDLIKE.has(upper) }
  return PLAIN.has(upper) && (raw === raw.toLowerCase() || upper === 'EUR') ? { code, weak: false } : null
}

/** "MUSD", "MEUR", "kEUR", "TEUR", "mUSD": a code with its magnitude before it. */
export function codeWithTimes(raw: string): { code: string; times: number } | null {
  const parts = /^([MmKkT])([A-Z]{3})$/.exec(raw)
  const [, letter = '', code = ''] = parts ?? []
  if (!CODES.has(code)) return null
  return { code, times: /m/i.test(letter) ? 1e6 : 1000 }
}
