import type { Words } from '../words.ts'

export const de: Words = {
  language: 'de',
  title: (company) => `Schreiben Sie ${company}`,
  name: 'Ihr Name',
  email: 'Ihre E-Mail-Adresse',
  phone: 'Ihre Telefonnummer (freiwillig)',
  company: 'Ihre Firma (freiwillig)',
  message: 'Ihre Nachricht',
  empty: 'Dieses Feld bitte leer lassen',
  send: 'Senden',
  thanksTitle: 'Danke',
  thanks: 'Wir haben Ihre Nachricht.',
  lookAgain: 'Bitte sehen Sie noch einmal darüber und senden Sie es dann erneut.',
  nothingSaid: 'Bitte schreiben Sie eine Nachricht oder hinterlassen Sie eine Adresse.',
  emailWrong: 'Bitte prüfen Sie die E-Mail-Adresse.',
  messageTooLong: (length, limit) =>
    `Ihre Nachricht hat ${length} Zeichen; es passen bis zu ${limit}. Bitte kürzen Sie sie.`,
  tooOften: (minutes) => `Das war oft. Bitte versuchen Sie es in ${minutes} min wieder.`,
  notFound: 'Hier ist nichts, oder nichts mehr.',
  otherSite: 'Dieses Formular ist hier nicht bekannt; es wurde nichts gesendet.',
  failed: 'Das hat nicht geklappt. Bitte versuchen Sie es gleich noch einmal.',
}
