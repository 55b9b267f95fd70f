import { cleanLine, cleanText } from '#kernel/display.ts'
import type { Language } from '#kernel/language.ts'
import type { Outbound } from '#kernel/outbound.ts'

interface Letter {
  subject(company: string): string
  /** Why somebody gets this: anybody may have written their address into the form. */
  because(company: string): string
}

const LETTERS: Readonly<Record<Language, Letter>> = {
  en: {
    subject: (company) => `Your message to ${company}`,
    because: (company) =>
      `You get this because your address was given in a form of ${company}. If it was not you, there is nothing to do.`,
  },
  es: {
    subject: (company) => `Su mensaje a ${company}`,
    because: (company) =>
      `Recibe este correo porque su dirección se indicó en un formulario de ${company}. Si no fue usted, no tiene que hacer nada.`,
  },
  fr: {
    subject: (company) => `Votre message à ${company}`,
    because: (company) =>
      `Vous recevez ce message parce que votre adresse a été donnée dans un formulaire de ${company}. Si ce n’était pas vous, il n’y a rien à faire.`,
  },
  de: {
    subject: (company) => `Ihre Nachricht an ${company}`,
    because: (company) =>
      `Sie erhalten dies, weil Ihre Adresse in einem Formular von ${company} angegeben wurde. Waren Sie das nicht, ist nichts zu tun.`,
  },
}

/** An answer to a form as a mail, or null for what is no mail. */
export function formLetter(
  message: Outbound,
  company: string,
  language: Language,
): { subject: string; text: string } | null {
  if (message.type !== 'reply' && message.type !== 'notice') return null
  const { subject, because } = LETTERS[language]
  const called = cleanLine(company)
  const choices = message.choices.map(({ label }) => `- ${cleanLine(label)}`)
  const said = [cleanText(message.text), ...(choices.length > 0 ? [choices.join('\n')] : [])]
  return { subject: subject(called), text: [...said, `-- \n${called}\n${because(called)}`].join('\n\n') }
}
