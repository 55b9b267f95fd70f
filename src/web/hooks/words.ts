import { type Language, spoken } from '#kernel/language.ts'
import { tongueOf } from '#language/tongue.ts'
import { languagesAsked } from '../languages-asked.ts'
import { de } from './words/de.ts'
import { en } from './words/en.ts'
import { es } from './words/es.ts'
import { fr } from './words/fr.ts'

/** Everything a form and the answers to it say, in one language. */
export interface Words {
  language: Language
  title(company: string): string
  name: string
  email: string
  phone: string
  company: string
  message: string
  empty: string
  send: string
  thanksTitle: string
  thanks: string
  lookAgain: string
  nothingSaid: string
  emailWrong: string
  messageTooLong(length: number, limit: number): string
  tooOften(minutes: number): string
  notFound: string
  otherSite: string
  failed: string
}

const WORDS: Readonly<Record<Language, Words>> = { en, es, fr, de }

export const wordsIn = (language: Language): Words => WORDS[language]

/** A language shows in the first lines of a text. */
const HEARD_LENGTH = 600

/** What somebody is spoken to in: what they write, else what their browser asks for, else what the company speaks. */
export function languageFor(
  text: string,
  { acceptLanguage = '', company }: { acceptLanguage?: string | undefined; company: string },
): Language {
  const asked = languagesAsked(acceptLanguage).flatMap((tag) => spoken(tag) ?? [])
  return tongueOf(text.slice(0, HEARD_LENGTH)) ?? asked[0] ?? spoken(company) ?? 'en'
}
