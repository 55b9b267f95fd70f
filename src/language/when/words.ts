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

/** Words of time that belong to one language only, so that one of them tells which it is. */
const TELLING: readonly (readonly [string, RegExp])[] = [
  [
    'es',
    /(?<!\p{L})(?:mañana|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|enero|febrero|abril|mayo|junio|julio|agosto|d[ií]as|semanas|septiembre|octubre|noviembre|diciembre|pr[oó]xim[oa]|semana|mediod[ií]a|hoy|ayer)(?!\p{L})/iu,
  ],
  [
    'fr',
    /(?<!\p{L})(?:demain|jours?|matin|soir|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|aujourd['’]hui|prochaine?|semaine|f[eé]vrier|juin|juillet|ao[uû]t|novembre|d[eé]cembre|midi|hier|heures?)(?!\p{L})/iu,
  ],
  [
    'de',
    /(?<!\p{L})(?:tage[n]?|wochen|stunden|halb|heute|morgen|übermorgen|gestern|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|uhr|n[aä]chste[nrs]?|woche|vormittag|nachmittag|abend|januar|februar|märz|juni|juli|oktober|dezember)(?!\p{L})/iu,
  ],
]

/** The words to read a text with: those of the locale's language, or of the language the text shows. */
export function lexiconFor(text: string, locale: string): Lexicon {
  const own = others.get(locale.slice(0, 2).toLowerCase())
  if (own) return own
  for (const [language, telling] of TELLING) if (telling.test(text)) return others.get(language) ?? english
  return english
}
