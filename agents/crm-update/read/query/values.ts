import type { Of, Test } from '../../request/query.ts'
import type { Sheet } from './sheet.ts'

const THAT = String.raw`(?:\b(?:that|which|who|whose)\s+)?(?:\b(?:are|is|were|was|have|has|currently|now|still)\s+)*`
const NOT = String.raw`(not\s+|n['’]t\s+)?`
const END = String.raw`(?=\s*(?:$|[?.,;!¦]|\b(?:and|or|but|that|which|who|whose|with|without|not|closing|in|from|at|over|under|for)\b))`
const VALUE = String.raw`((?:[\p{L}\p{N}_&+./-]+\s+){0,2}?[\p{L}\p{N}_&+./-]+)`

const INTEREST = new RegExp(
  String.raw`${THAT}${NOT}\b(?:interested in|interest(?:s)? in|keen on|asking (?:about|for)|looking for)\s+(?:our\s+|the\s+)?${VALUE}${END}`,
  'iu',
)
const STAGE = new RegExp(
  String.raw`${THAT}${NOT}\b(?:in|at|on)\s+(?:the\s+)?${VALUE}\s+(?:stages?|status|state|phase)\b` +
    String.raw`|${THAT}${NOT}\b(?:in|with|at|whose)?\s*(?:the\s+|an?\s+)?(?:stages?|status|state|phase)\s*(?:is|of|=|:)?\s+${VALUE}${END}`,
  'iu',
)
const FIELD_IS = new RegExp(
  String.raw`\b(?:where|whose|with|having)\s+(?:the\s+|an?\s+|their\s+)?((?:[\p{L}]+[ _-])?[\p{L}]+)\s*(?:\b(?:is|are|of|equals?)\b|=|:)\s*${NOT}${VALUE}${END}`,
  'iu',
)
const AT = new RegExp(
  String.raw`${THAT}${NOT}\b(?:with|at|from|for|of)\s+(?!no\b|the\b|an?\b)((?:[\p{L}\p{N}&.'’+-]+\s+){0,3}?[\p{L}\p{N}&.'’+-]+)${END}`,
  'iu',
)
const EXCEPT =
  /\b(?:except(?: for)?|but not|other than|apart from|excluding|besides)\s+(?:the\s+)?((?:[\p{L}\p{N}&.'’+-]+\s+){0,3}?[\p{L}\p{N}&.'’+-]+?)(?:['’]s)?(?:\s+(?:deal|account|one))?(?=\s*(?:$|[?.,;!¦]|\b(?:and|to|as)\b))/iu
const IN = new RegExp(String.raw`${THAT}${NOT}\b(?:in|at|tagged|marked(?: as)?)\s+(?:the\s+)?${VALUE}${END}`, 'iu')

/** Takes what stands in fields: "in the proposal stage", "interested in software", "where region is EMEA", "with Acme". */
export function takeValues(sheet: Sheet, of: Of): Test[] {
  const tests: Test[] = []
  const value = (words: string | undefined, field: string | null, not: string | undefined) => {
    if (words) tests.push({ test: 'value', words: words.trim(), field, not: not !== undefined })
  }
  for (const match of sheet.takeAll(EXCEPT)) tests.push({ test: 'with', words: match[1] ?? '', not: true })
  for (const match of sheet.takeAll(FIELD_IS)) value(match[3], match[1] ?? null, match[2])
  for (const match of sheet.takeAll(STAGE)) value(match[2] ?? match[4], 'stage', match[1] ?? match[3])
  for (const match of sheet.takeAll(INTEREST)) value(match[2], 'interest', match[1])
  if (of !== 'task' && of !== 'note') for (const match of sheet.takeAll(IN)) value(match[2], null, match[1])
  for (const match of sheet.takeAll(AT))
    tests.push({ test: 'with', words: match[2] ?? '', not: match[1] !== undefined })
  return tests
}
