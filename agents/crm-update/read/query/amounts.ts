import { readMoney } from '#language/money.ts'
import type { Test } from '../../request/query.ts'
import type { QueryReading } from './reading.ts'
import type { Sheet } from './sheet.ts'

const WORTH = String.raw`\b(?:(?:that|which|are|is|with|an?|amount|amounts|value|values|budget|size|worth|valued at|of)\s+)*`
const BOUNDS: readonly [Extract<Test, { test: 'amount' }>['is'], RegExp][] = [
  ['atLeast', /(?:>\s?=|≥|\bat least|\bno less than|\bnot less than|\bminimum(?: of)?|\bfrom)\s*$/iu],
  ['atMost', /(?:<\s?=|≤|\bat most|\bno more than|\bup to|\bmaximum(?: of)?)\s*$/iu],
  [
    'over',
    /(?:>|\b(?:over|above|more than|bigger than|larger than|greater than|higher than|exceeding|north of|beyond))\s*$/iu,
  ],
  ['under', /(?:<|\b(?:under|below|less than|smaller than|lower than|fewer than|south of))\s*$/iu],
]
const AFTER: readonly [Extract<Test, { test: 'amount' }>['is'], RegExp][] = [
  ['atLeast', /^\s*(?:\+|or (?:more|above|over|higher|bigger)|and (?:more|above|over|up))/iu],
  ['atMost', /^\s*(?:or (?:less|below|under|lower|smaller)|and (?:less|below|under))/iu],
]
/** A plain number behind a bound: "more than 5000", "< 800". */
const PLAIN =
  /(?:[<>≤≥]\s?=?|\b(?:over|above|more than|bigger than|at least|at most|under|below|less than|up to)\b)\s*(\d[\d,. ]*\d|\d)(?![\d%])(?!\s*(?:days?|weeks?|months?|years?|hours?|minutes?|contacts?|deals?|times|people))/iu

/** Takes the amounts of a condition: "> 10k", "between 10k and 20k", "worth at least €5,000". */
export function takeAmounts(sheet: Sheet, { locale, currency }: QueryReading): Test[] {
  const found = readMoney(sheet.text, { locale, currency, bare: true })
  const tests: Test[] = []
  for (const { span, amount, currency: named, role, bound } of found) {
    const before = sheet.text.slice(0, span[0])
    const after = sheet.text.slice(span[1])
    const [is, pattern] = BOUNDS.find(([, words]) => words.test(before)) ?? []
    const [behind, tail] = AFTER.find(([, words]) => words.test(after)) ?? []
    const ranged = role === 'high' || role === 'low' ? rangeBound(role) : null
    const end = ranged ?? is ?? behind ?? bound
    if (end === null) continue
    tests.push({ test: 'amount', is: end, amount: Number(amount), currency: named })
    const from = pattern ? before.replace(pattern, '').length : span[0]
    const worth = new RegExp(`${WORTH}$`, 'iu').exec(sheet.text.slice(0, from))
    const start = worth && worth[0] !== '' ? worth.index : from
    sheet.blank(
      role ? Math.min(start, betweenAt(before) ?? start) : start,
      span[1] + (tail?.exec(after)?.[0].length ?? 0),
    )
  }
  if (tests.length > 0) return tests
  const plain = PLAIN.exec(sheet.text)
  if (!plain?.[1]) return tests
  const upTo = sheet.text.slice(0, plain.index + plain[0].length - plain[1].length)
  const [is] = BOUNDS.find(([, words]) => words.test(upTo)) ?? []
  if (!is) return tests
  sheet.blank(plain.index, plain.index + plain[0].length)
  return [{ test: 'amount', is, amount: Number(plain[1].replace(/[, ]/g, '')), currency: null }]
}

const rangeBound = (role: 'low' | 'high') => (role === 'low' ? 'atLeast' : 'atMost')
const betweenAt = (before: string): number | null => {
  const at = before.search(/\b(?:between|from)\s*$/iu)
  return at < 0 ? null : at
}
