import type { z } from 'zod'
import type { Audience, Cue } from '#kernel/cue.ts'
import type { Pack } from '#kernel/pack.ts'
import type { Principal } from '#kernel/principal.ts'
import type { Question, Ruling, Tier } from '#kernel/ruling.ts'
import type { Pointed } from '#kernel/task.ts'
import type { LookupName, Lookups } from './lookups.ts'
import type { Model } from './model.ts'

/** What an agent promises, checked on the way in and on the way out. */
export interface Contract {
  id: string
  /** Semantic version: on every task and audit row. */
  version: string
  /** The typed request its reader makes of a message. */
  request: z.ZodType
  /** The lookups it may use; any other throws. */
  lookups: readonly LookupName[]
  /** The action kinds it may propose; any other is refused before the gate. */
  proposes: readonly string[]
  /** Where messages that nobody claims are this agent's, as its intent `inbound`: said by strangers, sent by form or e-mail. */
  catches?: readonly ('stranger' | 'form' | 'email')[]
  levels: { p95Ms: number; modelCalls: number; askRate: number }
}

/** What one run of an agent's graph is given: plain JSON. */
export interface AgentInput {
  /** The part of the message that is this task's. */
  text: string
  intent: string
  /** Which rung found whose job it is. */
  tier: Tier
  /** What an earlier run of the same task understood, or what a page of the desk filled in; or null. */
  request: unknown
  /** The question that was open, and what was answered, or null. */
  question: Question | null
  answer: string | null
}

export interface AgentOutput {
  request: unknown
  ruling: Ruling
  tier: Tier
}

/** The message that opened a task, as its channel delivered it. The fields are the sender's own words, whatever they are called. */
export interface OpeningMessage {
  channel: string
  subject: string | null
  fields: Readonly<Record<string, string>>
  /** When it was sent, epoch milliseconds. */
  atMs: number
}

/** What the nodes of an agent's graph find in `config.configurable.scope`: the world through one principal's eyes. */
export interface Scope<Policy = unknown> {
  principal: Principal
  nowMs: number
  policy: Policy
  lookups: Lookups
  /** The model rung; null where no model may be asked. */
  model: Model | null
  /** What the model rung of the router pointed at already; absent: nothing was asked of it. */
  pointed?: Pointed | null
  /** What the model rung is told, in the version that is this task's. */
  pack: Pack
  channel: string
  conversation: string
  message: OpeningMessage
}

/** A compiled graph, as far as the desk needs to know. */
export interface AgentGraph {
  invoke(input: AgentInput, config: { configurable: { scope: Scope } }): Promise<unknown>
}

/** What the model rung points at in a message: the step of the pack that says how, and the form of the answer. */
export interface Pointing {
  step: string
  schema: z.ZodType
}

/** One folder under `agents/`, as its `index.ts` hands it to the manifest. */
export interface Agent {
  contract: Contract
  cues: readonly Cue[]
  /** Oldest first. The one in force bears the version of the contract. */
  packs: readonly Pack[]
  graph: AgentGraph
  /** What is pointed at in a message from such a speaker; absent or null: nothing, the rules read all there is. */
  points?(from: Audience, policy: unknown): Pointing | null
  /** The intent by which a message that no cue knows is this agent's, for what it names; null: it is not. Nothing is decided here. */
  claims?(text: string, scope: Scope): Promise<string | null>
}
