import type { Sheet } from '#language/sheet.ts'
import type { Change } from '../../request/write.ts'
import { type Add, asText } from './phrase.ts'

const REASON = /\b(?:because(?: of)?|bc|b\/c|due to|reason(?: is| was)?:?|over|on account of)\s+([^;.!\n]+)/iu
const WENT = /\b(?:went|going|chose|picked|signed) (?:(?:with|w\/|for)\s*)?(?:a |the |another |some )?[^\s,;.!]+/iu

/** Why a deal was lost, and to whom: what stands beside it in the same breath. */
export function readLoss(sheet: Sheet, changes: readonly Change[], add: Add): void {
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
