import { percentiles } from '../bench/measure.ts'
import { addUsage, type Case, MODES, type Mode, NO_USAGE, type Verdict } from './case.ts'

/** What one agent came to in one suite and mode. */
export interface Figures {
  suite: string
  agent: string
  mode: Mode
  cases: number
  right: number
  wrong: number
  handedOver: number
  calls: number
  tokens: number
  usdMicros: number
  /** Median of the messages, milliseconds. */
  ms: number
}

/** Adds cases up by suite, agent and mode, in the order they came; the modes of one agent stand together. */
export function figuresOf(cases: readonly Case[]): Figures[] {
  const groups = new Map<string, Case[]>()
  for (const one of cases) {
    const key = `${one.suite}\n${one.agent}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].flatMap((group) =>
    MODES.flatMap((mode) => {
      const own = group.filter((one) => one.mode === mode)
      return own.length === 0 ? [] : [added(own)]
    }),
  )
}

function added(cases: readonly Case[]): Figures {
  const [{ suite, agent, mode }] = cases as [Case]
  const count = (verdict: Verdict): number => cases.filter((one) => one.verdict === verdict).length
  const { calls, inputTokens, outputTokens, usdMicros } = cases
    .map(({ asked }) => asked.usage)
    .reduce(addUsage, NO_USAGE)
  return {
    suite,
    agent,
    mode,
    cases: cases.length,
    right: count('right'),
    wrong: count('wrong'),
    handedOver: count('handed_over'),
    calls,
    tokens: inputTokens + outputTokens,
    usdMicros,
    ms: percentiles(cases.map(({ ms }) => ms)).p50,
  }
}

/** Scenarios of an agent that came out right too rarely: only where rules decide first, for nobody runs a desk without them. */
export const tooFew = (figures: readonly Figures[], leastPercent: number): Figures[] =>
  figures.filter(
    ({ suite, mode, right, cases }) =>
      suite === 'scenarios' && mode !== 'model' && (100 * right) / cases < leastPercent,
  )
