import { expect, test } from 'vitest'
import { readConsent } from './consent.ts'

test.each([
  'STOP',
  'stop.',
  ' Stop please ',
  'Unsubscribe',
  'please stop messaging me',
  "don't contact me again",
  'take me off your list',
  'no more reminders thanks',
  "arrêtez de m'écrire",
  'Arrêtez de m’écrire SVP !',
  'ne me contactez plus',
  'dejen de escribirme por favor',
  'no me escriban más',
  'quiero darme de baja',
  'Hören Sie auf mir zu schreiben',
  'schreiben Sie mir bitte nicht mehr',
  'STOPP',
  'baja',
])('"%s" asks for silence', (text) => expect(readConsent(text)).toBe('stop'))

test.each(['START', 'unstop', 'Start!'])('"%s" takes it back', (text) => expect(readConsent(text)).toBe('start'))

test.each(['cancel', 'Cancel.', 'CANCELAR'])('"%s" means a meeting where there is one', (text) => {
  expect(readConsent(text)).toBe('cancel')
})

test.each([
  'can we stop by at 3?',
  'please cancel our call tomorrow',
  'start at 10?',
  "let's end at 5",
  "I can't stop thinking about the demo",
  'the last stop is Paris',
  'podemos hablar mañana?',
  'können wir aufhören um 5?',
  '',
  '👍',
])('"%s" does not', (text) => expect(readConsent(text)).toBeNull())

test('the policy may know more words', () => {
  expect(readConsent('Arrêt')).toBeNull()
  expect(readConsent('Arrêt', ['parar', 'arrêt'])).toBe('stop')
})
