import type { Language } from '#kernel/language.ts'
import { DE } from './phrases/de.ts'
import { EN } from './phrases/en.ts'
import { ES } from './phrases/es.ts'
import { FR } from './phrases/fr.ts'
import type { Phrases } from './phrases/phrases.ts'

const PHRASES: Readonly<Record<Language, Phrases>> = { en: EN, es: ES, fr: FR, de: DE }

/** What is said to somebody outside, in their language. */
export const phrasesIn = (language: Language): Phrases => PHRASES[language]
