/** What people write into forms: short and long, in the languages of the desk, leads and others. */
const MESSAGES = [
  'Hi, we are a dental clinic in Leeds with 14 people and need a new website before March, budget about 20k. I am the owner.',
  'Bonjour, nous sommes une agence de 30 personnes à Lyon et cherchons quelqu’un pour refondre notre boutique en ligne. Combien ça coûte ?',
  'Guten Tag, wir brauchen bis Ende Januar einen Relaunch unserer Seite, etwa 40 Mitarbeiter, Budget 30.000 €. Wer kann uns beraten?',
  'Hola, tenemos una tienda en Valencia y queremos vender en línea. ¿Cuánto cuesta y cuándo podrían empezar?',
  'Price?',
  'Could we book a call next Tuesday afternoon to talk about a small app for our field team?',
  'Saw your talk. 60 people, Dublin, we need this before Q1, I am the COO. Can you show us a demo?',
  'Maybe later this year, just looking around for now.',
  'Do you build Shopify shops?',
  'We offer guaranteed first page rankings, backlinks and guest posts. Interested?',
] as const
const NAMES = ['Ana', 'Ben', 'Carla', 'Dan', 'Eva', 'Finn', 'Greta', 'Hugo', 'Ines', 'Jon'] as const

/** The nth lead: somebody else each time, with a message of their own. */
export function leadFields(nth: number): Record<string, string> {
  const message = MESSAGES[nth % MESSAGES.length] ?? ''
  return {
    name: `${NAMES[nth % NAMES.length]} Number${nth}`,
    email: `person${nth}@company${nth % 700}.example`,
    company: `Company ${nth % 700}`,
    message: `${message} (${nth})`,
  }
}
