import type { Cue } from '#kernel/cue.ts'
import { words } from './words.ts'

/** What clients ask about their own record, in the languages they are spoken to in. */
export const OUTSIDE: Cue = {
  intent: 'outside',
  slash: null,
  audience: ['client', 'stranger'],
  verbs: words(`
    delete my data, delete our data, erase my data, remove my data, delete all my data, delete my details, forget me, delete my information, delete my personal data, delete my account,
    what data do you have, what data do you hold, send me my data, right to be forgotten, data subject request,
    our new billing, new billing, billing mail is, billing email is, new invoice address, my new email, my new number, our new email, our new address, new email address, changed my number,
    change my number, change my email, update my email, update my number, change our deal, update our deal, mark our deal,
    borrar mis datos, borren mis datos, eliminen mis datos, eliminar mis datos, supprimer mes donnees, supprimez mes donnees, effacez mes donnees, losche meine daten, loschen sie meine daten, meine daten loschen,
    mi nuevo correo, mon nouveau mail, mon nouvel email, meine neue nummer, meine neue mail`),
  objects: [],
  refusals: words('meeting, appointment, cita, rendez vous, termin'),
  examples: [
    'please delete my data',
    'our new billing mail is ap@kite.io',
    'what data do you have about me',
    'por favor borren mis datos',
    'veuillez supprimer mes données',
    'bitte löschen Sie meine Daten',
  ],
}
