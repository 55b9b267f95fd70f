import { type Models, noModels } from '#ports/models.ts'
import type { Case, Mode } from './case.ts'
import type { Example } from './examples.ts'
import { type Metered, metered, type Purse } from './metered.ts'
import { playScenario, type Told } from './playing.ts'
import { routingJudge } from './routing.ts'

export interface Evaluation {
  modes: readonly Mode[]
  scenarios: readonly Told[]
  examples: readonly Example[]
  /** What the modes with a model ask; calls of several desks are under way at once. */
  models: Models
  purse: Purse
  /** Told after every scenario and every message of a set. */
  step(progress: { done: number; total: number }): void
}

/** Desks that wait for a model at the same time. Rules wait for nothing, so with rules alone there is one. */
const DESKS_AT_ONCE = 8

/** Judges every scenario and every message of the sets in every mode. */
export async function evaluate({ modes, scenarios, examples, models, purse, step }: Evaluation): Promise<Case[]> {
  const total = modes.length * (scenarios.length + examples.length)
  let done = 0
  const judged = async <T>(mode: Mode, list: readonly T[], judge: (meter: Metered) => (one: T) => Promise<Case[]>) => {
    const asked = mode === 'rules' ? noModels : models
    return inTurn(list, mode === 'rules' ? 1 : DESKS_AT_ONCE, () => {
      const judgeOne = judge(metered(asked, purse))
      return async (one) => {
        const cases = await judgeOne(one)
        step({ done: ++done, total })
        return cases
      }
    })
  }
  const cases: Case[] = []
  for (const mode of modes) {
    cases.push(...(await judged(mode, scenarios, (meter) => (told) => playScenario(told, mode, meter))))
    cases.push(
      ...(await judged(mode, examples, (meter) => {
        const judge = routingJudge(mode, meter)
        return async (example) => [await judge(example)]
      })),
    )
  }
  return cases
}

/** Works a list off with several workers, each with a meter of its own; the results stand in the order of the list. */
async function inTurn<T, R>(list: readonly T[], workers: number, worker: () => (one: T) => Promise<R[]>): Promise<R[]> {
  const results: R[][] = []
  const waiting = list.entries()
  const work = async (): Promise<void> => {
    const workOne = worker()
    for (const [at, one] of waiting) results[at] = await workOne(one)
  }
  await Promise.all(Array.from({ length: workers }, work))
  return results.flat()
}
