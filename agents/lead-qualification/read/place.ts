import { plainOf, type Read, type Said } from './said.ts'

/** Cities that are usually meant by their name alone, by country. */
const CITIES: Readonly<Record<string, string>> = {
  GB: 'london manchester birmingham leeds glasgow edinburgh bristol liverpool cardiff belfast',
  IE: 'dublin cork galway',
  DE: 'berlin hamburg munich munchen cologne koln frankfurt stuttgart dusseldorf leipzig hannover nurnberg dresden',
  AT: 'vienna wien salzburg graz linz innsbruck',
  CH: 'zurich geneva geneve genf basel bern lausanne',
  FR: 'paris lyon marseille toulouse bordeaux lille nantes strasbourg montpellier rennes',
  BE: 'brussels bruxelles antwerp ghent liege',
  NL: 'amsterdam rotterdam utrecht eindhoven',
  ES: 'madrid barcelona valencia sevilla seville bilbao malaga zaragoza',
  PT: 'lisbon lisboa porto',
  IT: 'rome roma milan milano turin torino naples bologna',
  US: 'new-york nyc boston chicago seattle denver miami atlanta houston san-francisco los-angeles',
  CA: 'toronto vancouver montreal ottawa calgary',
  MX: 'monterrey guadalajara ciudad-de-mexico mexico-city',
  AR: 'buenos-aires',
  CO: 'bogota medellin',
  CL: 'santiago-de-chile',
  AU: 'melbourne brisbane perth',
  NZ: 'auckland wellington',
  SE: 'stockholm gothenburg',
  NO: 'oslo bergen',
  DK: 'copenhagen',
  FI: 'helsinki',
  PL: 'warsaw krakow',
  CZ: 'prague praha',
  IN: 'mumbai delhi bangalore bengaluru chennai hyderabad pune',
  SG: 'singapore',
  AE: 'dubai abu-dhabi',
  IL: 'tel-aviv',
  JP: 'tokyo osaka',
  ZA: 'cape-town johannesburg',
}

/** Short names that people write, in capitals. */
const SHORT: Readonly<Record<string, string>> = { UK: 'GB', USA: 'US', US: 'US', UAE: 'AE', NYC: 'US', EEUU: 'US' }

/** Names of countries that are words or given names too, and so tell nothing alone. */
const DOUBTFUL = new Set([
  'chad',
  'jordan',
  'georgia',
  'turkey',
  'mali',
  'togo',
  'guinea',
  'niger',
  'cuba',
  'jersey',
  'malta',
])

const LETTER_PAIRS = Array.from({ length: 26 * 26 }, (_, at) =>
  String.fromCharCode(65 + Math.floor(at / 26), 65 + (at % 26)),
)

/** Country codes by how the four languages call the country, made when first asked for. */
let names: ReadonlyMap<string, string> | undefined
function countryNames(): ReadonlyMap<string, string> {
  if (names) return names
  const found = new Map<string, string>()
  for (const language of ['en', 'es', 'fr', 'de']) {
    const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
    for (const code of LETTER_PAIRS) {
      const name = /^(?:EU|EZ|UN|QO|ZZ|X[A-Z])$/.test(code) ? undefined : display.of(code)
      if (name && !DOUBTFUL.has(plainOf(name))) found.set(plainOf(name), code)
    }
  }
  for (const [code, cities] of Object.entries(CITIES))
    for (const city of cities.split(' ')) found.set(city.replaceAll('-', ' '), code)
  names = found
  return found
}

const MOST_WORDS = 4

/**
 * The country of a place that a text names with a capital letter: a country or a big city, in four languages. In a form's field
 * small letters do as well.
 */
export function readPlace({ text }: Pick<Said, 'text'>, isField = false): Read<string> | null {
  const words = [...text.matchAll(/[\p{L}'’-]+/gu)]
  const known = countryNames()
  for (const [at, word] of words.entries()) {
    if (!isField && !/^\p{Lu}/u.test(word[0])) continue
    const short = SHORT[word[0]]
    if (short) return { value: short, span: word[0] }
    for (let many = Math.min(MOST_WORDS, words.length - at); many > 0; many--) {
      const last = words[at + many - 1]
      if (!last) continue
      const span = text.slice(word.index, last.index + last[0].length)
      const code = known.get(plainOf(span))
      if (code) return { value: code, span }
    }
  }
  const code = isField ? text.trim().toUpperCase() : ''
  return /^[A-Z]{2}$/.test(code) &&
    LETTER_PAIRS.includes(code) &&
    new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code)
    ? { value: code, span: text.trim() }
    : null
}
