import { DateTime } from 'luxon'
import { readWhen, type WhenFinding } from '#language/when.ts'
import type { Value } from '../request/write.ts'
import type { Reading } from './reading.ts'

/** A day with the place of its words. */
export interface SaidDate {
  value: Extract<Value, { type: 'date' }>
  start: number
  end: number
  /** The instant, where a clock time was said. */
  atMs: number | null
}

const QUARTER =
  /\b(?:(?:the )?(end|close|last day) of |(?:by|before) (?:the )?end of )?(?:(this|the|next|last)? ?quarter|q([1-4])(?: ?(20\d\d))?)\b/giu

/** The days a text names. A span of time stands for its last day: "closing in March" is the 31st at the latest. */
export function readDates(text: string, reading: Reading): SaidDate[] {
  const quarters = readQuarters(text, reading)
  const found = readWhen(text, reading).filter(
    ({ span, dated, impossible }) =>
      (dated || impossible) && !quarters.some(({ start, end }) => span[0] < end && start < span[1]),
  )
  return [...quarters, ...found.map((finding) => dateOf(finding, reading))].sort((a, b) => a.start - b.start)
}

function dateOf(finding: WhenFinding, { zone }: Reading): SaidDate {
  const { text, span, startMs, endMs, grain, clocked, impossible, alternatives } = finding
  const day = (ms: number) => DateTime.fromMillis(ms, { zone }).toISODate()
  const lasting = finding.kind === 'range' || (grain !== 'day' && !clocked)
  const last = lasting ? (endMs ?? startMs) : startMs
  const date = impossible || last === null ? null : day(lasting ? last - 1 : last)
  const others = alternatives.filter(({ rare }) => !rare).map((one) => day(lasting ? one.endMs - 1 : one.startMs))
  return {
    value: { type: 'date', date, other: others.find((other) => other !== date) ?? null, words: text },
    start: span[0],
    end: span[1],
    atMs: clocked ? startMs : null,
  }
}

/** Quarters are the company's: they begin where its fiscal year does. */
function readQuarters(text: string, { nowMs, zone, fiscalYearStartMonth }: Reading): SaidDate[] {
  const now = DateTime.fromMillis(nowMs, { zone })
  const monthsIn = (now.month - fiscalYearStartMonth + 12) % 12
  const yearStart = now.startOf('month').minus({ months: monthsIn })
  const current = Math.floor(monthsIn / 3)
  return [...text.matchAll(QUARTER)].flatMap((match): SaidDate[] => {
    const [words, , which, number, year] = match
    if (!which && !number && !/end of/iu.test(words)) return []
    const nth = number ? Number(number) - 1 : current + (which === 'next' ? 1 : which === 'last' ? -1 : 0)
    const base = year ? yearStart.set({ year: Number(year) - (fiscalYearStartMonth > 1 ? 1 : 0) }) : yearStart
    const end = base.plus({ months: (nth + 1) * 3 }).minus({ days: 1 })
    // A quarter that is over, said without a year, is next year's.
    const meant = number && !year && end < now.startOf('day') ? end.plus({ years: 1 }).endOf('month') : end
    return [
      {
        value: { type: 'date', date: meant.toISODate(), other: null, words },
        start: match.index,
        end: match.index + words.length,
        atMs: null,
      },
    ]
  })
}
