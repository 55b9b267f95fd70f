import { readWhen } from '#language/when.ts'
import type { Provided } from '../../request/query.ts'
import { dayBack } from './back.ts'
import type { QueryReading } from './reading.ts'

const WE = '(?:we|i|you|nobody|no one|anyone|anybody|the team)'
// Who was met stands in the calendar: that condition is the scheduling agent's.
const SPOKE = String.raw`(?:spoken?|talked|been in (?:touch|contact)|contacted|heard|reached out|called|written|e-?mailed|messaged|chatted|caught up)(?:\s+(?:to|with|from))?`
const NAME = '(.+?)'
const TIME = String.raw`(?:in|for|within|over|during|since)\s+((?:the\s+)?(?:past|last)?.+?)`
/** "If we haven't spoken to Jo in the past fortnight, book ..." */
const IF_NOT = new RegExp(
  String.raw`^\s*(?:please\s+)?(?:if|when|in case|should)\s+${WE}(?:\s+(?:have|has|had))?(?:\s*n['’]?t|\s+not|\s+never)?\s*(?:have\s*n['’]?t\s+)?(?:actually\s+)?${SPOKE}\s+${NAME}\s+${TIME}\s*(?:,|\bthen\b|\s(?=(?:book|schedule|set up|arrange|plan|organi[sz]e|put|remind|create|add|make)\b))\s*(?:then\s+)?(.+)$`,
  'isu',
)
/** "If it's been more than two weeks since we spoke to Jo, book ..." */
const IF_LONG = new RegExp(
  String.raw`^\s*(?:please\s+)?(?:if|in case)\s+(?:it(?:['’]?s| is| has)(?:\s+been)?)\s+(?:over|more than|longer than|at least)?\s*(.+?)\s+since\s+${WE}(?:\s+(?:have|has|had|['’]ve))?\s+(?:last\s+)?${SPOKE}\s+${NAME}\s*(?:,|\bthen\b)\s*(?:then\s+)?(.+)$`,
  'isu',
)
/** "I haven't spoken to Jo in a while. Can you check if it's been over 14 days? If so, book ..." */
const CHECK = new RegExp(
  String.raw`^\s*${WE}\s*(?:have|has|['’]ve)?\s*(?:n['’]?t|not|never)?\s*${SPOKE}\s+${NAME}\s+(?:in|for)\s+(?:a|quite a)\s+(?:while|bit|long time|time|good while)\s*[.!,;]\s*(?:so\s+)?(?:can|could|would|please|pls)?\s*(?:you\s+)?(?:please\s+)?(?:check|see|look|find out)\s+(?:if|whether)\s+(?:it(?:['’]?s| is| has)(?:\s+been)?)\s+(?:over|more than|longer than|at least)?\s*(.+?)\s*[?.,;!]\s*(?:if\s+(?:so|yes|it has(?: been)?|that['’]?s the case|that is the case)|then|and if so)\s*,?\s*(.+)$`,
  'isu',
)

/** Whole messages that are such a request. */
export const PROVIDED_SHAPES = [IF_NOT, IF_LONG, CHECK] as const

const BOOKS =
  /^(?:please\s+|pls\s+|can you\s+|could you\s+)*(?:book|schedule|set up|arrange|plan|organi[sz]e|put|create|add|make)\b/iu
const REMINDS = /^(?:please\s+|pls\s+|can you\s+|could you\s+)*remind\b/iu

/** Reads what is to be arranged only if somebody was not spoken to; null where the text asks for no such thing. */
export function readProvided(text: string, reading: QueryReading): Provided | null {
  const said = text.replace(/\s+/g, ' ').trim()
  const plain = IF_NOT.exec(said)
  const [name, time, then] = plain
    ? [plain[1], plain[2], plain[3]]
    : (swapped(IF_LONG.exec(said)) ?? inOrder(CHECK.exec(said)) ?? [])
  if (!name || !time || !then) return null
  const since = firstDay(time, reading)
  const intent = BOOKS.test(then) ? 'book' : REMINDS.test(then) ? 'remind' : null
  if (since === null || intent === null) return null
  return { kind: 'provided', name: name.trim(), record: null, since, what: then.trim(), intent, sure: null }
}

const swapped = (match: RegExpExecArray | null) => match && [match[2], match[1], match[3]]
const inOrder = (match: RegExpExecArray | null) => match && [match[1], match[2], match[3]]

/** The first day of "the past fortnight", "14 days", "since October". */
function firstDay(words: string, reading: QueryReading): string | null {
  for (const text of [words, `in ${words}`, `since ${words}`]) {
    const [day] = readWhen(text, reading).flatMap((finding) => dayBack(finding, reading) ?? [])
    if (day) return day
  }
  return null
}
