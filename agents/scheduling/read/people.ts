import { BAR, type Sheet } from '#language/sheet.ts'
import type { Person } from '#ports/lookups.ts'
import type { Named } from '../request.ts'

const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu

/** "@sam": a handle is always somebody. */
const HANDLE = /(?<![\p{L}\p{N}.@])@(\p{L}[\p{L}\p{N}_'-]*(?:\.[\p{L}\p{N}_'-]+)*)/gu

/** First names that are everyday words: they count only with a capital inside a sentence, or right after "with". */
const EVERYDAY = new Set(
  'will mark may june april august grace rose hope art bill rich pat chance dawn jade sky max ray rob sue jack drew iris'.split(
    ' ',
  ),
)

/** Words that stand where a name would, and name nobody the desk could look up. */
const NOBODY = new Set(
  'i we he she me us you they them him her it myself anything something nothing the a an my our your his their someone somebody anyone anybody whoever everyone everybody all team whole one each other people others client clients customer customers guys folks family wife husband mom dad kids friends friend boss manager boss no some any that this there here what which who when'.split(
    ' ',
  ),
)

/** Where a list of names ends. */
const END = `(?=\\s+(?:at|on|in|for|re|about|to|by|from|this|next|tomorrow|today|tonight|who|because|regarding|over|via|until|before|after|not|but|is|has|so|if|when|called|named|titled|please|instead|during|around|then|as|near|using|every|each|tomorow|tmrw)\\b|[${BAR}.;:!?()"“]|\\s-|$)`
const LIST = new RegExp(
  `(?:^|[\\s${BAR}(])(?:with|w\\/|w|invite|including|between me and|me and|mit|con|avec)\\s+(.+?)${END}`,
  'giu',
)
const MEET = new RegExp(
  `\\b(?:meet(?:ing)?|see|met|call|spoken? (?:to|with)|talk(?:ed)? (?:to|with)|speak (?:to|with)|ring|grab)\\s+(?:with\\s+)?((?:\\p{Lu}[\\p{L}'-]*)(?:\\s+\\p{Lu}[\\p{L}'-]*)?)${END}`,
  'gu',
)
/** A list that begins with somebody known goes on with whoever else is named: "with Sam and Priya". */
const NAME = `(?!(?:add|also|ask|block|book|call|cancel|check|find|include|invite|maybe|move|remind|send|tell|then)\\b)(?:\\p{Lu}[\\p{L}'-]*(?:\\s+\\p{Lu}[\\p{L}'-]*)?|\\p{Ll}[\\p{L}'-]+)`
const GOES_ON = new RegExp(
  `(?:^|[\\s(])(?:[Ww]ith|w\\/|[Ii]nvite|[Ii]ncluding|[Mm]e and|[Mm]it|[Cc]on|[Aa]vec|[Mm]eet|[Cc]all)\\s+(${BAR}+(?:(?:\\s*,\\s*(?:and\\s+)?|\\s+(?:and|&|plus|und|y|et)\\s+)(?:${BAR}+|${NAME}))+)\\s*${END}`,
  'gu',
)
/** People who are called by what they are to somebody. */
const RELATIVES =
  '(?:boss|manager|wife|husband|partner|mom|mum|mother|dad|father|sister|brother|son|daughter|assistant|colleague|friend)'
