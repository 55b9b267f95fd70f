import type { Policy } from '#policy/policy.ts'
import { type Models, noModels } from '#ports/models.ts'
import type { Case, Mode } from './case.ts'
import type { Example } from './examples.ts'
import { type Metered, metered } from './metered.ts'
import { playScenario, type Told } from './playing.ts'
import { routingJudge } from './routing.ts'

export interface Evaluation {
  modes: readonly Mode[]
  scenarios: readonly Told[]
  examples: readonly Example[]
  /** What the modes with a model ask. */
  models: Models
  /** Whose stages and services a model may point at in the messages of the sets. */
  policy: Policy
  /** Told after every scenario and every message of a set. */
  step(progress: { done: number; total: number }): void
}

/** Scenarios and messages that wait for a model at the same time. Rules wait for nothing, so with them it is one. */
const AT_ONCE = 8

/** Judges every scenario and every message of the sets in every mode. */
export async function evaluate({ modes, scenarios, examples, models, policy, step }: Evaluation): Promise<Case[]> {
  const total = modes.length * (scenarios.length + examples.length)
  let done = 0
  let meters = 0
  const cases: Case[] = []
  for (const mode of modes) {
    const meter = (): Metered => metered(mode === 'rules' ? noModels : models, ++meters)
    const judged = <T>(list: readonly T[], worker: () => (one: T) => Promise<Case[]>) =>
      severalAtOnce(list, mode === 'rules' ? 1 : AT_ONCE, () => {
        const judge = worker()
        return async (one) => {
          const judgedNow = await judge(one)
          step({ done: ++done, total })
          return judgedNow
        }
      })
    cases.push(...(await judged(scenarios, () => (told) => playScenario(told, mode, meter()))))
    cases.push(...(await judged(examples, () => routingJudge(mode, policy, meter()))))
  }
  return cases
}

/** Works a list off with several workers; the results stand in the order of the list. */
async function severalAtOnce<T, R>(
  list: readonly T[],
  workers: number,
  worker: () => (one: T) => Promise<R[]>,
): Promise<R[]> {
  const results: R[][] = []
  const waiting = list.entries()
  const work = async (): Promise<void> => {
    const workOne = worker()
    for (const [at, one] of waiting) results[at] = await workOne(one)
  }
  await Promise.all(Array.from({ length: workers }, work))
  return results.flat()
}
