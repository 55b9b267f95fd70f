import { sayMoment } from '#kernel/time.ts'
import type { Asked } from './contract.ts'
import type { Row } from './rows.ts'

/** Rows that one answer holds; the rest is counted. */
const MOST = 15

/** The answer of the rules: each row as it is on file, when it was, and the id by which it can be asked about. */
export function summaryOf(
  rows: readonly Row[],
  { called, about }: Asked,
  { zone, nowMs }: { zone: string; nowMs: number },
) {
  const of = about === null ? '' : ` with ${about}`
  if (rows.length === 0) return `Nothing that I know of${of}, ${called}.`
  const told = rows.slice(-MOST)
  const left = rows.length - told.length
  const lines = told.map(({ id, atMs, text }) => `- ${sayMoment(atMs, zone, nowMs)}: ${text} [${id}]`)
  const more = left === 0 ? [] : [`${left} more before that.`]
  return [`What happened${of}, ${called}:`, ...lines, ...more].join('\n')
}
