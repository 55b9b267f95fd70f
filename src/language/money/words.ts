import type { Language } from '#kernel/language.ts'
import { buildLexicon, type Lexicon, type Words } from './lexicon.ts'
import { INTERNATIONAL } from './shared-names.ts'
import { GERMAN } from './words-de.ts'
import { ENGLISH } from './words-en.ts'
import { SPANISH } from './words-es.ts'
import { FRENCH } from './words-fr.ts'

const TABLES: Record<Language, Words> = { en: ENGLISH, es: SPANISH, fr: FRENCH, de: GERMAN }
const known = new Map<Language, Lexicon>()

/** All languages are read; where two claim a word ("cent", "mil", "billion"), the reader's own wins. */
export function lexiconOf(language: Language): Lexicon {
  const lexicon = known.get(language) ?? buildLexicon(TABLES[language], INTERNATIONAL, ...Object.values(TABLES))
  known.set(language, lexicon)
  return lexicon
}
