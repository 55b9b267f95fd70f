import type { Of, Test } from '../../request/query.ts'
import type { Sheet } from './sheet.ts'

type State = Extract<Test, { test: 'state' }>['is']

const THAT = String.raw`(?:\b(?:that|which|who)\s+)?(?:\b(?:are|is|have|has|been|still|currently)\s+)*`
const STATES: readonly [State, RegExp][] = [
  [
    'overdue',
    /\b(?:overdue|past due|late|(?:with\s+)?(?:a\s+)?(?:past close|close) date in the past|past close dates?|past their close dates?|should have closed)\b/iu,
  ],
  [
    'stale',
    new RegExp(String.raw`${THAT}\b(?:stale|gone (?:quiet|cold|stale|silent)|gathering dust|stuck|dormant)\b`, 'iu'),
  ],
  [
    'open',
    new RegExp(
      String.raw`${THAT}(not )?\b(?:open|active|live|ongoing|running|not closed|in (?:the |my |our )?pipeline)\b`,
      'iu',
    ),
  ],
  ['done', new RegExp(String.raw`${THAT}(not )?\b(?:done|completed|finished)\b`, 'iu')],
]
/** Only of deals; of people "won" is a status like any other. */
const DEAL_STATES: readonly [State, RegExp][] = [
  ['won', new RegExp(String.raw`${THAT}(not )?\b(?:closed[ -_]?won|we won|won)\b`, 'iu')],
  ['lost', new RegExp(String.raw`${THAT}(not )?\b(?:closed[ -_]?lost|we lost|lost)\b`, 'iu')],
  ['closed', new RegExp(String.raw`${THAT}(not )?\b(?:closed)\b`, 'iu')],
]
const MISSING =
  /\b(?:(?:that|which|who)\s+)?(?:(?:have|has|having|with|is|are)\s+)?(?:no|without|missing|lacking|lacks?|an? empty)\s+(?:an?\s+|any\s+|the\s+|their\s+)?((?:[\p{L}]+[ _-])?[\p{L}-]+)(?:\s+set)?/iu

/** Takes words for how a record stands: "open", "stale", "overdue", "won". */
export function takeStates(sheet: Sheet, of: Of): Test[] {
  const wanted = of === 'deal' ? [...STATES, ...DEAL_STATES] : STATES
  return wanted.flatMap(([is, pattern]): Test[] => {
    const match = sheet.take(pattern)
    return match ? [{ test: 'state', is, not: match[1] !== undefined }] : []
  })
}

const FIELD_WORDS =
  /^(?:close ?-?dates?|next ?-?steps?|amounts?|values?|owners?|stages?|status(?:es)?|e-?mails?(?: address(?:es)?)?|phones?(?: numbers?)?|numbers?|compan(?:y|ies)|accounts?|contacts?|names?|notes?|reasons?|due ?-?dates?|domains?|countr(?:y|ies)|[\p{L}]+(?:[ _-][\p{L}]+)?)$/iu

/** Takes "without a close date", "with no phone". */
export function takeMissing(sheet: Sheet): Test[] {
  return sheet.takeAll(MISSING).flatMap((match): Test[] => {
    const field = match[1]?.trim() ?? ''
    return FIELD_WORDS.test(field) ? [{ test: 'missing', field: field.toLowerCase(), not: false }] : []
  })
}
