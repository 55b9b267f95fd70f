import type { Cue } from '#kernel/cue.ts'
import { words } from './words.ts'

/** The first words of a client who writes Spanish, French or German. */
export const ABROAD: readonly Cue[] = [
  {
    intent: 'book',
    slash: null,
    verbs: words(`
      podemos, podriamos, quedar, quedamos, vernos, hablar, hablamos, reunirnos, agendar, reservar,
      programar, quiero una, quisiera una, tendria, tienes, on peut, peut on, pouvons nous, se voir,
      se parler, prendre, fixer, planifier, reserver, disponible, konnen wir, konnten wir, treffen, sprechen,
      telefonieren, vereinbaren, buchen, hatten sie, haben sie, hast du zeit, ich hatte gerne, ich brauche`),
    objects: words(`
      {when}, cita, llamada, reunion, rendez vous, rdv, appel, termin, besprechung, anruf, zeit, gesprach`),
    refusals: words(`
      mover, cambiar, cancelar, anular, deplacer, decaler, annuler, verschieben, verlegen, absagen,
      stornieren`),
    examples: [
      'mañana por la tarde puede ser?',
      'podemos hablar el martes?',
      'on peut se voir demain ?',
      'können wir morgen telefonieren?',
      'je voudrais prendre rendez-vous',
    ],
  },
]
