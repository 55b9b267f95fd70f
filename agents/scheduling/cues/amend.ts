import type { Cue } from '#kernel/cue.ts'

/** Words of a time, and the little ones around it, in the four languages. A message of these alone says when and nothing else. */
const TIME = [
  'today|tonight|tomorrow|tom|tmrw|tmr|tmw|tomorow|tommorow|2moro|later|earlier|sooner|noon|midday|midnight|lunch|lunchtime|eod',
  'mon(?:day)?s?|tue(?:s|sday)?s?|wed(?:s|nesday)?s?|thu(?:r|rs|rsday)?s?|fri(?:day)?s?|sat(?:urday)?s?|sun(?:day)?s?',
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?',
  'week|weeks|month|day|days|morning|mornings|afternoon|afternoons|evening|evenings|weekend|hours?|hrs?|h|min|mins|minutes?|quarter',
  '\\d{1,2}(?:[:.]\\d\\d)?(?:[ap]m?|h(?:\\d\\d)?|ish|st|nd|rd|th|min|mins|m)|\\d{1,2}[:.]\\d\\d|am|pm|a\\.m|p\\.m',
  'lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo|hoy|mañana|tarde|mediod[ií]a|semana|horas?',
  "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|aujourd['’]hui|demain|matin|apr[eè]s-midi|soir|semaine|heures?",
  'montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|heute|morgen|vormittag|nachmittag|abends?|woche|uhr|stunden?',
].join('|')
const LITTLE = [
  "\\d{1,4}|a|an|and|or|the|at|on|in|to|till|until|from|by|for|of|next|this|that|same|time|half|past|after|before|between|around|about|bit|little|instead|then|now|onwards?|long|longer|shorter|of|not|than|every|first|last|second|third|one|two|three|four|five|ten|fifteen|thirty|maybe|perhaps|o['’]?clock|my|your|his|her|their|zone",
  'el|la|las|los|a|al|de|del|por|para|que|pr[oó]xim[oa]|siguiente|mi|su|antes|despu[eé]s|le|les|à|au|du|dans|en|la|prochaine?|avant|um|am|im|gegen|ab|vor|nach|der|die|das|den|dem|n[aä]chsten?|n[aä]chste|fr[uü]her|sp[aä]ter',
].join('|')
/** What takes back what was just said, or says it anew. */
const TURN = [
  'no|nope|nah|sorry|oops|ups|wait|hm+|um+|uh|oh|ok|okay|ah|hang on|actually|i mean|i meant|rather|better|well|but|please|pls|plz|thanks|thx',
  "perd[oó]n|mejor|mejor dicho|en realidad|por favor|pardon|plut[oô]t|en fait|non|s['’]il vous pla[iî]t|svp|nein|lieber|doch|eigentlich|bitte|entschuldigung",
].join('|')
const AGAIN = 'again|another|same again|same thing|repeat(?: it| that)?|once more|as well|too'
/** A bare number is an hour after these. */
const HOUR =
  '(?:make (?:it|that)|at|actually|rather|about|to|say|try|do|um|las?|à|no|sorry|mean|maybe|hm+)[\\s,.…]+(?:the )?\\d{1,2}(?![\\d.:]*\\p{L})'
const MAKE =
  "(?:let['’]?s )?(?:make|push|move|shift|change|set|put|bring|do|say|book|try|have)(?: (?:it|that|this|one))?(?: (?:back|forward|up|out))?|should (?:be|have been)|was (?:meant|supposed) to be|it"
const ASKING =
  'and|what about|how about|what of|can we|could we|shall we|would|work|works|instead|y|et|und|qu[eé] tal|wie w[aä]re'

const of = (...lists: readonly string[]): string => `(?:${lists.join('|')})(?:(?=[\\s,;.!?…-])[\\s,;.!?…-]+|[)\\s]*$)`
const whole = (lists: readonly string[], ...needed: readonly string[]): string =>
  `${needed.map((list) => `(?=(?:.*[\\s,;.!?…-])?(?:${list})(?:[\\s,;.!?…-]|$))`).join('')}(?!.*\\b(?:my|the|our) \\d{1,2}(?:[:.]\\d\\d)?(?:[ap]m)?\\b)\\W{0,3}(?:${of(...lists)}){1,24}`

const WHEN = `${TIME}|${HOUR}`
const WORDS = [MAKE, ASKING, AGAIN, TURN, TIME, LITTLE]
/** A name, not a pronoun or a thing. */
const NAME =
  "(?!(?:it|that|this|them|everything|all|a|an|the|my|our|another|some)\\b)(?!.*\\b(?:meetings?|calls?|lunch|dinner|coffee|events?|reminders?|notes?|tasks?|calendar|deals?|leads?|contacts?|todo|min|mins|minutes|hours?)\\b)(?!.*\\b(?:to|on|in) (?:the|my|our)\\b)[@\\p{L}][\\p{L}\\p{N}@._'’+-]*(?:(?: and |, ?| & | )[@\\p{L}][\\p{L}\\p{N}@._'’+-]*){0,4}"
const LEAD = `\\W{0,3}(?:(?:${TURN}|and|also|can you|could you)[\\s,.…!-]+){0,4}`
const PEOPLE = `${LEAD}(?:(?:add|invite|include)\\s+${NAME}|(?:take|remove|drop|kick|uninvite|leave)\\s+${NAME}\\s+(?:off|out)(?: again)?|without\\s+${NAME}|(?:remove|uninvite)\\s+${NAME})\\W*$`
const TITLE = `${LEAD}(?:(?:call|name|title)\\s+(?:it|that|this|the meeting)|(?:rename|retitle)(?:\\s+(?:it|that|this))?(?:\\s+to)?)\\s+.{1,80}`

const SAYS_ANEW = `${TURN}|make (?:it|that)|push|move|shift|bring|instead|should (?:be|have been)|from now on|later|earlier|longer|shorter|same|again|not`

const shape = (...wholes: readonly string[]): RegExp =>
  new RegExp(`^(?:${wholes.map((one) => `${one}$`).join('|')})`, 'iu')

/** Another word about what was just done or asked: "no, friday", "make it 45 min", "add kenji", "same again next week". */
export const AMEND: Cue = {
  intent: 'amend',
  slash: null,
  verbs: [],
  objects: [],
  refusals: [],
  examples: [],
  goesOn: {
    done: shape(
      `(?!.*\\b(?:push|move|shift|bring|change|reschedule) (?:it|that|this)\\b)${whole(WORDS, WHEN, SAYS_ANEW)}`,
      whole(WORDS, AGAIN, TIME),
      PEOPLE,
      TITLE,
    ),
    open: shape(whole(WORDS, WHEN), PEOPLE, TITLE),
  },
}
