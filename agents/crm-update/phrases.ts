import type { Language } from '#kernel/language.ts'

/** What people outside the team are told about records, in each language they are spoken to in. */
export interface Phrases {
  dataRequest: string
  willCheck: string
  teamOnly: string
}

const PHRASES: Readonly<Record<Language, Phrases>> = {
  en: {
    dataRequest: 'Thank you: your request about your data has reached us. A person will answer you within a month.',
    willCheck: 'Thank you. Somebody will check this with you in the way we already know before anything is changed.',
    teamOnly: 'That is something only our team can do; I have changed nothing.',
  },
  es: {
    dataRequest:
      'Gracias: hemos recibido su solicitud sobre sus datos. Una persona le responderá en el plazo de un mes.',
    willCheck: 'Gracias. Alguien lo comprobará con usted por la vía que ya conocemos antes de cambiar nada.',
    teamOnly: 'Eso solo puede hacerlo nuestro equipo; no he cambiado nada.',
  },
  fr: {
    dataRequest:
      'Merci : votre demande concernant vos données nous est parvenue. Une personne vous répondra dans un délai d’un mois.',
    willCheck: 'Merci. Quelqu’un le vérifiera avec vous par le moyen que nous connaissons déjà avant tout changement.',
    teamOnly: 'Seule notre équipe peut faire cela ; je n’ai rien changé.',
  },
  de: {
    dataRequest:
      'Danke: Ihre Anfrage zu Ihren Daten ist bei uns angekommen. Ein Mensch antwortet Ihnen innerhalb eines Monats.',
    willCheck: 'Danke. Bevor etwas geändert wird, prüft das jemand mit Ihnen auf dem Weg, den wir schon kennen.',
    teamOnly: 'Das kann nur unser Team; ich habe nichts geändert.',
  },
}

export const phrasesIn = (language: Language): Phrases => PHRASES[language]
