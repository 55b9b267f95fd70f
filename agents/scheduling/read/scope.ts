import type { Sheet } from '#language/sheet.ts'
import { readWhen, type WhenFinding } from '#language/when.ts'
import type { Reading } from '../read.ts'
import type { Request, Wish } from '../request.ts'

type Scope = NonNullable<Request['which']>['scope']

/** Words that say how much of a series is meant and nothing else: they name no event. */
const SAID: readonly (readonly [RegExp, Scope])[] = [
  [/\b(?:from (?:now|here|today) on(?:wards?)?|going forward|for good|permanently|henceforth)\b/iu, 'following'],
  [/\bthis(?: one)? and (?:all )?(?:the )?(?:following|later|subsequent|future)(?: ones)?\b/iu, 'following'],
  [
    /\b(?:the |my |our )?(?:whole|entire|complete) series(?: of)?\b|\ball (?:instances|occurrences|dates)(?: of)?\b|\bseries\b(?! [a-f]\b)/iu,
    'series',
  ],
  [/\b(?:(?:just|only) (?:this|that|the next) (?:one|time)|this (?:time only|once))\b(?=\s*(?:$|[.,!?]))/iu, 'one'],
]
/** "From next week on", "starting 1 March": the words between are a day, or it is no beginning. */
const ONSET =
  /\b(?:from\s+(.{1,28}?)\s+on(?:wards?)?|(?:starting|beginning|effective|as of|as from)(?:\s+(?:on|in|from))?\s+(.{1,28}?))(?=\s*(?:$|[.,;:!?)]|to\b|at\b|and\b|please\b|because\b|it\b|move\b|cancel\b|rename\b|make\b|add\b))/giu
const WHOLE = /\b(?:whole|entire|complete)\b/iu
const WEEKDAYS = /\bto ((?:mon|tues|wednes|thurs|fri|satur|sun)days)\b/iu
const ALL = /\b(?:all|every|each)\b(?! (?:the )?day\b)/iu

/** How much of a series a change is about, and the text without the words that only say that: offsets stay. */
export function takeScope(text: string): { text: string; scope: Scope | null } {
  for (const [pattern, scope] of SAID) {
    if (!pattern.test(text)) continue
    const blanked = text.replace(pattern, blanks)
    return { text: scope === 'series' ? blanked.replace(WHOLE, blanks) : blanked, scope }
  }
  return { text, scope: null }
}

const blanks = (words: string): string => ' '.repeat(words.length)

/** "To Tuesdays": a place in the week that a series goes to, which is no time of its own elsewhere. */
export function weekdayGoal(text: string, found: readonly WhenFinding[], reading: Reading): WhenFinding[] {
  const match = WEEKDAYS.exec(text)
  const start = (match?.index ?? 0) + 3
  if (!match?.[1] || found.some((one) => one.span[0] < start + 4 && one.span[1] > start)) return [...found]
  const [goal] = readWhen(`every ${match[1].replace(/s$/iu, '')}`, reading)
  return goal ? [...found, { ...goal, text: match[1], span: [start, start + match[1].length] }] : [...found]
}

/** The day from which a change holds, taken off the sheet before it is read together with another time. */
export function takeOnset(sheet: Sheet, reading: Reading): WhenFinding | null {
  for (const match of sheet.blank().matchAll(ONSET)) {
    const words = match[1] ?? match[2] ?? ''
    const start = match.index + match[0].indexOf(words)
    const [day] = readWhen(words, reading)
    if (!day?.dated || day.clocked || day.recurrence) continue
    sheet.take(match.index, match.index + match[0].length)
    return { ...day, span: [start, start + words.length] }
  }
  return null
}

/** How much of a series is meant by a time that repeats ("to Tuesdays"), or by "all standups" where no day tells which. */
export function impliedScope(
  text: string,
  { when, whichWhen }: { when: Wish | null; whichWhen: Wish | null },
  findings: readonly WhenFinding[],
): Scope {
  const repeats = findings.some((one) => one.kind === 'recurrence' && when?.span && one.span[0] === when.span[0])
  return repeats || (whichWhen === null && ALL.test(text)) ? 'series' : 'one'
}

/** New words for an event end where it is said from when on they are. */
export const withoutScope = (words: string): string =>
  words.replace(
    /\s+(?:from\b.{1,28}?\bon(?:wards?)?|(?:starting|beginning|as of)\b.{1,28}?|going forward|for good)\W*$/iu,
    '',
  )
