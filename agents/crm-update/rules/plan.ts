import type { Proposed } from '#kernel/ruling.ts'
import type { Need } from './ask.ts'

/** What one step comes to. */
export interface Plan {
  actions: Proposed[]
  /** Said beside what was done. */
  notes: string[]
  /** What must be known first; with it `actions` are what may be done already. */
  need: Need | null
}

export const plan = (actions: Proposed[], ...notes: string[]): Plan => ({ actions, notes, need: null })
export const asking = (need: Need, actions: Proposed[] = [], notes: string[] = []): Plan => ({ actions, notes, need })
/** Nothing is to be done; why is said. */
export const told = (...notes: string[]): Plan => ({ actions: [], notes, need: null })