/** "does Dave have anything on", "is Dave free", "when is my boss free": whose time a question is about. */
const ASKED = [
  ['does|did|has|will', 'have|got'],
  ['is|are|was', 'free|busy|available'],
].map(
  ([opens, ends]) =>
    new RegExp(
      `\\b(?:${opens})\\s+((?:my|our|his|her|their)\\s+${RELATIVES}|\\p{L}[\\p{L}'-]{0,30}(?:\\s+\\p{L}[\\p{L}'-]{0,30})?)\\s+(?:${ends})\\b`,
      'giu',
    ),
)
/** What a day holds, and no person. */
const OF_THE_DAY = new Set(
  'lunch dinner breakfast brunch calendar schedule agenda day week afternoon morning evening slot time'.split(' '),
)
/** "jo said yes": whoever agreed shall come. */
const SAID =
  /(?<=^|[\s,;.])(\p{L}[\p{L}'-]+)(?=\s+(?:said|says|agreed|prefers|suggested|is (?:ok|fine|happy|good|in)\b|can (?:do|make)\b|could (?:do|make)\b|works for))/giu
const EVERYONE = /\b(?:every(?:one|body)|(?:the )?(?:whole|entire) team|(?:the|our) team|all of us|all hands)\b/iu

/** Addresses, and members wherever they are named: read before times, so that no name is taken for a month. */
export function readKnown(sheet: Sheet, members: readonly Person[]): Named[] {
  const found: Named[] = []
  for (const match of sheet.blank().matchAll(EMAIL)) add(found, sheet, match[0], match.index, match[0].toLowerCase())
  for (const { words, start, address } of spotMembers(sheet, members)) add(found, sheet, words, start, address)
  return found
}

const WORD = "@?\\p{L}[\\p{L}'’-]*"
const IN_A_ROW = new RegExp(
  `\\b(?:book|schedule|meet|get|grab)\\s+(?:me\\s+)?(${WORD}(?:(?:\\s*,\\s*(?:and\\s+)?|\\s+and\\s+|\\s*&\\s*)${WORD}){1,9})(?=[\\s.,!?]|$)`,
  'iu',
)

/** The words in a row after the verb: "dave", "lena", "jo" of "book dave, lena and jo for an hour". */
export const readListed = (text: string): string[] =>
  (IN_A_ROW.exec(text)?.[1] ?? '')
    .split(/\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*/iu)
    .filter(Boolean)
    .map((word) => word.replace(/^@/, ''))

/** "the whole team" */
export function readEveryone(sheet: Sheet): boolean {
  const match = EVERYONE.exec(sheet.blank())
  if (match) sheet.take(match.index, match.index + match[0].length)
  return match !== null
}

/** Whoever else stands after "with" or "meet": read after times, so that no weekday is taken for a name. In order of the text. */
export function readOthers(sheet: Sheet, known: readonly Named[]): Named[] {
  const found = [...known]
  for (const match of sheet.barred().matchAll(SAID)) {
    const words = match[1] ?? ''
    if (!NOBODY.has(words.toLowerCase())) add(found, sheet, words, match.index, null, true)
  }
  for (const match of sheet.barred().matchAll(HANDLE)) add(found, sheet, match[1] ?? '', match.index + 1, null)
  for (const match of ASKED.flatMap((pattern) => [...sheet.barred().matchAll(pattern)])) {
    const words = match[1] ?? ''
    const first = words.toLowerCase().split(/\s+/)[0] ?? ''
    const isRelative = words.includes(' ') && new RegExp(`\\s${RELATIVES}$`, 'iu').test(words)
    if (isRelative || !(NOBODY.has(first) || OF_THE_DAY.has(first)))
      add(found, sheet, words, match.index + match[0].indexOf(words), null)
  }
  for (const pattern of [LIST, MEET, GOES_ON]) {
    for (const match of sheet.barred().matchAll(pattern)) {
      const list = match[1] ?? ''
      const from = match.index + match[0].lastIndexOf(list)
      for (const { words, offset } of namesIn(list)) add(found, sheet, words, from + offset, null)
    }
  }
  return found.sort((a, b) => (a.span?.[0] ?? 0) - (b.span?.[0] ?? 0))
}

function add(
  found: Named[],
  sheet: Sheet,
  words: string,
  start: number,
  address: string | null,
  perhaps = false,
): void {
  sheet.take(start, start + words.length)
  if (found.some((one) => one.words.toLowerCase() === words.toLowerCase())) return
  found.push({ words, span: [start, start + words.length], address, role: 'table', perhaps })
}

/** Members by full name, first name, id or handle, wherever they stand. A first name that several bear stays open. */
function spotMembers(sheet: Sheet, members: readonly Person[]) {
  const spotted: { words: string; start: number; address: string | null }[] = []
  const text = sheet.text
  for (const { name, addresses } of namesOf(members)) {
    const pattern = new RegExp(
      `(?<![\\p{L}\\p{N}.])@?(${literal(name)})(?:(?![\\p{L}\\p{N}]|[.-][\\p{L}\\p{N}])|(?=s\\s+(?:out|away|off|busy|free|in|back|around)\\b))`,
      'giu',
    )
    for (const match of sheet.blank().matchAll(pattern)) {
      const start = match.index + match[0].indexOf(match[1] ?? '')
      if (EVERYDAY.has(name.toLowerCase()) && !isNameHere(text, start)) continue
      const end = start + name.length
      const covered = spotted.some((one) => one.start <= start && end <= one.start + one.words.length)
      if (covered) continue
      spotted.push({
        words: text.slice(start, end),
        start,
        address: addresses.length === 1 ? (addresses[0] ?? null) : null,
      })
    }
  }
  return spotted
}

/** Full names before first names before ids, so that the longest wins. */
function namesOf(members: readonly Person[]): { name: string; addresses: string[] }[] {
  const byName = new Map<string, Set<string>>()
  for (const member of members) {
    const [first = ''] = member.name.split(' ')
    for (const name of new Set([member.name, first, member.id])) {
      if (name.length < 2) continue
      const key = name.toLowerCase()
      byName.set(key, (byName.get(key) ?? new Set()).add(member.address))
    }
  }
  return [...byName]
    .map(([name, addresses]) => ({ name, addresses: [...addresses] }))
    .sort((a, b) => b.name.length - a.name.length)
}

function isNameHere(text: string, start: number): boolean {
  const before = text.slice(0, start)
  const capital = /\p{Lu}/u.test(text[start] ?? '')
  return /(?:\b(?:with|w\/|and|invite)\s+|[@&,]\s*)$/iu.test(before) || (capital && /[\p{L}\p{N},]\s+$/u.test(before))
}

/** `Sam, Priya and Dave` */
function namesIn(list: string): { words: string; offset: number }[] {
  const names: { words: string; offset: number }[] = []
  for (const match of list.matchAll(/(?:(?!\s+(?:and|&|plus|und|y|et)\s+|\s*,\s*).)+/gu)) {
    const piece = match[0].replace(/^(?:\s|,|\band\b|&|\bplus\b)+/iu, '').trimEnd()
    const first = piece.toLowerCase().split(/\s+/)[0] ?? ''
    if (
      piece === '' ||
      /\d/.test(piece) ||
      piece.includes('\u0001') ||
      NOBODY.has(first) ||
      piece.split(/\s+/).length > 4
    )
      continue
    names.push({ words: piece.replace(/['’]s$/u, ''), offset: match.index + match[0].indexOf(piece) })
  }
  return names
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
