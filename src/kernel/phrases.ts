import type { Language } from './language.ts'
import { DE } from './phrases/de.ts'
import { EN } from './phrases/en.ts'
import { ES } from './phrases/es.ts'
import { FR } from './phrases/fr.ts'
import type { Phrases } from './phrases/phrases.ts'
import type { Principal } from './principal.ts'

export type { Phrases } from './phrases/phrases.ts'

const PHRASES: Readonly<Record<Language, Phrases>> = { en: EN, es: ES, fr: FR, de: DE }

/** The desk's phrases of a language. */
export const phrasesIn = (language: Language): Phrases => PHRASES[language]

/** The language somebody is spoken to: outsiders in theirs as far as it was heard, the team in English. */
export const languageOf = (principal: Pick<Principal, 'kind' | 'language'>): Language =>
  principal.kind === 'member' ? 'en' : (principal.language ?? 'en')
