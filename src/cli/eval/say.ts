import type { Case, Mode } from './case.ts'
import type { Figures } from './figures.ts'

/** A mode as people read it. */
export const MODE_WORDS: Readonly<Record<Mode, string>> = {
  rules: 'rules',
  both: 'rules, then model',
  model: 'model alone',
}

export const COLUMNS = [
  'set',
  'agent',
  'by',
  'messages',
  'right',
  'wrong',
  'handed over',
  'calls',
  'tokens',
  'USD',
  'ms',
] as const

/** The cells of a row, in the order of the columns. */
export const cellsOf = (one: Figures): string[] => [
  one.suite,
  one.agent,
  MODE_WORDS[one.mode],
  String(one.cases),
  share(one.right, one.cases),
  share(one.wrong, one.cases),
  share(one.handedOver, one.cases),
  String(one.calls),
  String(one.tokens),
  sayUsd(one.usdMicros),
  one.ms.toFixed(1),
]

/** `0.0123`: dollars, as exact as one call is. */
export const sayUsd = (usdMicros: number): string => (usdMicros / 1e6).toFixed(4)

const share = (part: number, whole: number): string => `${part} (${Math.round((100 * part) / whole)} %)`

/** `Of the questions to the model 3 had no answer: 2 down, 1 slow.`; null where all had one. */
export function sayUnanswered(cases: readonly Case[]): string | null {
  const counts = new Map<string, number>()
  for (const why of cases.flatMap(({ asked }) => asked.unanswered)) counts.set(why, (counts.get(why) ?? 0) + 1)
  if (counts.size === 0) return null
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const each = [...counts].map(([why, count]) => `${count} ${why.replace('_', ' ')}`).join(', ')
  return `Of the questions to the model ${all} had no answer: ${each}.`
}

/** Columns of words that are read from the left; figures are read from the right. */
const WORDS = 3

/** The figures as an aligned table for a terminal. */
export function tableOf(figures: readonly Figures[]): string {
  const lines = [[...COLUMNS], ...figures.map(cellsOf)]
  const widths = COLUMNS.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  const padded = (cell: string, column: number): string =>
    column < WORDS ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)
  return lines.map((line) => `${line.map(padded).join('  ').trimEnd()}\n`).join('')
}
