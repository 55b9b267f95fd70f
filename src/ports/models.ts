import type { Model } from './model.ts'

/** On whose account a model is asked: what it uses is counted, capped and listed by these. */
export interface ModelAccount {
  /** Id of the agent; `route` for whose job a message is. */
  agent: string
  /** Null while no task is begun: what it cost to find a message's job counts for the tasks of that message. */
  task: string | null
  /** Number of the event in the journal; null where none is behind it. */
  event: number | null
}

/** The models that are set up, with the desk's caps round them. */
export interface Models {
  /** The model for one account; null where none is set up or the policy wants none. It is asked anew for every piece of work. */
  for(account: ModelAccount): Model | null
}

/** Rules and people only. */
export const noModels: Models = { for: () => null }
