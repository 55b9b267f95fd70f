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
  'merci de ne plus m’écrire',
  'veuillez me retirer de votre liste',
  'désabonnez-moi',
  'no me escribas más',
  'cancelar suscripción',
  'Lassen Sie mich in Ruhe!',
  'Bitte nicht mehr schreiben',
  'non scrivetemi più',
  'smettete di scrivermi per favore',
  'parem de me mandar mensagens',
  'não me mandem mais nada',
  'stop met mij appen',
  'geen berichten meer aub',
])('"%s" asks for silence', (text) => expect(readConsent(text)).toBe('stop'))

test.each(['START', 'unstop', 'Start!', 'reprendre', 'Réabonnez-moi svp', 'alta', 'anmelden'])(
  '"%s" takes it back',
  (text) => expect(readConsent(text)).toBe('start'),
)

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
  'ne pas envoyer le contrat avant lundi',
  'wir können nicht mehr als 5k zahlen',
  'on peut arrêter le projet à la fin du mois ?',
  'podemos parar en Madrid de camino',
  'ho smesso di fumare, basta sigarette',
  'you can stop the campaign on Friday',
  'merci de ne pas m’envoyer le contrat avant lundi',
  'ich kann heute nicht mehr schreiben, bis morgen',
  '',
  '👍',
])('"%s" does not', (text) => expect(readConsent(text)).toBeNull())

test('the policy may know more words', () => {
  expect(readConsent('Slutt')).toBeNull()
  expect(readConsent('Slutt', ['lopeta', 'slutt'])).toBe('stop')
})
