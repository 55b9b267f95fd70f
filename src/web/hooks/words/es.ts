import type { Words } from '../words.ts'

export const es: Words = {
  language: 'es',
  title: (company) => `Escriba a ${company}`,
  name: 'Su nombre',
  email: 'Su correo electrónico',
  phone: 'Su teléfono (opcional)',
  company: 'Su empresa (opcional)',
  message: 'Su mensaje',
  empty: 'Deje este campo vacío',
  send: 'Enviar',
  thanksTitle: 'Gracias',
  thanks: 'Hemos recibido su mensaje.',
  lookAgain: 'Por favor, revise lo que ha escrito y envíelo otra vez.',
  nothingSaid: 'Por favor, escriba un mensaje o deje una dirección.',
  emailWrong: 'Por favor, revise el correo electrónico.',
  messageTooLong: (length, limit) =>
    `Su mensaje tiene ${length} caracteres; caben hasta ${limit}. Por favor, acórtelo.`,
  tooOften: (minutes) => `Han sido muchas veces. Vuelva a intentarlo en ${minutes} min, por favor.`,
  notFound: 'Aquí no hay nada, o ya no.',
  otherSite: 'Este formulario no se conoce aquí, así que no se ha enviado nada.',
  failed: 'No ha funcionado. Vuelva a intentarlo en un momento, por favor.',
}
