import { findEmails, findPhones } from '#language/person.ts'
import type { Sheet } from '#language/sheet.ts'
import type { Change, Value } from '../request/write.ts'
import { readDates } from './date.ts'
import { clauseAround, doubtAbout, isDenied } from './doubt.ts'
import { type FieldName, fieldNames } from './fields.ts'
import { readAmount, readAmounts } from './money.ts'
import type { Reading } from './reading.ts'
import { readOutcome, spoken, stageNamed } from './stage.ts'

/** What a piece of a message says about its record. */
export interface Said {
  changes: Change[]
  /** What is worth keeping and has no field. */
  note: string | null
}

const ARROW = '(?:→|⇒|➡️?|[-=]{1,2}>)'
const TO = `(?:\\bto\\b(?: be)?|\\binto\\b|${ARROW}|=|:|\\bis(?: now)?\\b|\\bas\\b|\\bbecomes?\\b|\\bshould be\\b|\\bnow\\b)`
/** Where a value said in words ends. */
const ENDS =
  /\s*(?:[,;\n!]|\.(?=\s|$)|\?|\b(?:in|on|within) (?:the |our )?crm\b|\bplease\b|\bpls\b|\bthanks\b|\bbtw\b|\band (?:set|add|move|assign|mark|update|change|put|note|remind)\b|$)/iu
const MOVING =
  'move[ds]?|moving|set|mark(?:ed)?|updated?|changed?|put|push(?:ed)?|advanced?|bump(?:ed)?|progress(?:ed)?|shift(?:ed)?|transition(?:ed)?|promoted?|goes|went|gone|back|now|is|are|go|switch(?:ed)?|bring|take|flip'
const MOVES = new RegExp(`\\b(?:${MOVING})\\b`, 'iu')
const HOLD = /\b(?:on hold|on ice|on pause|paused|parked|frozen)\b/iu
const SLIPS =
  /\b(?:clos(?:e|es|ing|ed)|sign(?:s|ing)?|slip(?:s|ped|ping)?|push(?:ed)?|delay(?:ed)?|postponed?|lands?|landing)\b/iu
const NEXT = /\bnext (?:steps?|action|up)\s*(?:is|are|:|→|-|=)?\s+(?!to\b)(.+)/iu
const NEEDS = /\b(?:they |we |still )*needs? ((?!to (?:update|change|move|set)|you|it)[^,;.!\n]+)/iu
const REASON = /\b(?:because(?: of)?|bc|b\/c|due to|reason(?: is| was)?:?|over|on account of)\s+([^;.!\n]+)/iu
const WENT = /\b(?:went|going|chose|picked|signed) (?:(?:with|w\/|for)\s*)?(?:a |the |another |some )?[^\s,;.!]+/iu

/** Reads everything a piece says of its record, each in turn taking what it understands. */
export function readChanges(sheet: Sheet, reading: Reading, bare = false): Said {
  const text = sheet.text
  const changes: Change[] = []
  const add = (field: string, value: Value, start: number, end: number): void => {
    sheet.take(start, end)
    if (isDenied(text, start, end)) return
    changes.push({ field, value, from: text.slice(start, end).trim(), doubt: doubtAbout(text, start, end) })
  }
  readReach(sheet, add)
  for (const name of fieldNames(reading.book)) {
    if (!changes.some(({ field }) => field === name.field)) readNamed(sheet, name, reading, add)
  }
  readRenamed(sheet, add)
  readUnknown(sheet, add)
  readOwner(sheet, reading, add)
  readHold(sheet, add)
  readDays(sheet, reading, add, bare)
  readMoneys(sheet, reading, add)
  if (!changes.some(({ field }) => field === 'stage' || field === 'status')) readStage(sheet, reading, add, bare)
  readLoss(sheet, changes, add)
  readNext(sheet, add)
  readTerms(sheet, reading, add)
  if (changes.length === 0) changes.push(...named(sheet, reading))
  return { changes, note: null }
}

/** "update stage": a field without a value is a question. */
function named({ text }: Sheet, { book }: Reading): Change[] {
  const said = text.toLowerCase()
  const field = fieldNames(book).find(({ words }) => words.some((word) => hasWord(said, word)))
  const from = text.trim()
  return field && /\b(?:update|change|set|edit|fix|correct)\b/iu.test(text) && !isDenied(text, text.length, text.length)
    ? [{ field: field.field, value: { type: 'text', text: '' }, from, doubt: null }]
    : []
}

