import { LANGUAGES } from '#kernel/language.ts'
import { fold } from '../when/tokens.ts'
import { CODES } from './codes.ts'

/** Endings that adjectives and plurals differ in: "Schweizer", "suisses", "riyals". */
const ENDING = /(?<=\p{L}{3})(?:e[rnm]?|o|a)$/u
const PLURAL = /(?<=\p{L}{3})s$/u

/** A noun in the singular, where its plural is regular. */
export const singular = (word: string): string => word.replace(PLURAL, '')

export const stem = (word: string): string => word.replace(PLURAL, '').replace(ENDING, '')

/** Words of a currency's name that say neither country nor noun. */
const FILLERS = new Set([
  'new',
  'neuer',
  'neue',
  'neuen',
  'nuevo',
  'nouveau',
  'de',
  'des',
  'du',
  'la',
  'los',
  'las',
  'le',
])

/** What people say and CLDR's names do not. */
const ALSO: readonly (readonly [string, string])[] = [
  ['USD', 'us'],
  ['USD', 'usa'],
  ['USD', 'american'],
  ['USD', 'americain'],
  ['USD', 'americano'],
  ['USD', 'amerikanische'],
  ['USD', 'united states'],
  ['GBP', 'uk'],
  ['GBP', 'english'],
  ['GBP', 'sterling'],
  ['EGP', 'masri'],
  ['EGP', 'masriya'],
  ['EGP', 'masreya'],
  ['CNY', 'renminbi'],
  ['DEM', 'deutsche'],
  ['KRW', 'korean'],
  ['SAR', 'saudi'],
]

export interface Countries {
  /** Codes by the words that name their country, in four languages: "canadian", "de Hong Kong", "schweizer". */
  byWords: ReadonlyMap<string, ReadonlySet<string>>
  /** The first words of those, so that most words are passed over at once. */
  first: ReadonlySet<string>
  /** Nouns that only one currency has, from its English name ("baht", "naira"). */
  nouns: ReadonlyMap<string, string>
}

let known: Countries | null = null

/** Built once, when a text first needs it: CLDR's names of all currencies and their countries. */
export function countries(): Countries {
  known ??= build()
  return known
}

const words = (name: string): string[] => (fold(name).match(/\p{L}+/gu) ?? []).filter((word) => !FILLERS.has(word))
const keyOf = (list: readonly string[]): string => list.map(stem).join(' ')

function build(): Countries {
  const byWords = new Map<string, Set<string>>()
  const nounCodes = new Map<string, Set<string>>()
  const add = (map: Map<string, Set<string>>, key: string, code: string): void => {
    if (key) map.set(key, (map.get(key) ?? new Set()).add(code))
  }
  const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  for (const language of LANGUAGES) {
    const names = new Intl.DisplayNames(language, { type: 'currency', fallback: 'none' })
    const last = language === 'en' || language === 'de'
    for (const code of CODES) {
      const name = words((names.of(code) ?? '').replace(/\(.*/, ''))
      add(byWords, keyOf(last ? name.slice(0, -1) : name.slice(1)), code)
      if (language === 'en') add(nounCodes, singular(name.at(-1) ?? ''), code)
    }
  }
  for (const code of CODES) add(byWords, keyOf(words(regions.of(code.slice(0, 2)) ?? '')), code)
  for (const [code, name] of ALSO) add(byWords, keyOf(words(name)), code)
  const nouns = new Map<string, string>()
  for (const [word, codes] of nounCodes) {
    const [code = ''] = codes
    if (codes.size === 1 && !ORDINARY.has(word)) nouns.set(word, code)
  }
  return { byWords, first: new Set([...byWords.keys()].map((key) => key.split(' ')[0] ?? '')), nouns }
}

/** Stems of names of currencies that mean other things in most texts. */
const ORDINARY = new Set(
  'gold right real won sol mark dram som colon kip lek pula leone dollar euro kina tala sucre pound leu lat lita balboa cordoba tolar birr taka'.split(
    ' ',
  ),
)
