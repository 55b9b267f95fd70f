import type { Facts } from '#kernel/actions/definition.ts'
import { amountFact } from '../score/budget.ts'
import type { Budget } from '../score/known.ts'
import type { Band } from '../score/score.ts'

/** What routing and waking look at. */
export interface Routable {
  band: Band
  /** ISO country or region code; null where it is not known. */
  region: string | null
  budget: Budget | null
}

/**
 * A lead as the policy's conditions speak of it. What is not known is no fact, so that no line about it holds; a budget is what
 * it comes to in a year.
 */
export function factsOf({ band, region, budget }: Routable): Facts {
  const amount = budget && amountFact(budget)
  return { band, ...(region !== null && { region }), ...(amount !== null && { amount }) }
}
