import { type Context, endsClean, type Hit, isText, startsClean, tokenAt } from './context.ts'
import type { DateValue } from './date.ts'
import type { Draft } from './draft.ts'
import { beginsHoliday } from './holidays.ts'
import { grainOf, type Length, length } from './lengths.ts'
import type { Entry } from './lexicon.ts'
import { type Found, shareInLists } from './lists.ts'
import { readPhrase } from './phrase.ts'
import { readRecurrence } from './recurrence.ts'
import { fromNow } from './relative.ts'
import { behindFeast } from './uncounted-feasts.ts'
import { finer } from './wall.ts'

/** How far ahead of the word that makes a time of it a phrase may begin ("at the very end of ..."). */
const LEAD = 5

/** All times of a text, left to right, none inside another. */
export function scan(context: Context): Found[] {
  const found: Found[] = []
  let solid = -1
  for (let index = 0; index < context.tokens.length; ) {
    if (solid < index) solid = nextSolid(context, index)
    if (solid < 0) break
    if (solid - index > LEAD) {
      index = solid - LEAD
      continue
    }
    const feast = behindFeast(context, index)
    if (feast > index) {
      const year = readPhrase(context, feast)
      index = year && year.start - feast <= 1 && !year.value.clocked ? year.end : feast
      continue
    }
    const again = readRecurrence(context, index)
    if (again) {
      found.push({ draft: again.value, first: again.start, end: again.end })
      index = again.end
      continue
    }
    const phrase = readPhrase(context, index)
    const by = phrase ? null : lengthAt(context, index)
    if (phrase && phrase.end > index) {
      found.push({ draft: phrase.value, first: phrase.start, end: phrase.end })
      index = phrase.end
    } else if (by) {
      found.push({ draft: by.value, first: index, end: by.end })
      index = by.end
    } else index++
  }
  return shareInLists(context, found)
}

/** The next token without which nothing is a time: digits, a word of the calendar, the name of a holiday; -1 for none. */
function nextSolid(context: Context, from: number): number {
  for (let index = from; index < context.tokens.length; index++) {
    const { kind, entry, text } = tokenAt(context, index)
    if (kind === 'digits' || (kind === 'word' && (isSolid(entry) || beginsHoliday(text) || WORDS.has(text))))
      return index
  }
  return -1
}

const isSolid = (entry: Entry): boolean =>
  entry.month !== undefined ||
  entry.weekday !== undefined ||
  entry.unit !== undefined ||
  entry.number !== undefined ||
  entry.ordinal !== undefined ||
  entry.day !== undefined ||
  entry.part !== undefined ||
  entry.season !== undefined ||
  entry.now === true ||
  entry.every === true

/** Words that are times by themselves and stand in no table of the lexicon. */
const WORDS = new Set(
  'soon moment present eod cob eow eom eoq eoy bom boy season seasons workweek date twenties thirties forties fifties sixties seventies eighties nineties daily weekly monthly yearly annually quarterly fortnightly biweekly'.split(
    ' ',
  ),
)

const NO_TIME = { start: null, end: null, dated: false, clocked: false, approximate: false, others: [] }

/** A length that says nothing about when: "30 minutes", "for an hour". */
function lengthAt(context: Context, index: number): Hit<Draft> | null {
  if (!startsClean(context, index)) return null
  const by = lengthOrWhole(context, index)
  if (!by || !endsClean(context, by.end)) return null
  const [part] = by.value.parts
  if (!part || part.unit.kind === 'weekend') return null
  const end = runsOut(context, index, by.value)
  if (end?.span) return { value: { ...NO_TIME, kind: 'point', ...end.span, clocked: true }, end: by.end }
  return {
    value: {
      ...NO_TIME,
      kind: 'length',
      grain: grainOf(by.value),
      approximate: by.value.approximate,
      length: by.value,
    },
    end: by.end,
  }
}

/** What runs for a length from now on: "set a timer for 5 minutes", "wait for 5 minutes". */
const RUNNING = new Set('timer timers countdown alarm snooze wait waits waiting'.split(' '))

/** The moment at which a timer or a wait of so many minutes or hours ends. */
function runsOut(context: Context, index: number, by: Length): DateValue | null {
  const behind = isText(context, index - 1, 'for') ? index - 2 : index - 1
  const runs = RUNNING.has(tokenAt(context, behind).text) && finer(grainOf(by), 'day')
  return runs ? fromNow(context, by, 1) : null
}

/** Words before "a day" or "a month" that make a length of it. */
const BEFORE_LENGTHS = new Set('for in within over than about around takes take lasts last lasting another'.split(' '))

/** "offline for the hour" is so long; "plans for the year" and "off for the day" name the one that runs. */
function lengthOrWhole(context: Context, index: number): ReturnType<typeof length> {
  const article = isText(context, index, 'a') || isText(context, index, 'an')
  const placed = BEFORE_LENGTHS.has(tokenAt(context, index - 1).text)
  if (isText(context, index, 'the') && isText(context, index - 1, 'for')) {
    const { unit } = tokenAt(context, index + 1).entry
    const lasting = unit && unit.count === 1 && finer(unit.grain, 'day')
    return lasting ? { value: { parts: [{ count: 1, unit }], approximate: false }, end: index + 2 } : null
  }
  const by = length(context, index)
  if (!by) return null
  const some = isText(context, index + (article ? 1 : 0), 'few') || isText(context, index, 'several')
  if (some && !tokenAt(context, by.end - 1).text.endsWith('s')) return null
  const lone = by.end === index + 2 && article
  return lone && !placed && !isText(context, index, 'an') ? null : by
}
