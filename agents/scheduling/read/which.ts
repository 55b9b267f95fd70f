import { BAR, type Sheet } from '#language/sheet.ts'
import type { Request, Which, Wish } from '../request.ts'
import { GENERIC, tellingWords, wordsOf } from '../rules/names.ts'

const VERB =
  /\b(?:make it|make (?=the|our|my)|attend|come to|be at|cancel(?:l?ing|l?ed)?|skip|call off|delete|remove|clear(?: out| off)?|drop|scrap|scratch|get rid of|decline|erase|wipe|kill|move|push(?: back| out)?|postpone|reschedul(?:e|ing)|shift|delay|bring forward|bump|defer|put off|swap|change|update|extend|shorten|lengthen|prolong|rename|retitle|re-title|make|modify|alter|fix|correct|edit|adjust|when(?:['’]?s| is| are)|what time(?:['’]?s| is| does)?|where(?:['’]?s| is)|is there(?= an? )|show(?: me)?|find|before|after)\b/iu
const OF = /\b(?:name|title|subject|location|place|venue|room|time|date|length|duration) of\b/iu
const END = new RegExp(
  `\\b(?:with|w\\/|w(?= )|to|by|until|till|from|on|at|for|because|since|as|instead|in|so|not|sorry|unfortunately|please|thanks|but|scheduled|planned|i['’]m|im)\\b|\\band (?:tell|let|book|move|send|also|then|schedule|cancel|make|add)\\b|[${BAR},.;:!?()]|\\s[-–]\\s|$`,
  'iu',
)
/** "when does the design review start" */
const BEGINS =
  /\b(?:when|what time|where)\s+(?:do|does|did|will|is|was)\s+(?!(?:i|we|you|it|that|this|he|she|they|everyone|everybody)\b)(.{1,60}?)\s+(?:start|begin|end|finish|take place|happen|over)\b|\b(?:when|what time|where)\s+(?!(?:i|we|you|it|that|this|he|she|they|everyone|everybody)\b)(.{1,60}?)\s+(?:starts|begins|ends|finishes|takes place|happens)\b/iu
const RECENT =
  /^(?:it|that|this|that one|this one|the same|them|(?:that|this) (?:meeting|call|event|appointment|one)|it back|that back|it off)$/iu
/** "the last event I created": what was just done. */
const MADE =
  /^(?:the\s+)?(?:last|latest|most recent)\s+(?:event|meeting|appointment|call|one|thing)\s+(?:that\s+)?(?:i|you|we)\s+(?:just\s+)?(?:created|made|added|booked|scheduled|set up|put in)$/iu
const ALL =
  /\bwhat(?:ever)?(?:['’]?s| is)\s+(?:on|in)\b|\b(?:all|every|everything|each|any|anything|both)\b|\bclear\b(?=[^.]*\b(?:calendar|day|schedule|morning|afternoon|friday|monday|tuesday|wednesday|thursday|week)\b)|\b(?:clear|free up|empty)\b(?=[^.]*\b(?:morning|afternoon|evening|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today)\b)|\bmy (?:meetings|calls|events|appointments)\b(?! with)|\bfuture\s+(?:[\p{L}&-]+\s+)*(?:meetings|calls|events|appointments|sessions|ones)\b/iu
const ORDINALS: [RegExp, number][] = [
  [/\b(?:first|earliest|1st)\b(?!\s+(?:free|available|slot|time|of))/iu, 1],
  [/\b(?:second|2nd)\b(?=\s+\p{L})/iu, 2],
  [/\b(?:third|3rd)\b(?=\s+\p{L})/iu, 3],
  [
    /\b(?:next|upcoming|nearest|soonest|coming)\b(?!\s+(?:week|month|year|mon|tue|wed|thu|fri|sat|sun|two|three|four|five|six|few|couple|\d\b))/iu,
    1,
  ],
  [/\b(?:last|latest|final|previous|most recent)\b(?!\s+(?:week|month|year|mon|tue|wed|thu|fri|sat|sun|\d))/iu, -1],
]

/** An event chosen outright, as the desk's own buttons say it. */
const CHOSEN = /(?:^|\s)event:(\S+)/u

/** Which event is spoken of. Times and people are off the sheet already. */
export function readWhich(sheet: Sheet, when: Wish | null, kind: Request['kind']): Which {
  const object = objectOf(sheet)
  const plain = (ONES.test(object) ? antecedent(sheet, object) : object)
    .replace(new RegExp(`[${BAR}]`, 'gu'), ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const all = ALL.test(sheet.blank()) && kind === 'cancel'
  const barred = sheet.barred()
  const ordinal = all ? null : (ORDINALS.find(([pattern]) => pattern.test(barred))?.[1] ?? null)
  const made = MADE.test(plain)
  const telling = made ? [] : tellingWords(plain).filter((word) => !GENERIC.has(word))
  return {
    id: CHOSEN.exec(sheet.text)?.[1] ?? null,
    recent: (made || RECENT.test(plain)) && telling.every((word) => PRONOUNS.has(word)),
    ordinal,
    all,
    words: telling.every((word) => PRONOUNS.has(word)) ? '' : trimmed(plain).replaceAll('oneonone', '1:1'),
    said: sheet.text,
    when,
    scope: 'one',
  }
}

/** "... no more risk management meetings. Cancel all future ones": what "ones" are was said before. */
const ONES = /\b(?:ones|them|those|these)\W*$/iu
const SPOKEN_OF = new RegExp(
  `(?:\\b(?:any|more|the|our|my|these|those|no|have)\\b|[.!?,${BAR}]|^)\\s*((?:[\\p{L}\\p{N}&'’-]+\\s+){1,6})(?:meetings?|calls?|sessions?|appointments?)\\b`,
  'giu',
)

function antecedent(sheet: Sheet, object: string): string {
  const [first] = [...sheet.text.matchAll(SPOKEN_OF)].map((match) => match[1] ?? '')
  return first ?? object
}

const PRONOUNS = new Set(
  'two three four five six few couple things what whatever it that this them everything anything nothing stuff calendar schedule agenda day week diary time date back forward off out'.split(
    ' ',
  ),
)

/** What stands after the verb, up to where something else begins. */
function objectOf(sheet: Sheet): string {
  const text = sheet.barred().replace(/\b(?:1[:-]1|1on1)(?=s?\b)/giu, 'oneonone')
  const begins = BEGINS.exec(text)
  if (begins) return begins[1] ?? begins[2] ?? ''
  const of = OF.exec(text)
  const verb = of ?? VERB.exec(text)
  if (!verb) return ''
  const after = text.slice(verb.index + verb[0].length).replace(new RegExp(`^[\\s${BAR}]+`, 'u'), ' ')
  const end = END.exec(after.slice(1))
  return after.slice(0, end ? end.index + 1 : undefined)
}

/** Without the words around a name: "the next process review meeting" is "process review". */
function trimmed(object: string): string {
  const words = object.split(' ')
  const idle = (word: string | undefined) => word !== undefined && wordsOf(word).every((one) => LEADING.has(one))
  while (words.length > 1 && idle(words[0])) words.shift()
  return words.join(' ')
}

const LEADING = new Set(
  'a an the my our your his her their this that these those all any every future upcoming next last first second third previous latest other of me more no such any'.split(
    ' ',
  ),
)
