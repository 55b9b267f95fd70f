import type { Phrases } from './phrases.ts'

const SECTORS: Readonly<Record<string, string>> = {
  ngo: 'NGOs',
  government: 'the public sector',
  education: 'schools and universities',
}
const ABOUT = {
  price: 'about the price',
  papers: 'about the papers',
  whom: 'whether we can take this on',
  press: 'to answer you',
  account: 'to look into it',
} as const

export const EN: Phrases = {
  list: (names) => (names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`),
  hello: (company) => `Hi, thanks for writing to ${company}.`,
  again: (day) => (day === null ? 'Thanks for writing again.' : `Thanks, we have your note from ${day}.`),
  noted: 'Thanks, noted.',
  yesWeDo: (services) => `Yes, we do ${services}.`,
  price: (service, range) => `${service}: usually ${range}.`,
  takes: (service, howLong) => `How long ${service} usually takes: ${howLong}.`,
  weDo: (services) => `What we do: ${services}.`,
  passOnQuestion: 'I have written your question down for the team, in your words.',
  serves: (whom) => `Yes, we work with ${whom}.`,
  doesNotServe: (whom) => `I am sorry, we do not work with ${whom}.`,
  sector: (sector) => SECTORS[sector] ?? sector.replaceAll('_', ' '),
  from: (price) => `from ${price}`,
  upTo: (price) => `up to ${price}`,
  between: (from, to) => `${from} to ${to}`,
  per: (price, period) => `${price} a ${period}`,
  ask: {
    need: 'What is it that you need?',
    timeline: 'When do you need it?',
    budget: 'Roughly which range of budget do you have in mind?',
    authority: 'Do you decide about this yourself, or together with somebody?',
    headcount: 'Roughly how many people work at your company?',
    role: 'What is your role there?',
    industry: 'What does your company do?',
    region: 'Which country are you in?',
  },
  askBudget: (low, high) => `Is your budget nearer to ${low}, nearer to ${high}, or beyond that?`,
  askWhich: (services) => `Which of these is it about: ${services}?`,
  aCallWith: (who) => `a call with ${who}`,
  goodFit: 'That sounds like something for us; the best next step is a short call.',
  bookHere: (link) => `You can pick a time for a call here: ${link}`,
  offerCall: 'If you would like to talk it through, tell me a day and I will find a time.',
  whenReady: 'Whenever you want to go on, just write here.',
  notAFit: 'To be honest, we are not the right ones for this.',
  resource: (link) => `This may help you on your own: ${link}`,
  personOption: 'If you would rather talk to a person, just say so.',
  iAmABot: "Yes, I am the team's assistant, a bot. If you would rather talk to a person, just say so.",
  handedOver: (who) => `Of course: I have asked ${who} to take over; you will hear from a person.`,
  noEmailNeeded: 'No problem, no e-mail needed: we can go on here.',
  writeALine: 'I cannot read voice notes or pictures yet. Could you send me a line of text?',
  callBack: (who) => `I have asked ${who} to call you back.`,
  callWhen: 'If another time suits you better, tell me a day and I will find one.',
  discounts: (text) => `What I can tell you about discounts: ${text}.`,
  askedAbout: (who, matter) => `I have asked ${who} ${ABOUT[matter]}; you will hear from us.`,
  security: (link) => `What we publish about security is here: ${link}`,
  sorry: (who) => `I am sorry about this. I have told ${who}, who will take care of it in person.`,
  leftWith: (who) => `Thanks, then I leave it with ${who} and have passed your message on.`,
  passedOn: (who) => `Thanks, I have passed this on to ${who}.`,
  careers: (link) =>
    link
      ? `Thanks for your interest in working with us. Everything about it is here: ${link}`
      : 'Thanks for your interest in working with us. We have no opening to offer here at the moment.',
  study: (link) =>
    link
      ? `Good luck with your studies! This may help you: ${link}`
      : 'Good luck with your studies! We cannot take part ourselves, I am afraid.',
  partners: (link) =>
    link
      ? `Thanks! How we work with partners is here: ${link}`
      : 'Thanks, I have passed your offer of working together on to the team.',
}
