import type { WhenFinding } from '#language/when.ts'
import { readWhen } from '#language/when.ts'
import type { Of, Test } from '../../request/query.ts'
import { dayBack } from './back.ts'
import { dayOf, type QueryReading } from './reading.ts'
import type { Sheet } from './sheet.ts'

/** What ends right before a time and says which date of a record it is. Each stands at the end of the words before. */
const LINK = String.raw`(?:\s+(?:is|are|was|were|be|date|dates|set|for|in|on|over|within|than|more|at|least|the|last|past|during|any|time|sometime|of|has been))*\s*$`
const UNTOUCHED = new RegExp(
  String.raw`(?:\b(?:who(?:m)?|that|which)\s+)?(?:\b(?:has|have)\s+(?=(?:we|i|you|they|anyone)\b))?(?:\b(?:we|i|you|they|anyone|nobody|no one|someone)\s+)?(?:\b(?:has|have|had|was|were|is|are)\s*)?(?:\b(?:not|never|no one|nobody)|n['’]?t)\b(?:\s+(?:been|has|have|yet|really|actually|anyone|we))*\s+(?:contacted|spoken?|talked|heard|reached|touched|called|emailed|e-mailed|messaged|written|updated|moved|changed|chased|met|seen|followed up)(?:\s+(?:to|with|from|out|by|up|anything|them|us|back|on))*${LINK}` +
    String.raw`|\b(?:with(?:out)?\s+)?(?:no|any|without)\s+(?:contact|activit(?:y|ies)|news|touch|reply|updates?|notes?|calls?)(?:\s+(?:with|from|to|on)\s+(?:us|them|it))?${LINK}` +
    String.raw`|\b(?:untouched|inactive|(?:gone )?(?:quiet|silent|cold|stale)|idle|dormant|unchanged|stuck)${LINK}`,
  'iu',
)
const TOUCHED = new RegExp(
  String.raw`\b(?:last\s+(?:contact(?:ed)?|spoke(?:n)?(?: to| with)?|touched|talked to|updated)|contacted|spoken to|talked to|touched|updated)(?:\s+date)?${LINK}`,
  'iu',
)
const CLOSE = new RegExp(
  String.raw`\b(?:(?:that|which)\s+)?(?:(?:are|is|due|expected|supposed|meant|going|set|scheduled)\s+(?:to\s+)?)*(?:clos(?:e|es|ing|ed)|expir(?:e|es|ing)|ending|landing|signing|close dates?)(?:\s+(?:date|before|after|by))?${LINK}`,
  'iu',
)
const DUE = new RegExp(
  String.raw`\b(?:(?:that|which)\s+(?:are|is)\s+)?due(?:\s+(?:date|before|after|by))?${LINK}`,
  'iu',
)
const OWN =
  /\b(?:(?:who|that|which|with|where|whose|have|has)\s+)(?:(?:an?|the|their|its)\s+)?((?:[\p{L}]+[ _-]){0,3}?[\p{L}]+?)(?:\s+dates?)?(?:\s+(?:is|are|was|were|due|falls?|lies))?(?:\s+(?:in|on|the))*\s*$/iu

/** Takes the times of a condition with the words that say what is at them. */
export function takeDates(sheet: Sheet, of: Of, reading: QueryReading): Test[] {
  const tests: Test[] = []
  for (const finding of readWhen(sheet.text, reading)) {
    const before = sheet.text.slice(0, finding.span[0])
    const take = (pattern: RegExp) => {
      const match = pattern.exec(before)
      if (match) sheet.blank(match.index, finding.span[1])
      return match
    }
    const since = dayBack(finding, reading)
    if (since && take(UNTOUCHED)) {
      tests.push({ test: 'quiet', since })
      continue
    }
    const span = spanOf(finding, reading)
    if (!span) continue
    const date = (field: string): Test => ({ test: 'date', of: field, ...span, not: false })
    if (take(TOUCHED)) tests.push(date('touched'))
    else if (take(CLOSE)) tests.push(date('close'))
    else if (take(DUE)) tests.push(date(of === 'deal' ? 'close' : 'due'))
    else {
      const own = take(OWN)
      if (own?.[1]) tests.push(date(own[1]))
      else if (of === 'deal' || of === 'task') {
        sheet.blank(...finding.span)
        tests.push(date(of === 'deal' ? 'close' : 'due'))
      }
    }
  }
  return tests
}

/** Days of a time, the end exclusive. "By" and "before" have no first day: what is late already is before it, too. */
function spanOf(
  { kind, startMs, endMs, open }: WhenFinding,
  reading: QueryReading,
): { from: string | null; to: string | null } | null {
  if (kind === 'length' || kind === 'recurrence') return null
  const day = (ms: number | null) => (ms === null ? null : dayOf(ms, reading))
  if (open === 'before') return { from: null, to: day(endMs) }
  if (open === 'after') return { from: day(startMs), to: null }
  return { from: day(startMs), to: day(endMs) }
}
