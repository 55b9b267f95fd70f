import { type Language, spoken } from '#kernel/language.ts'
import { type Token, tokenize } from './tokens.ts'
import { lexiconOf } from './words.ts'

export interface Context {
  tokens: readonly Token[]
  language: Language
  /** The reader's decimal sign is the comma. */
  comma: boolean
  /** ISO 3166 of the locale, '' where it names none. */
  region: string
  /** The company's currency. */
  currency: string | null
  bare: boolean
}

/** What was read from `index` on: its value, and the index after it. */
export interface Hit<T> {
  value: T
  end: number
}

interface Locale {
  language: Language
  comma: boolean
  region: string
}

const known = new Map<string, Locale>()
/** Locales come from a policy and from channels, so they are few; a flood of made-up ones is not kept. */
const MOST_KEPT = 100

function localeOf(tag: string): Locale {
  const kept = known.get(tag)
  if (kept) return kept
  const found: Locale = { language: spoken(tag) ?? 'en', comma: false, region: '' }
  try {
    const locale = new Intl.Locale(tag)
    found.region = locale.region ?? ''
    found.comma = new Intl.NumberFormat(tag).formatToParts(1.5).some(({ value }) => value === ',')
  } catch {
    // A tag that is none reads as English.
  }
  if (known.size < MOST_KEPT) known.set(tag, found)
  return found
}

export function contextOf(
  text: string,
  options: { locale?: string; currency?: string | null; bare?: boolean },
): Context {
  const locale = localeOf(options.locale ?? 'en')
  return {
    tokens: tokenize(text, lexiconOf(locale.language)),
    ...locale,
    currency: options.currency ?? null,
    bare: options.bare ?? false,
  }
}
