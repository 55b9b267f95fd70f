import type { Phrases } from './phrases.ts'

const PERIODS = { hour: 'hora', day: 'día', week: 'semana', month: 'mes', quarter: 'trimestre', year: 'año' } as const
const SECTORS: Readonly<Record<string, string>> = {
  ngo: 'ONG',
  government: 'el sector público',
  education: 'escuelas y universidades',
}
const ABOUT = {
  price: 'por el precio',
  papers: 'por los documentos',
  whom: 'si podemos encargarnos',
  press: 'si puede responderle',
  account: 'si puede revisarlo',
} as const

export const ES: Phrases = {
  list: (names) => (names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} y ${names.at(-1)}`),
  hello: (company) => `Hola, gracias por escribir a ${company}.`,
  again: (day) => (day === null ? 'Gracias por escribir de nuevo.' : `Gracias, tenemos su mensaje del ${day}.`),
  noted: 'Gracias, anotado.',
  yesWeDo: (services) => `Sí, hacemos ${services}.`,
  price: (service, range) => `${service}: normalmente ${range}.`,
  takes: (service, howLong) => `Plazo habitual de ${service}: ${howLong}.`,
  weDo: (services) => `Esto es lo que hacemos: ${services}.`,
  passOnQuestion: 'He anotado su pregunta para el equipo, con sus palabras.',
  serves: (whom) => `Sí, trabajamos con ${whom}.`,
  doesNotServe: (whom) => `Lo siento, no trabajamos con ${whom}.`,
  sector: (sector) => SECTORS[sector] ?? sector.replaceAll('_', ' '),
  from: (price) => `desde ${price}`,
  upTo: (price) => `hasta ${price}`,
  between: (from, to) => `de ${from} a ${to}`,
  per: (price, period) => `${price} por ${PERIODS[period]}`,
  ask: {
    need: '¿Qué necesita exactamente?',
    timeline: '¿Para cuándo lo necesita?',
    budget: '¿En qué rango de presupuesto está pensando, más o menos?',
    authority: '¿Lo decide usted o junto con alguien más?',
    headcount: '¿Cuántas personas trabajan en su empresa, más o menos?',
    role: '¿Cuál es su cargo?',
    industry: '¿A qué se dedica su empresa?',
    region: '¿En qué país está?',
  },
  askBudget: (low, high) => `¿Su presupuesto está más cerca de ${low}, de ${high} o por encima?`,
  askWhich: (services) => `¿De cuál de estos se trata: ${services}?`,
  aCallWith: (who) => `una reunión con ${who}`,
  goodFit: 'Esto encaja con lo que hacemos; lo mejor es una llamada corta.',
  bookHere: (link) => `Puede elegir una hora para una llamada aquí: ${link}`,
  offerCall: 'Si prefiere hablarlo, dígame un día y busco una hora.',
  whenReady: 'Cuando quiera seguir, escriba aquí mismo.',
  notAFit: 'Para serle sincero, no somos los adecuados para esto.',
  resource: (link) => `Esto puede ayudarle por su cuenta: ${link}`,
  personOption: 'Si prefiere hablar con una persona, dígamelo.',
  iAmABot: 'Sí, soy el asistente del equipo, un bot. Si prefiere hablar con una persona, dígamelo.',
  handedOver: (who) => `Por supuesto: he pedido a ${who} que se encargue; le escribirá una persona.`,
  noEmailNeeded: 'No hay problema, no hace falta el correo: podemos seguir por aquí.',
  writeALine: 'Todavía no puedo leer notas de voz ni imágenes. ¿Me puede escribir una línea de texto?',
  callBack: (who) => `He pedido a ${who} que le llame.`,
  callWhen: 'Si le viene mejor otro momento, dígame un día y busco una hora.',
  discounts: (text) => `Lo que puedo decirle de los descuentos: ${text}.`,
  askedAbout: (who, matter) => `He preguntado a ${who} ${ABOUT[matter]}; tendrá noticias nuestras.`,
  security: (link) => `Lo que publicamos sobre seguridad está aquí: ${link}`,
  sorry: (who) => `Lo siento mucho. Se lo he dicho a ${who}, que se ocupará en persona.`,
  leftWith: (who) => `Gracias, entonces lo dejo en manos de ${who} y le he pasado su mensaje.`,
  passedOn: (who) => `Gracias, se lo he pasado a ${who}.`,
  careers: (link) =>
    link
      ? `Gracias por su interés en trabajar con nosotros. Aquí está todo: ${link}`
      : 'Gracias por su interés en trabajar con nosotros. De momento no tenemos ninguna vacante.',
  study: (link) =>
    link
      ? `¡Mucha suerte con sus estudios! Esto puede ayudarle: ${link}`
      : '¡Mucha suerte con sus estudios! Por desgracia no podemos participar.',
  partners: (link) =>
    link
      ? `¡Gracias! Aquí explicamos cómo trabajamos con otros: ${link}`
      : 'Gracias, he pasado su propuesta de colaboración al equipo.',
}
