import type { Tone } from '#web/pages/bits.ts'
import type { Report } from '#web/report/page.ts'
import type { Case, Verdict } from './case.ts'
import type { Figures } from './figures.ts'
import { COLUMNS, cellsOf, MODE_WORDS, sayUnanswered, sayUsd } from './say.ts'

const TONES: Readonly<Record<Verdict, Tone>> = { right: 'yes', wrong: 'no', handed_over: 'wait' }
const WORDS_FIRST = 3

/** The page of an evaluation: its figures, and everything that did not come out right. */
export function reportOf(of: {
  figures: readonly Figures[]
  cases: readonly Case[]
  model: string | null
  /** ISO instant of the run. */
  at: string
}): Report {
  const unanswered = sayUnanswered(of.cases)
  const spent = of.figures.reduce((sum, one) => sum + one.usdMicros, 0)
  return {
    title: 'Evaluation',
    lines: [
      `${of.at}. ${of.model === null ? 'No model was configured: rules alone.' : `Model: ${of.model}. Spent: ${sayUsd(spent)} USD.`}`,
      ...(unanswered === null ? [] : [unanswered]),
      'Handed over: nothing was done that should not have been, and a person has to say more or decide. ms: median of a message.',
    ],
    columns: COLUMNS,
    rows: of.figures.map(cellsOf),
    words: WORDS_FIRST,
    misses: missesOf(of.cases),
  }
}

function missesOf(cases: readonly Case[]): Report['misses'] {
  const groups = new Map<string, Case[]>()
  for (const one of cases.filter(({ verdict }) => verdict !== 'right')) {
    const name = `${one.suite} · ${one.agent}`
    groups.set(name, [...(groups.get(name) ?? []), one])
  }
  return [...groups].map(([name, list]) => ({
    name,
    list: list.map(({ id, said, verdict, mode, why }) => ({
      id,
      said,
      verdict: verdict.replace('_', ' '),
      tone: TONES[verdict],
      by: MODE_WORDS[mode],
      why,
    })),
  }))
}
