export type Per = 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year'
export type Bound = 'about' | 'atLeast' | 'atMost' | 'over' | 'under'
export type Tax = 'net' | 'gross'

const rows = <T extends string>(table: readonly (readonly [T, string])[]): ReadonlyMap<string, T> =>
  new Map(table.flatMap(([value, words]) => words.split('|').map((word) => [word, value] as const)))

/** Units of time after "a", "per", "/": folded. */
export const UNITS = rows<Per>([
  ['hour', 'hour|hours|hr|hrs|h|hora|heure|stunde|std'],
  ['day', 'day|d|dia|jour|tag'],
  ['week', 'week|wk|w|semana|semaine|woche'],
  ['month', 'month|months|mo|mth|mnth|mes|mois|monat'],
  ['quarter', 'quarter|qtr|trimestre|quartal'],
  ['year', 'year|years|yr|y|annum|ano|an|annee|jahr'],
])

/** Words that say the period by themselves. */
export const PERIODS = rows<Per>([
  ['hour', 'hourly|stundlich'],
  ['day', 'daily|diario|diarios|taglich'],
  ['week', 'weekly|semanal|semanales|hebdomadaire|wochentlich'],
  ['month', 'monthly|mensual|mensuales|mensuel|mensuels|monatlich|pcm|mrr'],
  ['quarter', 'quarterly|trimestral|trimestrales|trimestriel|vierteljahrlich'],
  ['year', 'yearly|annually|annual|anual|anuales|annuel|annuels|jahrlich|pa|arr|acv'],
])

const wordsOf = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Words that open a period or a unit: "a month", "per seat", "al mes", "pro Jahr", "die Stunde". */
export const RATE_OPENERS = wordsOf("a an per each every al por cada par chaque pro im je die das l'")

/** After "a day" and its like: then it was no rate ("$500 a day ago"). */
export const RATE_ENDERS = wordsOf('ago before later earlier early late after previous dernier derniere')

/** Words with which a sentence goes on after an amount; what else follows a number is what it counts. */
export const GOES_ON = wordsOf(
  'a an per each every al por cada par chaque pro im je and y et und or ou oder for if but plus with by in on at as to is from yearly monthly weekly daily hourly annually',
)

/** What a price can be for; only nouns that prices are named for, so that "a lot" is none. */
export const UNITS_SOLD = rows<string>([
  ['seat', 'seat|seats|licence|license|platz|lizenz|licencia|licence'],
  ['user', 'user|users|nutzer|benutzer|usuario|utilisateur|member|mitglied'],
  ['person', 'person|head|persona|personne|kopf|pax|guest|employee|mitarbeiter'],
  ['item', 'item|piece|pop|unit|stuck|unidad|piece|unite|each|apiece|cada'],
  ['share', 'share|aktie|accion|action'],
])

/** Words before an amount, the longest first tried. */
export const BOUNDS_BEFORE = rows<Bound>([
  [
    'about',
    'about|around|approx|approximately|roughly|circa|ca|some|nearly|almost|close to|in the region of|in the ballpark of|ballpark|somewhere around|~|≈|+ -|±|unos|unas|alrededor de|aproximadamente|casi|sobre|environ|autour de|a peu pres|presque|etwa|ungefahr|rund|zirka|knapp',
  ],
  [
    'atMost',
    "up to|at most|max|maximum|maximum of|no more than|not more than|a maximum of|capped at|cap of|limit of|< =|≤|hasta|como maximo|maximo|no mas de|jusqu ' a|jusqu ’ a|jusque|au plus|au maximum|pas plus de|bis zu|hochstens|maximal|nicht mehr als",
  ],
  [
    'under',
    'under|less than|below|lower than|fewer than|<|menos de|por debajo de|moins de|en dessous de|unter|weniger als',
  ],
  [
    'atLeast',
    'at least|min|minimum|minimum of|a minimum of|no less than|not less than|starting at|starts at|start at|> =|≥|al menos|por lo menos|como minimo|minimo|desde|no menos de|au moins|au minimum|a partir de|minimum de|mindestens|ab|wenigstens',
  ],
  [
    'over',
    'over|more than|above|north of|upwards of|in excess of|exceeding|exceeds|>|mas de|por encima de|plus de|au dessus de|uber|mehr als',
  ],
])

export const BOUNDS_AFTER = rows<Bound>([
  ['about', 'or so|ish|- ish|more or less|approx|give or take|mas o menos|environ|ungefahr|in etwa'],
  ['atMost', 'max|maximum|tops|at most|or less|or under|como maximo|maximo|o menos|au plus|maximal|hochstens'],
  [
    'atLeast',
    '+|or more|plus|minimum|min|at least|and up|o mas|como minimo|minimo|ou plus|au moins|mindestens|oder mehr',
  ],
])

/** Words of tax beside an amount, on either side. */
export const TAXES = rows<Tax>([
  [
    'net',
    'net|netto|neto|netos|nets|before tax|before vat|excl vat|excl . vat|ex vat|excluding vat|excluding tax|without vat|plus vat|+ vat|exkl mwst|zzgl mwst|zzgl . mwst|plus mwst|+ mwst|ohne mwst|ht|hors taxes|hors taxe|sin iva|mas iva|+ iva|iva no incluido',
  ],
  [
    'gross',
    'gross|brutto|bruto|brutos|bruts|incl vat|incl . vat|including vat|inc vat|with vat|after tax|including tax|inkl mwst|inkl . mwst|inklusive mwst|ttc|toutes taxes comprises|con iva|iva incluido',
  ],
])