const hasWord = (text: string, word: string): boolean =>
  new RegExp(`(?<![\\p{L}\\d])${word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}(?![\\p{L}\\d])`, 'u').test(text)

/** "they pay net 60": what many teams have a field for, told without its name. */
function readTerms(sheet: Sheet, { book }: Reading, add: Add): void {
  const found = /(?:\b(?:they|she|he|who)\s+)?(?:\bpays?\s+)?\bnet[ -]?(\d{2,3})\b(?:\s+days)?/iu.exec(sheet.blank())
  if (!found) return
  const own = [...book.fields.account, ...book.fields.contact, ...book.fields.deal].find((name) =>
    /\bterms\b/iu.test(name.replaceAll('_', ' ')),
  )
  add(
    own ? `custom.${own}` : 'unknown.payment terms',
    asText(`net ${found[1]}`),
    found.index,
    found.index + found[0].length,
  )
}

type Add = (field: string, value: Value, start: number, end: number) => void

const asText = (text: string): Value => ({ type: 'text', text: text.trim().replace(/^["“']|["”']$/gu, '') })

/** Addresses and numbers are told by their looks. */
function readReach(sheet: Sheet, add: Add): void {
  for (const { value, span } of findEmails(sheet.blank())) add('email', asText(value), ...span)
  const numbered = /\b(?:number|phone|mobile|cell|tel)\b/iu.test(sheet.text)
  const phone = findPhones(sheet.blank())[0] ?? (numbered ? nationalIn(sheet.blank()) : null)
  if (phone) add('phone', asText(phone.text), ...phone.span)
}

/** A number as it is dialled at home; whose home, the record says. */
function nationalIn(text: string): { text: string; span: [number, number] } | null {
  const found = /\+?\d[\d ()./-]{5,18}\d/u.exec(text)
  return found && { text: found[0], span: [found.index, found.index + found[0].length] }
}

/** "stage of acme to proposal", "acme's stage: proposal", "close date 03/04", "moved to lead status". */
function readNamed(sheet: Sheet, { field, words, holds }: FieldName, reading: Reading, add: Add): void {
  const blank = sheet.blank()
  const name = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')).join('|')
  if (name === '') return
  const said = new RegExp(`(?<![\\p{L}\\d])(?:the )?(?:${name})(?![\\p{L}\\d])`, 'iu').exec(blank)
  if (!said) return
  const behind = said.index + said[0].length
  const before = new RegExp(`${TO}\\s+(?:a |an |the )?([\\p{L}\\d][\\p{L}\\d _-]{0,40}?)\\s*$`, 'iu').exec(
    blank.slice(0, said.index),
  )
  const valued = new RegExp(
    `^((?:(?!\\.\\s)[^,;\\n]){0,80}?)\\s*(?:from\\s+(?:["“']?[\\p{L}\\d][^,;\\n]{0,40}?)\\s+)?${TO}\\s*(?:the |a )?(?=\\S)`,
    'iu',
  ).exec(blank.slice(behind))
  if (valued && !/\b(?:and|then)\b/iu.test(valued[1] ?? '')) {
    const from = behind + valued[0].length
    const read = valueAt(sheet, holds, from, reading)
    if (read) {
      sheet.take(said.index, behind)
      add(field, read.value, read.start, read.end)
      return
    }
  }
  if (before && (field === 'stage' || field === 'status')) {
    const start = said.index - (/\S[\s\S]*$/u.exec(before[1] ?? '')?.[0].length ?? 0) - (said[0].length > 0 ? 1 : 0)
    sheet.take(said.index, behind)
    add(field, asText(before[1] ?? ''), Math.max(0, start), said.index)
    return
  }
  if (holds !== 'text' || field.startsWith('custom.')) {
    const read = /^\s+\S/u.test(blank.slice(behind)) ? valueAt(sheet, holds, behind, reading) : null
    const named = read?.value.type === 'text' ? stageNamed(read.value.text, reading.stages) : null
    if (read && (holds !== 'stage' || named !== null)) add(field, read.value, read.start, read.end)
  }
}

/** The value that stands at a place, as what the field holds; null where there is none. */
function valueAt(
  sheet: Sheet,
  holds: FieldName['holds'],
  from: number,
  reading: Reading,
): { value: Value; start: number; end: number } | null {
  const rest = sheet.text.slice(from)
  const stop = ENDS.exec(rest)?.index ?? rest.length
  const words = rest.slice(0, stop).trim()
  if (words === '') return null
  const whole = { value: asText(words), start: from, end: from + stop }
  if (holds === 'money') {
    const amount = readAmount(rest, reading)
    return amount && amount.start <= 24
      ? { value: amount.value, start: from + amount.start, end: from + amount.end }
      : whole
  }
  if (holds === 'date') {
    const [date] = readDates(rest, reading)
    return date && date.start <= 12 ? { value: date.value, start: from + date.start, end: from + date.end } : whole
  }
  return whole
}

/** "assign acme to sam", "sam takes over acme". */
function readOwner(sheet: Sheet, { members }: Reading, add: Add): void {
  const blank = sheet.blank()
  const who = members
    .flatMap(({ id, name }) => [name, name.split(' ')[0] ?? '', id])
    .filter(Boolean)
    .map((one) => one.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
    .join('|')
  const patterns = [
    `\\b(?:re)?assign(?:ed)?\\b.*?\\bto\\s+@?(${who}|me)\\b`,
    `\\b(?:give|hand|transfer|pass|move)\\b.*?\\b(?:over )?to\\s+@?(${who}|me)\\b`,
    `\\b(?:owned by|belongs to|goes to)\\s+@?(${who}|me)\\b`,
    `(?:${ARROW})\\s*@?(${who})\\b`,
    `\\b@?(${who}|i)(?:['’]ll| will| is| am|['’]s|['’]m)? (?:takes?|taking|owns?|own|take) (?:over\\b)?`,
  ]
  for (const pattern of patterns) {
    const found = new RegExp(pattern, 'iu').exec(blank)
    if (!found?.[1]) continue
    const at = found.index + found[0].toLowerCase().lastIndexOf(found[1].toLowerCase())
    add('owner', asText(found[1]), at, at + found[1].length)
    return
  }
}

function readHold(sheet: Sheet, add: Add): void {
  const found = HOLD.exec(sheet.blank())
  if (found) add('status', asText('on hold'), found.index, found.index + found[0].length)
}

/** A day is a close date where closing is spoken of, and the end of a pause where that is. */
function readDays(sheet: Sheet, reading: Reading, add: Add, bare: boolean): void {
  for (const { value, start, end } of readDates(sheet.blank(), reading)) {
    const clause = clauseAround(sheet.text, start, end).text
    if (HOLD.test(clause)) add('until', value, start, end)
    else if (SLIPS.test(clause) || bare || arrowBefore(sheet.text, start)) add('closeDate', value, start, end)
    else sheet.take(start, end)
  }
}

const arrowBefore = (text: string, at: number): boolean => new RegExp(`${ARROW}\\s*$`, 'u').test(text.slice(0, at))

function readMoneys(sheet: Sheet, reading: Reading, add: Add): void {
  for (const { value, start, end } of readAmounts(sheet.blank(), reading)) add('amount', value, start, end)
}

/** "rename the globex deal to Globex 2", "acme is also called the big one". */
function readRenamed(sheet: Sheet, add: Add): void {
  const named = /\brename\b[^,;\n]*?\b(?:to|as)\s+([^,;\n]+)/iu.exec(sheet.text)
  const called = /\b(?:also called|also known as|aka|a\.k\.a\.|goes by|nicknamed)\s+([^,;\n]+)/iu.exec(sheet.text)
  for (const [field, found] of [
    ['name', named],
    ['alias', called],
  ] as const) {
    if (!found?.[1]) continue
    const start = found.index + found[0].length - found[1].length
    add(field, asText(endOf(found[1])), start, start + endOf(found[1]).length)
  }
}

/** "set the region of acme to EMEA", where no record has a region. */
function readUnknown(sheet: Sheet, add: Add): void {
  const found =
    /\b(?:set|update|change)\s+(?:the\s+|their\s+)?(\p{L}[\p{L} ]{2,30}?)\s+(?:of|for|on)\b[^,;\n]*?\bto\s+([^,;\n]+)/iu.exec(
      sheet.blank(),
    )
  if (!found?.[1] || !found[2]) return
  const value = endOf(found[2])
  const start = found.index + found[0].length - found[2].length
  if (value !== '')
    add(`unknown.${found[1].trim().toLowerCase()}`, asText(`${found[1].trim()}: ${value}`), start, start + value.length)
}

/** "→ proposal", "move it to proposal", "mark acme won", "they signed". */
function readStage(sheet: Sheet, { stages }: Reading, add: Add, bare: boolean): void {
  const blank = sheet.blank()
  const arrow = new RegExp(`${ARROW}\\s*(?:the )?([\\p{L}][\\p{L} _-]{1,30})`, 'iu').exec(blank)
  if (arrow?.[1]) {
    add('stage', asText(endOf(arrow[1])), arrow.index, arrow.index + arrow[0].length)
    return
  }
  const names = stages.flatMap((stage) => [spoken(stage), stage.toLowerCase()])
  const listed = [...new Set(names)]
    .sort((a, b) => b.length - a.length)
    .map((one) => one.replaceAll(' ', '[ _-]'))
    .join('|')
  const placed =
    new RegExp(
      `\\b(?:to|into|in|as|at|is|now|→)\\s+(?:the |a )?(${listed})(?: stage| phase)?(?![\\p{L}'’])`,
      'iu',
    ).exec(blank) ??
    new RegExp(`(?:^|[\\s,:])(?<!\\bfrom )(${listed})(?: stage| phase)?(?![\\p{L}'’])`, 'iu').exec(blank)
  const moved = MOVES.test(blank) || bare
  if (placed?.[1] && (moved || /^\s*\S+\s*$/u.test(blank.slice(placed.index)))) {
    const at = placed.index + placed[0].toLowerCase().lastIndexOf(placed[1].toLowerCase())
    add('stage', asText(placed[1]), at, placed.index + placed[0].length)
    return
  }
  const outcome = readOutcome(blank)
  if (outcome) {
    add('stage', outcome.value, outcome.start, outcome.end)
    return
  }
  const to =
    /\b(?:move[ds]?|set|update|change|put|push|advance|bump|switch|progress)\b.*?\b(?:to|into)\s+(?:the |a )?([\p{L}][\p{L} _-]{1,30})/iu.exec(
      blank,
    )
  if (to?.[1]) {
    const words = endOf(to[1])
    const at = to.index + to[0].length - to[1].length
    if (words !== '') add('stage', asText(words), at, at + words.length)
  }
}

const endOf = (words: string): string =>
  words
    .slice(0, ENDS.exec(words)?.index ?? words.length)
    .replace(/\s+(?:stage|phase)$/iu, '')
    .trim()

/** Why a deal was lost, and to whom: what stands beside it in the same breath. */
function readLoss(sheet: Sheet, changes: readonly Change[], add: Add): void {
  if (!changes.some(isLoss) || changes.some(({ field }) => field === 'lostReason')) return
  const to = WENT.exec(sheet.text)
  if (to) sheet.take(to.index, to.index + to[0].length)
  const blank = sheet.blank()
  const why = REASON.exec(blank)
  const reason = why?.[1] ?? reasonIn(blank)
  const parts = [reason?.trim(), to?.[0].replace(/\bw\//u, 'with').trim()].filter(Boolean)
  if (parts.length === 0) return
  const start = why?.index ?? (reason ? blank.indexOf(reason) : (to?.index ?? 0))
  add('lostReason', asText(parts.join('; ')), start, start + (why?.[0] ?? reason ?? to?.[0] ?? '').length)
}

const isLoss = ({ field, value }: Change): boolean =>
  field === 'stage' &&
  (value.type === 'outcome' ? value.outcome === 'lost' : value.type === 'text' && /\blost\b/iu.test(value.text))

/** ", price": a clause of a few words that nothing else is said in. */
function reasonIn(blank: string): string | null {
  const clauses = blank.split(/[,;:\n]|\.(?=\s|$)|\s[–—-]\s/u).slice(1)
  const words = clauses.map((clause) => clause.trim()).find((clause) => SHORT_CLAUSE.test(clause))
  return words ?? null
}

const SHORT_CLAUSE = /^\p{L}[\p{L}\d'’/&-]*(?: [\p{L}\d'’/&-]+){0,4}$/u

function readNext(sheet: Sheet, add: Add): void {
  const blank = sheet.blank()
  const found = NEXT.exec(blank) ?? NEEDS.exec(blank)
  if (!found?.[1]) return
  const words = NEXT.test(blank) ? found[1] : found[0]
  const stop = ENDS.exec(words)?.index ?? words.length
  add('nextStep', asText(words.slice(0, stop)), found.index, found.index + found[0].length - (words.length - stop))
}
