import type { Phrases } from './phrases.ts'

const PERIODS = {
  hour: 'pro Stunde',
  day: 'pro Tag',
  week: 'pro Woche',
  month: 'im Monat',
  quarter: 'im Quartal',
  year: 'im Jahr',
} as const
const SECTORS: Readonly<Record<string, string>> = {
  ngo: 'NGOs',
  government: 'Behörden',
  education: 'Schulen und Hochschulen',
}
const ABOUT = {
  price: 'nach dem Preis gefragt',
  papers: 'nach den Unterlagen gefragt',
  whom: 'gefragt, ob wir das übernehmen können',
  press: 'gebeten, Ihnen zu antworten',
  account: 'gebeten, das zu prüfen',
} as const

export const DE: Phrases = {
  list: (names) => (names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} und ${names.at(-1)}`),
  hello: (company) => `Hallo, danke für Ihre Nachricht an ${company}.`,
  again: (day) =>
    day === null ? 'Danke, dass Sie noch einmal schreiben.' : `Danke, Ihre Nachricht von ${day} haben wir.`,
  noted: 'Danke, ist notiert.',
  yesWeDo: (services) => `Ja, wir machen ${services}.`,
  price: (service, range) => `${service}: meist ${range}.`,
  takes: (service, howLong) => `Übliche Dauer für ${service}: ${howLong}.`,
  weDo: (services) => `Das machen wir: ${services}.`,
  passOnQuestion: 'Ich habe Ihre Frage für das Team aufgeschrieben, in Ihren Worten.',
  serves: (whom) => `Ja, wir arbeiten mit ${whom}.`,
  doesNotServe: (whom) => `Leider arbeiten wir nicht mit ${whom}.`,
  sector: (sector) => SECTORS[sector] ?? sector.replaceAll('_', ' '),
  from: (price) => `ab ${price}`,
  upTo: (price) => `bis ${price}`,
  between: (from, to) => `${from} bis ${to}`,
  per: (price, period) => `${price} ${PERIODS[period]}`,
  ask: {
    need: 'Was genau brauchen Sie?',
    timeline: 'Bis wann brauchen Sie es?',
    budget: 'An welchen Rahmen beim Budget denken Sie ungefähr?',
    authority: 'Entscheiden Sie das selbst oder mit jemandem zusammen?',
    headcount: 'Wie viele Leute arbeiten ungefähr in Ihrem Unternehmen?',
    role: 'Welche Funktion haben Sie dort?',
    industry: 'Was macht Ihr Unternehmen?',
    region: 'In welchem Land sind Sie?',
  },
  askBudget: (low, high) => `Liegt Ihr Budget eher bei ${low}, eher bei ${high} oder darüber?`,
  askWhich: (services) => `Worum geht es: ${services}?`,
  aCallWith: (who) => `ein Termin mit ${who}`,
  goodFit: 'Das passt zu uns; am besten reden wir kurz darüber.',
  bookHere: (link) => `Hier können Sie sich eine Zeit für ein Gespräch aussuchen: ${link}`,
  offerCall: 'Wenn Sie lieber darüber reden möchten, nennen Sie mir einen Tag und ich suche eine Zeit.',
  whenReady: 'Wann immer Sie weitermachen möchten, schreiben Sie einfach hier.',
  notAFit: 'Ehrlich gesagt sind wir dafür nicht die Richtigen.',
  resource: (link) => `Das hilft Ihnen vielleicht weiter: ${link}`,
  personOption: 'Wenn Sie lieber mit einem Menschen sprechen, sagen Sie es einfach.',
  iAmABot:
    'Ja, ich bin der Assistent des Teams, ein Bot. Wenn Sie lieber mit einem Menschen sprechen, sagen Sie es einfach.',
  handedOver: (who) => `Natürlich: Ich habe ${who} gebeten zu übernehmen; ein Mensch meldet sich bei Ihnen.`,
  noEmailNeeded: 'Kein Problem, es geht ohne E-Mail: Wir können hier weiterschreiben.',
  writeALine: 'Sprachnachrichten und Bilder kann ich noch nicht lesen. Schreiben Sie mir bitte eine Zeile?',
  callBack: (who) => `Ich habe ${who} gebeten, Sie zurückzurufen.`,
  callWhen: 'Wenn es ein andermal besser passt, nennen Sie mir einen Tag und ich suche eine Zeit.',
  discounts: (text) => `Das kann ich Ihnen zu Rabatten sagen: ${text}.`,
  askedAbout: (who, matter) => `Ich habe ${who} ${ABOUT[matter]}; Sie hören von uns.`,
  security: (link) => `Was wir zur Sicherheit veröffentlichen, steht hier: ${link}`,
  sorry: (who) => `Das tut mir leid. Ich habe es an ${who} weitergegeben, damit sich ein Mensch darum kümmert.`,
  leftWith: (who) => `Danke, dann bleibt es bei ${who}; Ihre Nachricht habe ich weitergegeben.`,
  passedOn: (who) => `Danke, ich habe es an ${who} weitergegeben.`,
  careers: (link) =>
    link
      ? `Danke für Ihr Interesse, bei uns zu arbeiten. Alles dazu steht hier: ${link}`
      : 'Danke für Ihr Interesse, bei uns zu arbeiten. Zurzeit haben wir keine Stelle zu vergeben.',
  study: (link) =>
    link
      ? `Viel Erfolg bei Ihrem Studium! Das hilft Ihnen vielleicht: ${link}`
      : 'Viel Erfolg bei Ihrem Studium! Mitmachen können wir leider nicht.',
  partners: (link) =>
    link
      ? `Danke! Wie wir mit Partnern arbeiten, steht hier: ${link}`
      : 'Danke, ich habe Ihr Angebot zur Zusammenarbeit an das Team weitergegeben.',
}
