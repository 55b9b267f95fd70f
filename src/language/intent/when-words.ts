import type { Word } from './words.ts'

/** What a word says of time: `when` names a day or a clock time, `length` a duration. */
export type TimeMark = 'when' | 'length' | null

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

const DAYS = set(
  'monday mon mondays tuesday tue tues tuesdays wednesday wed weds wednesdays thursday thu thur thurs thursdays friday fri fridays ' +
    'saturday sat saturdays sunday sundays today tomorrow tonight yesterday weekend weekends weekday weekdays noon midnight midday ' +
    'lunes martes miercoles jueves viernes sabado domingo hoy manana ' +
    'lundi mardi mercredi jeudi vendredi samedi dimanche demain aujourdhui midi ' +
    'montag dienstag mittwoch donnerstag freitag samstag sonntag heute morgen ubermorgen',
)
const MONTHS = set(
  'asap sometime january jan february feb april apr june july aug august september sept sep october oct november nov december dec ' +
    'enero febrero abril junio julio agosto septiembre octubre noviembre diciembre ' +
    'janvier fevrier avril juin juillet aout septembre octobre novembre decembre januar februar marz juni juli oktober dezember',
)
const MONTHS_TOO = set('march may mai mars mayo marzo')
const SEASONS = set('spring summer autumn fall winter')
const PARTS = set(
  'morning afternoon evening night mornings afternoons evenings nachmittag vormittag abend nachmittags vormittags abends morgens tarde soir matin midi mediodia apresmidi eod',
)
const UNITS = set(
  'second seconds sec secs minute minutes min mins m hour hours hr hrs h day days week weeks month months year years quarter stunde stunden minuten hora horas minuto minutos heure heures semana semanas semaine semaines woche wochen mes meses mois monat monate tag tage dia dias jour jours',
)
const BEFORE_UNIT = set(
  'next this last coming following past every each same that end per nachste nachsten proxima proximo prochaine diese esta cette este ce',
)
const AHEAD = set('in next within last past coming')
const BEFORE_CLOCK = set(
  'at from by to till until before after around about between @ a las um gegen vers for on the kl ab',
)
const AFTER_CLOCK = set('am pm a p oclock uhr h ish')
const NUMBERS = set(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen ' +
    'twenty thirty forty fifty half hundred an',
)
const ORDINALS = set(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth ' +
    'seventeenth eighteenth nineteenth twentieth thirtieth',
)
const CLOCK = /^(?:[01]?\d|2[0-4])(?:(?:[:.][0-5]\d)?(?:am|pm|a|p|ish|h|uhr)|[:.][0-5]\d|h[0-5]\d)$/
const DATE = /^(?:\d{1,2}\/\d{1,2}|\d{4}|\d{1,2}(?:st|nd|rd|th))$/
const LENGTH = /^\d+(?:m|min|mins|h|hr|hrs|hours?|minutes?)$/
const NUMBER = /^\d{1,2}$/

/**
 * Marks the words of a message that speak of time. A quick look for routing only, by word lists: what is meant exactly is
 * for the date reader to say.
 */
export function markTimes(words: readonly Word[]): TimeMark[] {
  const plain = (at: number) => words[at]?.plain ?? ''
  return words.map((word, at) => markOf(word.plain, plain(at - 1), plain(at + 1), plain(at - 2)))
}

function markOf(word: string, before: string, after: string, first: string): TimeMark {
  if (SEASONS.has(word) && /^(?:the|this|next|last|in)$/.test(before)) return 'when'
  if (DAYS.has(word) || MONTHS.has(word) || CLOCK.test(word)) return 'when'
  if (LENGTH.test(word)) return 'length'
  if (PARTS.has(word)) return 'when'
  const counts = NUMBER.test(word) || NUMBERS.has(word)
  if (MONTHS_TOO.has(word))
    return isCount(after) || isCount(before) || /^(?:in|on|of|next|this|last|for|until|by)$/.test(before)
      ? 'when'
      : null
  if (UNITS.has(word) && word !== 'm' && word !== 'h') {
    if (BEFORE_UNIT.has(before) || (before === 'the' && first === 'of')) return 'when'
    if (isCount(before) && AHEAD.has(first)) return 'when'
    if (isCount(before) || before === 'few' || before === 'couple') return 'length'
  }
  if (counts && AFTER_CLOCK.has(after)) return 'when'
  if (counts && word !== 'an' && UNITS.has(after)) return 'length'
  if (counts && word !== 'an' && word !== 'one' && BEFORE_CLOCK.has(before) && before !== 'a') return 'when'
  if (DATE.test(word) && (before !== 'a' || !/^\d{4}$/.test(word))) return 'when'
  if (ORDINALS.has(word) && (before === 'the' || before === 'twenty' || MONTHS.has(before) || MONTHS.has(after)))
    return 'when'
  if (before && AFTER_CLOCK.has(word) && isCount(before) && word !== 'a' && word !== 'h') return 'when'
  return null
}

function isCount(word: string): boolean {
  return NUMBER.test(word) || NUMBERS.has(word) || ORDINALS.has(word) || DATE.test(word)
}
