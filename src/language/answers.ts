/** A list written as text, its entries between commas. */
function wordsIn(list: string): ReadonlySet<string> {
  const entries = list.split(',').map((entry) => entry.replace(/\s+/g, ' ').trim())
  return new Set(entries.filter(Boolean))
}

/** Answers to a question that offers yes and no; whole answers, folded. */
const YES = wordsIn(`
  y, yes, yep, yeah, ok, okay, sure, go ahead, do it, yes do it, yes please, confirm, please do, of course, 👍, ✅,
  si, si por favor, claro, vale, de acuerdo, adelante, hazlo, hagalo,
  oui, oui merci, oui s'il vous plait, d'accord, bien sur, allez-y, vas-y,
  ja, ja bitte, ja gerne, gerne, gern, klar, einverstanden, mach das, machen sie das, in ordnung`)
const NO = wordsIn(`
  n, no, nope, don't, do not, stop, no thanks, no thank you, never mind, nevermind, leave it, cancel, cancel that, 👎,
  no gracias, dejalo, dejelo, mejor no, cancelar,
  non, non merci, laissez, laisse tomber, laissez tomber, annuler,
  nein, nein danke, lieber nicht, lass es, lassen sie es, nicht noetig, absagen`)

/** Places in a list: cardinal and ordinal words of the four languages, folded, by their number. */
const PLACES = new Map(
  Object.entries({
    1: 'one, first, 1st, 1er, 1ere, 1a, 1o, primera, primero, primer, premier, premiere, erste, ersten, erster, erstes, uno, une, eins',
    2: 'two, second, 2nd, 2e, 2eme, 2a, 2o, segunda, segundo, deuxieme, seconde, zweite, zweiten, zweiter, zweites, dos, deux, zwei',
    3: 'three, third, 3rd, 3e, 3eme, 3a, 3o, tercera, tercero, tercer, troisieme, dritte, dritten, dritter, drittes, tres, trois, drei',
    4: 'four, fourth, 4th, 4e, 4eme, 4a, 4o, cuarta, cuarto, quatrieme, vierte, vierten, vierter, viertes, cuatro, quatre, vier',
    5: 'five, fifth, 5th, 5e, 5eme, 5a, 5o, quinta, quinto, cinquieme, fuenfte, funfte, funften, cinco, cinq, funf',
  }).flatMap(([place, words]) => [...wordsIn(words)].map((word) => [word, Number(place)] as const)),
)
const LAST = wordsIn('last, ultima, ultimo, derniere, dernier, letzte, letzten, letzter, letztes')

/** What may stand before and after a place: "option 2 please", "le deuxième me convient", "das zweite passt". */
const LEAD =
  /^(?:option|opcion|numero|nummer|number|nr|no|choix|the|la|el|lo|le|l|das|die|der|den|nehme ich|#)\b\.?\s*|^#/u
const TAIL =
  /\s(?:one|option|opcion|works|work|is good|is fine|is great|please|suits|suits me|would work|works for me|then|thanks?|thank you|por favor|gracias|me va bien|me viene bien|esta bien|va bien|s'il vous plait|svp|merci|me convient|convient|me va|ca me va|c'est bon|bitte|danke|passt|passt mir|passt gut|geht|ist gut|waere gut|ware gut|proposition|creneau|termin|vorschlag|hora)$/u

/** Lower-case, without accents, commas and stops, one space between words. */
export function foldAnswer(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[.!,¡¿?()]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Yes, no, or neither; only whole answers count ("no, the other one" is neither). */
export function yesOrNo(text: string): 'yes' | 'no' | null {
  const said = foldAnswer(text)
  return YES.has(said) ? 'yes' : NO.has(said) ? 'no' : null
}

const DROP =
  /^\W*(?:never ?mind|forget (?:it|that)|drop it|none(?: of (?:them|these|those))?|leave it|stop|skip(?: it)?|cancel(?: that)?|don['’]?t(?: bother)?)\W*$/iu

/** Whether an answer takes a request back instead of answering: "never mind", "leave it", a plain no. */
export const takesBack = (text: string): boolean => DROP.test(text) || yesOrNo(text) === 'no'

/** As much of a choice as an answer can name. */
interface Named {
  value: string
  label: string
}

/** The value of the choice that an answer says: its value or its label. */
export function choiceSaid(choices: readonly Named[], answer: string): string | null {
  const said = foldAnswer(answer)
  const found = choices.find(({ value, label }) => foldAnswer(value) === said || foldAnswer(label) === said)
  return found?.value ?? null
}

/** The value of the choice that an answer picks: its value, its label, or its place in the list. */
export function choicePicked(choices: readonly Named[], answer: string): string | null {
  const said = choiceSaid(choices, answer)
  if (said !== null) return said
  const place = placeIn(answer)?.place
  const picked = place === 'last' ? choices.at(-1) : place === undefined ? undefined : choices[place - 1]
  return picked?.value ?? null
}

const LETS_BE =
  /^\W*(?:(?:no|ok(?:ay)?|oh|actually|sorry|hm+|well)[\s,.…!-]+)*(?:never ?mind|forget (?:it|that|about it)|leave it(?: as it is)?|drop it|don['’]?t bother)\W*(?:thanks|thank you|please)?\W*$/iu

/** Whether somebody lets a matter be, in words that ask for nothing wherever they are said: "actually leave it". */
export const letsBe = (text: string): boolean => LETS_BE.test(text)

/** The value of the choice that an answer means: the one it picks, else the only one whose label has its words. */
export function choiceMeant(choices: readonly Named[], answer: string): string | null {
  const picked = choicePicked(choices, answer)
  if (picked !== null) return picked
  const said = foldAnswer(answer)
  const naming = said.length > 2 ? choices.filter(({ label }) => foldAnswer(label).includes(said)) : []
  return naming.length === 1 ? (naming[0]?.value ?? null) : null
}

/** A place in a list: its number from 1, with whether it was counted ("second") or named ("2"), which may be an hour. */
export interface Place {
  place: number | 'last'
  ordinal: boolean
}

/** The place in a list that a whole answer names ("2", "the second one", "la segunda", "le deuxième", "das zweite"). */
export function placeIn(text: string): Place | null {
  const bare = stripped(foldAnswer(text))
  if (LAST.has(bare)) return { place: 'last', ordinal: true }
  const digits = /^\d{1,2}$/.exec(bare)
  if (digits) return { place: Number(bare), ordinal: false }
  const place = PLACES.get(bare)
  return place === undefined ? null : { place, ordinal: !CARDINAL.has(bare) }
}

const CARDINAL = wordsIn(
  'one, two, three, four, five, uno, dos, tres, cuatro, cinco, deux, trois, quatre, cinq, eins, zwei, drei, vier, funf',
)

function stripped(said: string): string {
  let bare = said
  for (let again = true; again; ) {
    const shorter = ` ${bare}`.replace(TAIL, '').trim().replace(LEAD, '').trim()
    again = shorter !== bare && shorter !== ''
    if (again) bare = shorter
  }
  return bare
}
