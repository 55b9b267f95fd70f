import type { MoneyFinding } from '#language/money.ts'
import { readMoney } from '#language/money.ts'
import type { Value } from '../request/write.ts'
import type { Reading } from './reading.ts'

/** An amount with the place of its words. */
export interface SaidMoney {
  value: Extract<Value, { type: 'money' }>
  start: number
  end: number
}

/** "x 12", "for 12 months", "over a year": how often a rate is paid. */
const TIMES = /^\s*(?:[x×*]\s*(\d{1,3})\b|for (\d{1,3}) (?:months?|mo|weeks?|quarters?|years?|yrs?)\b)/iu
/** A bare number where a field holds money: "amount to 24000". */
const PLAIN = /^\D{0,3}(\d{1,3}(?:[,.'’ ]\d{3})+|\d+)(?:[.,]\d{1,2})?(?![\d%])/u

/** The amounts a text names; the two ends of a range or of a change are one. */
export function readAmounts(text: string, reading: Reading): SaidMoney[] {
  const findings = readMoney(text, { locale: reading.locale, currency: reading.currency, bare: true })
  return findings.flatMap((finding, at) => {
    const other = findings.find((one, index) => index !== at && one.span[0] === finding.span[0])
    if (finding.role === 'old' || (finding.role === 'high' && other)) return []
    return [moneyOf(finding, other ?? null, text)]
  })
}

function moneyOf(finding: MoneyFinding, other: MoneyFinding | null, text: string): SaidMoney {
  const [start, spanEnd] = finding.span
  const times = finding.per ? TIMES.exec(text.slice(spanEnd)) : null
  const [other0] = finding.alternatives
  return {
    value: {
      type: 'money',
      amount: finding.amount,
      currency: finding.currency,
      per: finding.per,
      times: times ? Number(times[1] ?? times[2]) : null,
      tax: finding.tax,
      upTo: finding.role === 'low' && other && !isChange(text, finding) ? other.amount : null,
      was: finding.role === 'new' ? (other?.amount ?? null) : null,
      other: finding.ambiguous ? (other0?.amount ?? null) : null,
    },
    start,
    end: spanEnd + (times?.[0].length ?? 0),
  }
}

/** "from 24 to 28k" reads like a range and tells a change. */
const isChange = (text: string, { span }: MoneyFinding): boolean =>
  /\bfrom\s*$/iu.test(text.slice(0, span[0])) && /\b(?:to|→)/u.test(text.slice(...span))

/** An amount where a field of money was named, so that a bare number is one. */
export function readAmount(text: string, reading: Reading): SaidMoney | null {
  const [found] = readAmounts(text, reading)
  if (found) return found
  const plain = PLAIN.exec(text)
  if (!plain || /^\s*\p{L}{3,}/u.test(text.slice(plain[0].length))) return null
  const digits = plain[0].replace(/^\D+/u, '')
  const start = plain[0].length - digits.length
  const amount = digits.replace(/[,'’ ](?=\d{3})/gu, '').replace(',', '.')
  return {
    value: {
      type: 'money',
      amount,
      currency: null,
      per: null,
      times: null,
      tax: null,
      upTo: null,
      was: null,
      other: null,
    },
    start,
    end: plain[0].length,
  }
}
