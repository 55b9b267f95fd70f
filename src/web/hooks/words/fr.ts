import type { Words } from '../words.ts'

export const fr: Words = {
  language: 'fr',
  title: (company) => `Écrire à ${company}`,
  name: 'Votre nom',
  email: 'Votre adresse e-mail',
  phone: 'Votre téléphone (facultatif)',
  company: 'Votre entreprise (facultatif)',
  message: 'Votre message',
  empty: 'Laissez ce champ vide',
  send: 'Envoyer',
  thanksTitle: 'Merci',
  thanks: 'Nous avons bien reçu votre message.',
  lookAgain: 'Relisez ce que vous avez écrit, s’il vous plaît, et envoyez-le encore une fois.',
  nothingSaid: 'Écrivez un message ou laissez une adresse, s’il vous plaît.',
  emailWrong: 'Vérifiez l’adresse e-mail, s’il vous plaît.',
  messageTooLong: (length, limit) =>
    `Votre message a ${length} caractères ; il en tient jusqu’à ${limit}. Raccourcissez-le, s’il vous plaît.`,
  tooOften: (minutes) => `Cela fait beaucoup. Réessayez dans ${minutes} min, s’il vous plaît.`,
  notFound: 'Il n’y a rien ici, ou plus rien.',
  otherSite: 'Ce formulaire n’est pas connu ici ; rien n’a été envoyé.',
  failed: 'Cela n’a pas marché. Réessayez dans un instant, s’il vous plaît.',
}
