import type { Language } from '#kernel/language.ts'
import { languageOf } from '#kernel/phrases.ts'
import type { Principal } from '#kernel/principal.ts'
import { DE } from './phrases/de.ts'
import { EN } from './phrases/en.ts'
import { ES } from './phrases/es.ts'
import { FR } from './phrases/fr.ts'
import type { Phrases } from './phrases/phrases.ts'
import type { Facts } from './rules/facts.ts'

const PHRASES: Readonly<Record<Language, Phrases>> = { en: EN, es: ES, fr: FR, de: DE }

/** What is said to whoever asks, in their language. */
export const phrasesFor = (facts: { principal: Pick<Principal, 'kind' | 'language'> }): Phrases =>
  PHRASES[languageOf(facts.principal)]

/** The same facts for a sentence on a card: it is read by the team, in English and in the host's zone. */
export const forTeam = <F extends Pick<Facts, 'principal' | 'zone' | 'seats'>>(facts: F): F => ({
  ...facts,
  zone: facts.seats[0]?.zone ?? facts.zone,
  principal: { ...facts.principal, language: 'en' },
})
