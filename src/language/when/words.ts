import { buildLexicon, type Lexicon } from './lexicon.ts'
import { GERMAN } from './words-de.ts'
import { ENGLISH } from './words-en.ts'
import { SPANISH } from './words-es.ts'
import { FRENCH } from './words-fr.ts'

const english = buildLexicon(ENGLISH)

/** English is read in every language: people mix it in. */
const others: ReadonlyMap<string, Lexicon> = new Map([
  ['es', buildLexicon(ENGLISH, SPANISH)],
  ['fr', buildLexicon(ENGLISH, FRENCH)],
  ['de', buildLexicon(ENGLISH, GERMAN)],
])

/** Words of time that belong to one language only (folded), so that one of them tells which it is. */
const TELLING: ReadonlyMap<string, string> = new Map(
  Object.entries({
    es: 'manana lunes martes miercoles jueves viernes sabado enero febrero abril mayo junio julio agosto septiembre octubre noviembre diciembre proximo proxima semana semanas dias mediodia hoy ayer pasado-manana',
    fr: "demain lundi mardi mercredi jeudi vendredi samedi dimanche aujourd'hui prochain prochaine semaine semaines jour jours matin soir fevrier juin juillet aout novembre decembre midi hier heure heures apres-midi apres-demain",
    de: 'heute morgen ubermorgen gestern montag dienstag mittwoch donnerstag freitag samstag sonntag uhr nachste nachsten nachster nachstes woche wochen tage tagen stunden halb vormittag nachmittag abend januar februar marz juni juli oktober dezember',
  }).flatMap(([language, words]) => words.split(' ').map((word) => [word, language] as const)),
)

/** The words to read a text with: those of the locale's language, or of the language its words tell. */
export function lexiconFor(words: Iterable<string>, locale: string): Lexicon {
  const own = others.get(locale.slice(0, 2).toLowerCase())
  if (own) return own
  for (const word of words) {
    const language = TELLING.get(word)
    if (language) return others.get(language) ?? english
  }
  return english
}
