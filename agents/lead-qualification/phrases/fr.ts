import type { Phrases } from './phrases.ts'

const PERIODS = {
  hour: 'heure',
  day: 'jour',
  week: 'semaine',
  month: 'mois',
  quarter: 'trimestre',
  year: 'an',
} as const
const SECTORS: Readonly<Record<string, string>> = {
  ngo: 'des ONG',
  government: 'le secteur public',
  education: 'des écoles et des universités',
}
const ABOUT = {
  price: 'au sujet du prix',
  papers: 'au sujet des documents',
  whom: 'si nous pouvons nous en charger',
  press: 'de vous répondre',
  account: 'de vérifier cela',
} as const

export const FR: Phrases = {
  list: (names) => (names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} et ${names.at(-1)}`),
  hello: (company) => `Bonjour, merci d’avoir écrit à ${company}.`,
  again: (day) => (day === null ? 'Merci pour ce nouveau message.' : `Merci, nous avons bien votre message de ${day}.`),
  noted: 'Merci, c’est noté.',
  yesWeDo: (services) => `Oui, nous faisons ${services}.`,
  price: (service, range) => `${service} : en général ${range}.`,
  takes: (service, howLong) => `Délai habituel pour ${service} : ${howLong}.`,
  weDo: (services) => `Voici ce que nous faisons : ${services}.`,
  passOnQuestion: 'J’ai noté votre question pour l’équipe, dans vos mots.',
  serves: (whom) => `Oui, nous travaillons avec ${whom}.`,
  doesNotServe: (whom) => `Je suis désolé, nous ne travaillons pas avec ${whom}.`,
  sector: (sector) => SECTORS[sector] ?? sector.replaceAll('_', ' '),
  from: (price) => `à partir de ${price}`,
  upTo: (price) => `jusqu’à ${price}`,
  between: (from, to) => `de ${from} à ${to}`,
  per: (price, period) => `${price} par ${PERIODS[period]}`,
  ask: {
    need: 'De quoi avez-vous besoin exactement ?',
    timeline: 'Pour quand en avez-vous besoin ?',
    budget: 'Dans quelle fourchette de budget vous situez-vous, à peu près ?',
    authority: 'Décidez-vous seul ou avec quelqu’un d’autre ?',
    headcount: 'Combien de personnes travaillent dans votre organisation, à peu près ?',
    role: 'Quelle est votre fonction ?',
    industry: 'Que fait votre entreprise ?',
    region: 'Dans quel pays êtes-vous ?',
  },
  askBudget: (low, high) => `Votre budget est-il plus proche de ${low}, de ${high} ou au-delà ?`,
  askWhich: (services) => `De quoi s’agit-il : ${services} ?`,
  aCallWith: (who) => `un rendez-vous avec ${who}`,
  goodFit: 'C’est tout à fait pour nous ; le mieux est d’en parler de vive voix.',
  bookHere: (link) => `Vous pouvez choisir un horaire pour un appel ici : ${link}`,
  offerCall: 'Si vous préférez en parler, dites-moi un jour et je trouve un horaire.',
  whenReady: 'Quand vous voudrez continuer, écrivez simplement ici.',
  notAFit: 'Pour être honnête, nous ne sommes pas les bons interlocuteurs.',
  resource: (link) => `Ceci peut vous aider : ${link}`,
  personOption: 'Si vous préférez parler à une personne, dites-le-moi.',
  iAmABot: 'Oui, je suis l’assistant de l’équipe, un bot. Si vous préférez parler à une personne, dites-le-moi.',
  handedOver: (who) => `Bien sûr : j’ai demandé à ${who} de prendre le relais ; une personne vous écrira.`,
  noEmailNeeded: 'Pas de problème, pas besoin d’e-mail : nous pouvons continuer ici.',
  writeALine: 'Je ne sais pas encore lire les messages vocaux ni les images. Pouvez-vous m’écrire une ligne de texte ?',
  callBack: (who) => `J’ai demandé à ${who} de vous rappeler.`,
  callWhen: 'Si un autre moment vous convient mieux, dites-moi un jour et je trouve un horaire.',
  discounts: (text) => `Ce que je peux dire des remises : ${text}.`,
  askedAbout: (who, matter) => `J’ai demandé à ${who} ${ABOUT[matter]} ; vous aurez de nos nouvelles.`,
  security: (link) => `Ce que nous publions sur la sécurité est ici : ${link}`,
  sorry: (who) => `Je suis désolé. J’ai prévenu ${who}, qui s’en occupera en personne.`,
  leftWith: (who) => `Merci, je laisse donc ${who} s’en occuper et lui ai transmis votre message.`,
  passedOn: (who) => `Merci, j’ai transmis cela à ${who}.`,
  careers: (link) =>
    link
      ? `Merci de vouloir travailler avec nous. Tout est ici : ${link}`
      : 'Merci de vouloir travailler avec nous. Nous n’avons pas de poste à proposer pour le moment.',
  study: (link) =>
    link
      ? `Bonne chance pour vos études ! Ceci peut vous aider : ${link}`
      : 'Bonne chance pour vos études ! Nous ne pouvons malheureusement pas participer.',
  partners: (link) =>
    link
      ? `Merci ! Voici comment nous travaillons avec des partenaires : ${link}`
      : 'Merci, j’ai transmis votre proposition de collaboration à l’équipe.',
}
