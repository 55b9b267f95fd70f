import type { State } from '#desk/booking/standing.ts'
import { languagesAsked } from '../languages-asked.ts'
import { de } from './words/de.ts'
import { en } from './words/en.ts'
import { es } from './words/es.ts'
import { fr } from './words/fr.ts'

/** Everything booking pages say, in one language. */
export interface Words {
  language: string
  /** Heading of a page without one of its own. */
  meet(names: string): string
  and: string
  with(names: string): string
  minutes(count: number): string
  /** What a meeting without a type is called. */
  meeting: string
  chooseKind: string
  chooseTime: string
  zone: string
  show: string
  earlier: string
  later: string
  noneHere: string
  noneAtAll: string
  narrowed: string
  showAll: string
  taken: string
  takenNone: string
  keptUntil(clock: string): string
  yourName: string
  yourEmail: string
  yourNote: string
  emptyField: string
  nameMissing: string
  emailWrong: string
  emptyFieldFilled: string
  request: string
  anotherTime: string
  giveUp: string
  cancelMeeting: string
  takeBack: string
  addToCalendar: string
  lookAgain: string
  states: Record<State, { title: string; text(who: string): string }>
  confirmTitle: string
  confirmText: string
  confirm: string
  linkVoid: string
  letterSubject(what: string): string
  letter(what: string, when: string, link: string, until: string): string
  notFound: string
  tooOften: string
  full: string
  otherSite: string
  failed: string
}

const ALL: readonly Words[] = [en, es, fr, de]

/** The words for a visitor, and the locale in which they read dates and clocks: the first that is had of those they ask for. */
export function wordsFor(acceptLanguage: string | undefined): { words: Words; locale: string } {
  for (const tag of languagesAsked(acceptLanguage ?? '')) {
    const words = ALL.find(({ language }) => tag === language || tag.startsWith(`${language}-`))
    if (words) return { words, locale: localeOf(tag, words) }
  }
  return { words: en, locale: 'en-GB' }
}

function localeOf(tag: string, { language }: Words): string {
  if (tag === 'en') return 'en-GB'
  return Intl.DateTimeFormat.supportedLocalesOf([tag])[0] ?? language
}
